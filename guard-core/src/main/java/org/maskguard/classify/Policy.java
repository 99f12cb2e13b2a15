package org.maskguard.classify;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// What is done about what is found: the same for the command line, the slicer and the gateway.
///
/// @param warn what the gateway does with a job that is warned of
/// @param refuseScore from which score on a face of a refused category is refused, 0 to 1; below it, it is warned of;
///     empty: from where the model says
/// @param warnScore from which score on a face is warned of at all, at most `refuseScore`
/// @param categories the ruling for each category when its score is high enough; none of them is `unreadable`, and
///     nothing is ever done about [Category#NONE]
/// @param unreadable what the slicer does with a file that cannot be judged; the gateway always refuses it
/// @param makerOverride whether the person at the slicer may export a refused model after a second question
public record Policy(
        OnWarn warn,
        OptionalDouble refuseScore,
        double warnScore,
        Map<Category, Ruling> categories,
        OnUnreadable unreadable,
        boolean makerOverride) {

    /// What holds without a policy file: refused is what the model is sure enough of, warned of is what has one
    /// chance in five. What other thresholds give stands in the model card.
    public static final Policy DEFAULT = new Policy(
            OnWarn.PRINT,
            OptionalDouble.empty(),
            0.2,
            Map.of(
                    Category.MASK, Ruling.REFUSE,
                    Category.MOULD, Ruling.REFUSE,
                    Category.PARTS, Ruling.WARN,
                    Category.PARTIAL_MASK, Ruling.WARN,
                    Category.HEAD, Ruling.WARN,
                    Category.RELIEF, Ruling.WARN,
                    Category.STYLISED, Ruling.WARN,
                    Category.NONE, Ruling.PASS),
            OnUnreadable.ALLOW,
            false);

    public Policy {
        double highest = refuseScore.orElse(1);
        if (!(0 <= warnScore && warnScore <= highest && highest <= 1)) {
            throw new IllegalArgumentException("Scores must satisfy 0 <= warn_score <= refuse_score <= 1");
        }
        categories = Map.copyOf(categories);
        if (categories.size() != Category.values().length || categories.containsValue(Ruling.UNREADABLE)) {
            throw new IllegalArgumentException("Every category needs a ruling: pass, warn or refuse");
        }
        if (categories.get(Category.NONE) != Ruling.PASS) {
            throw new IllegalArgumentException("What is no face always passes");
        }
    }

    /// From which score on is refused.
    ///
    /// @param ofModel what holds where this policy does not say
    public double refuseFrom(double ofModel) {
        return refuseScore.orElse(Math.max(warnScore, ofModel));
    }

    /// What is done about a category when its score is high enough.
    public Ruling ruling(Category category) {
        return categories.get(category);
    }

    /// This policy with other rulings for some categories.
    public Policy with(Map<Category, Ruling> changed) {
        Map<Category, Ruling> all = new EnumMap<>(categories);
        all.putAll(changed);
        return new Policy(warn, refuseScore, warnScore, all, unreadable, makerOverride);
    }

    /// What the gateway does with a job that is warned of.
    public enum OnWarn {
        /// Prints it and records it.
        PRINT,
        /// Waits for an operator.
        HOLD
    }

    /// What the slicer does with a file that cannot be judged.
    public enum OnUnreadable {
        REFUSE,
        ALLOW
    }
}

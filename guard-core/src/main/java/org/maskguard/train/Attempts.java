package org.maskguard.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.maskguard.Guard;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.train.example.Attempt;
import org.maskguard.train.example.CutAndOffset;
import org.maskguard.train.example.DepthRelief;
import org.maskguard.train.example.DistanceShell;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.MaskMaker;
import org.maskguard.train.example.StlBytes;
import org.maskguard.train.example.Subject;

/// What is tried against the guard as a mesh, on many people, judged by a guard as it stands.
///
/// The people: some drawn anew from both parametric faces, whom no training has seen, and the real heads that training
/// may see, whose masks of other designs it has seen. So this measures what an attempt costs the guard, not how it does
/// on strangers; the rows that are kept back stay closed. Immutable.
public final class Attempts {

    private static final List<MaskMaker> MAKERS = List.of(new CutAndOffset(), new DistanceShell(), new DepthRelief());

    /// Of what takes seconds and a gigabyte each, so many are tried.
    private static final int COSTLY = 6;

    private final List<Attempt> attempts;
    private final List<Subject> people;
    private final Map<Attempt, List<Subject>> posing;

    private Attempts(List<Attempt> attempts, List<Subject> people, Map<Attempt, List<Subject>> posing) {
        this.attempts = attempts;
        this.people = people;
        this.posing = posing;
    }

    /// @param data folder with `param` and `faces`
    /// @param drawn people of each parametric face
    /// @throws IOException where it cannot be read
    public static Attempts open(Path data, int drawn) throws IOException {
        ExampleSet set = ExampleSet.open(data, HeldOut.SEED);
        List<Subject> people = new ArrayList<>(set.ictPeople(drawn));
        people.addAll(set.makeHumanPeople(drawn));
        people.addAll(set.realPeople(false));
        Map<Attempt, List<Subject>> posing = new EnumMap<>(Attempt.class);
        for (Attempt attempt : Attempt.values()) {
            if (!attempt.expression().isEmpty()) {
                posing.put(attempt, set.ictPeople(2 * drawn, attempt.expression()));
            }
        }
        return new Attempts(List.of(Attempt.values()), List.copyOf(people), Map.copyOf(posing));
    }

    /// Some of the attempts only.
    Attempts only(Predicate<Attempt> which) {
        return new Attempts(attempts.stream().filter(which).toList(), people, posing);
    }

    /// One thing that was tried.
    ///
    /// @param unit the person
    /// @param way in which the mask was made, where that was free
    public record Tried(Attempt attempt, String unit, String way, Ruling ruling, Category category, double score) {

        /// Whether the verdict is one of the right ones.
        public boolean right() {
            return attempt.right().contains(ruling);
        }
    }

    /// One thing to be tried.
    private record Trial(Attempt attempt, Subject subject, MaskMaker maker) {}

    /// How many things are tried.
    public int size() {
        return trials().size();
    }

    /// Tries everything, in the order of the attempts. The result does not depend on the number of threads.
    ///
    /// @param done told after each, from any thread
    public List<Tried> judge(Guard guard, Runnable done) {
        return trials().parallelStream()
                .map(trial -> {
                    Tried tried = tried(guard, trial);
                    done.run();
                    return tried;
                })
                .toList();
    }

    private List<Trial> trials() {
        List<Trial> all = new ArrayList<>();
        for (Attempt attempt : attempts) {
            List<Subject> able = posing.getOrDefault(attempt, people).stream()
                    .filter(subject -> subject.whole() || !attempt.needsWholeHead())
                    .toList();
            int step = attempt.isCostly() ? Math.max(1, able.size() / COSTLY) : 1;
            for (int i = 0; i < able.size(); i += step) {
                all.add(new Trial(attempt, able.get(i), MAKERS.get(i / step % MAKERS.size())));
            }
        }
        return all;
    }

    private static Tried tried(Guard guard, Trial trial) {
        String name = trial.attempt().name() + "/" + trial.subject().id();
        byte[] file = StlBytes.of(
                trial.attempt().make(trial.maker(), trial.subject().head().get(), HeldOut.SEED));
        Verdict verdict = guard.judge(name, new ByteArrayInputStream(file));
        return new Tried(
                trial.attempt(),
                trial.subject().unit(),
                trial.maker().way(),
                verdict.ruling(),
                verdict.category(),
                verdict.score());
    }
}

package org.maskguard.slicer.export;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.cli.Visible;

/// What the maker reads in the slicer's own message: at most a dozen lines, since it is one dialog.
public final class Notice {

    private static final int MOST_REASONS = 4;

    private Notice() {}

    /// The lines for a check that has something to say; none for an export that passes.
    public static List<String> of(Checked checked) {
        return switch (checked.outcome()) {
            case EXPORT -> List.of();
            case EXPORT_WITH_WARNING -> warning(checked);
            case REFUSE -> refusal(checked);
        };
    }

    private static List<String> refusal(Checked checked) {
        Verdict verdict = checked.verdict();
        List<String> lines = new ArrayList<>();
        if (verdict.ruling() == Ruling.UNREADABLE) {
            lines.add("Maskguard stopped this export: it could not be judged. " + fault(verdict));
        } else {
            lines.add("Maskguard stopped this export: it would print as "
                    + (verdict.category() == Category.MOULD
                            ? "a mould of a wearable life-size human face mask."
                            : "a wearable life-size human face mask."));
            reasons(verdict, lines);
        }
        if (checked.page() != null) {
            lines.add("Pictures, measurements and how to appeal: "
                    + Visible.text(checked.page().toString()));
        }
        lines.add("The sliced file was not " + (checked.export().isSent() ? "sent" : "exported") + ". It is kept here: "
                + Visible.text(checked.kept().toString()));
        lines.add("Nothing else is locked: change the model and slice again.");
        return lines;
    }

    private static List<String> warning(Checked checked) {
        Verdict verdict = checked.verdict();
        List<String> lines = new ArrayList<>();
        if (verdict.ruling() == Ruling.UNREADABLE) {
            lines.add("Maskguard could not judge this export and lets it go. " + fault(verdict));
            return lines;
        }
        lines.add("Maskguard lets this export go, but warns: it holds a life-size human face ("
                + verdict.category().word() + ").");
        reasons(verdict, lines);
        if (checked.page() != null) {
            lines.add(
                    "Pictures and measurements: " + Visible.text(checked.page().toString()));
        }
        return lines;
    }

    private static void reasons(Verdict verdict, List<String> lines) {
        verdict.reasons().stream().limit(MOST_REASONS).forEach(reason -> lines.add("- " + Visible.text(reason.text())));
    }

    private static String fault(Verdict verdict) {
        String where =
                verdict.fault().where().isEmpty() ? "" : " (" + verdict.fault().where() + ")";
        return Visible.text(verdict.fault().text() + where);
    }
}

package org.maskguard.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.train.Attempts.Tried;
import org.maskguard.train.example.Attempt;

/// The page in `docs/` that says how each attempt went. Immutable.
public final class AttemptsPage {

    private static final String HEAD = """
            # What was tried against it, as meshes

            Written by

            ```text
            ./maskguard evaluate --attempts ../shared/data > docs/model-card-attempts.md
            ```

            with guard %s, model `%s`: %d things. Rows are those of the threat model. The people are some drawn anew \
            from both parametric faces and the real heads that training may see, so what an attempt costs the guard is \
            measured, not how it does on strangers. M19's transforms of 3MF, M20 and M26 are in the file and not in \
            the shape: tests where files are read. Intervals are exact 95 %% ones over things; each person is tried \
            once in each row, so they are those over people too.
            """;

    private final List<Tried> all;
    private final Verdict.GuardVersion guard;

    /// @param all in the order of the attempts
    /// @param guard that judged them
    public AttemptsPage(List<Tried> all, Verdict.GuardVersion guard) {
        this.all = List.copyOf(all);
        this.guard = guard;
    }

    /// Markdown, ending in a line break.
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, HEAD, guard.version(), guard.model(), all.size()));
        lines.add("| row | attempt | right | as is right | refused | warned of | passed |");
        lines.add("|---|---|---|---|---|---|---|");
        byAttempt().forEach((attempt, tried) -> lines.add(line(attempt, tried)));
        lines.add("");
        List<Tried> wrong = all.stream().filter(t -> !t.right()).toList();
        if (!wrong.isEmpty()) {
            lines.add("Not as is right:\n");
            for (Tried t : wrong) {
                lines.add(String.format(
                        Locale.ROOT,
                        "- %s %s, `%s` (%s): %s, %s, score %.3f",
                        t.attempt().row(),
                        t.attempt().words(),
                        t.unit(),
                        t.way(),
                        t.ruling().word(),
                        t.category().word(),
                        t.score()));
            }
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private Map<Attempt, List<Tried>> byAttempt() {
        return all.stream().collect(Collectors.groupingBy(Tried::attempt, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(Attempt attempt, List<Tried> tried) {
        int right = (int) tried.stream().filter(Tried::right).count();
        return "| %s | %s | %s | %s | %d | %d | %d |"
                .formatted(
                        attempt.row(),
                        attempt.words(),
                        wanted(attempt),
                        new Rate(right, tried.size()),
                        count(tried, Ruling.REFUSE),
                        count(tried, Ruling.WARN),
                        count(tried, Ruling.PASS));
    }

    private static String wanted(Attempt attempt) {
        return attempt.right().contains(Ruling.PASS) && attempt.right().contains(Ruling.REFUSE)
                ? "reported"
                : EnumSet.copyOf(attempt.right()).stream().map(Ruling::word).collect(Collectors.joining(" or "));
    }

    private static long count(List<Tried> tried, Ruling ruling) {
        return tried.stream().filter(t -> t.ruling() == ruling).count();
    }
}

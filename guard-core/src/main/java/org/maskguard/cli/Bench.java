package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.Judged;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// Judges one thing after another and never throws: what goes wrong is an outcome too. Safe to share between threads.
///
/// @param reportFolder where pages go, null for none
record Bench(Terminal terminal, Judge judge, Reports reports, Path reportFolder) {

    /// What became of one thing.
    ///
    /// @param page the report that was written, or null
    /// @param complaint a sentence for people about a fault of ours, or null
    record Outcome(Verdict verdict, Path page, String complaint) {}

    Outcome judge(Target target) {
        try {
            if (target.trouble() != null) {
                return new Outcome(unreadable(target, "denied", target.trouble()), null, null);
            }
            return outcome(judged(target));
        } catch (RuntimeException | Error e) {
            String complaint = new FaultLog(terminal).sentence(target.name(), e);
            return new Outcome(unreadable(target, "fault", "Maskguard itself failed on this file."), null, complaint);
        }
    }

    private Judged judged(Target target) {
        if (target.isStandardInput()) {
            return new Judged(judge.judge(target.name(), terminal.in()), null);
        }
        return reportFolder == null ? new Judged(judge.judge(target.path()), null) : judge.judgeWithMesh(target.path());
    }

    private Outcome outcome(Judged judged) {
        if (reportFolder == null) {
            return new Outcome(judged.verdict(), null, null);
        }
        try {
            return new Outcome(judged.verdict(), reports.page(reportFolder, judged), null);
        } catch (IOException e) {
            String name = judged.verdict().subject().file();
            return new Outcome(
                    judged.verdict(),
                    null,
                    "maskguard: %s: its report could not be written: %s"
                            .formatted(Visible.text(name), Visible.text(String.valueOf(e.getMessage()))));
        }
    }

    /// Writes the page that leads to the others, where there are several. To be called once, at the end.
    ///
    /// @param pages those that were written, in order
    /// @return what a person opens first, or null where there is nothing to open
    Path index(List<Path> pages, List<Verdict> verdicts) throws IOException {
        return pages.size() < 2 ? (pages.isEmpty() ? null : pages.getFirst()) : reports.index(reportFolder, verdicts);
    }

    private Verdict unreadable(Target target, String code, String text) {
        return new Verdict(
                new Verdict.Subject(target.name(), "", "", "", new double[3], 0, 0),
                Ruling.UNREADABLE,
                Category.NONE,
                0,
                List.of(),
                List.of(),
                new Verdict.Fault(code, "", text),
                new Verdict.Cost(0, 0),
                judge.version());
    }
}

package org.maskguard.slicer.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.maskguard.Guard;
import org.maskguard.Judged;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.report.HtmlReport;
import org.maskguard.slicer.export.Checked.Outcome;

/// Judges exports. What passes is not touched; what is refused is moved away; of both that and of warnings there is a
/// page with pictures.
public final class ExportCheck {

    private final Guard guard;
    private final Policy policy;
    private final Quarantine quarantine;
    private final Path reports;
    private final InstantSource clock;

    /// @param policy the guard's own, for what to do about files that cannot be judged
    /// @param reports folder for the pages
    public ExportCheck(Guard guard, Policy policy, Quarantine quarantine, Path reports, InstantSource clock) {
        this.guard = guard;
        this.policy = policy;
        this.quarantine = quarantine;
        this.reports = reports;
        this.clock = clock;
    }

    /// Judges one export.
    ///
    /// @throws IOException when a refused file could not be taken away: the slicer must be told to stop all the
    /// same
    public Checked check(Export export) throws IOException {
        Judged judged = guard.judgeWithMesh(export.file());
        Verdict verdict = judged.verdict();
        Outcome outcome = outcome(verdict.ruling());
        if (outcome == Outcome.EXPORT) {
            return new Checked(export, verdict, outcome, null, null);
        }
        Path kept = outcome == Outcome.REFUSE ? quarantine.take(export.file(), export.name(), clock.instant()) : null;
        return new Checked(export, verdict, outcome, kept, page(export, judged));
    }

    private Outcome outcome(Ruling ruling) {
        return switch (ruling) {
            case PASS -> Outcome.EXPORT;
            case WARN -> Outcome.EXPORT_WITH_WARNING;
            case REFUSE -> Outcome.REFUSE;
            case UNREADABLE ->
                policy.unreadable() == Policy.OnUnreadable.ALLOW ? Outcome.EXPORT_WITH_WARNING : Outcome.REFUSE;
        };
    }

    /// The page calls the file what people call it, not by its temporary name. A page that cannot be written is
    /// missed,
    /// but changes nothing.
    private Path page(Export export, Judged judged) {
        if (judged.verdict().ruling() == Ruling.UNREADABLE) {
            return null;
        }
        try {
            return new HtmlReport().write(reports, judged.verdict().of(export.name()), judged.mesh());
        } catch (IOException full) {
            return null;
        }
    }
}

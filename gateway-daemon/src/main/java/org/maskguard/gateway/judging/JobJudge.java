package org.maskguard.gateway.judging;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.gateway.gate.Judge;
import org.maskguard.gateway.gate.Judgement;
import org.maskguard.gateway.gate.OnBed;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gcode.Configuration;

/// Judges one printer's jobs with the guard, away from the thread that asks.
///
/// Whatever goes wrong, a job is only printed where a verdict that lets it through has been written down.
public final class JobJudge implements Judge {

    private final Guard guard;
    private final Policy.OnWarn onWarn;
    private final Configuration printer;
    private final Verdicts verdicts;
    private final SpoolFolder spools;
    private final VerdictBook book;
    private final PermitBook.AtPrinter permits;
    private final Executor worker;
    private final Waiting waiting;

    /// @param onWarn what becomes of jobs that are warned of
    /// @param printer what is known of the printer
    /// @param permits let through what is refused
    /// @param worker runs what takes long: one case at a time of this printer's
    /// @param waiting gets the judgements, from the worker's threads
    public JobJudge(
            Guard guard,
            Policy.OnWarn onWarn,
            Configuration printer,
            SpoolFolder spools,
            VerdictBook book,
            PermitBook.AtPrinter permits,
            Executor worker,
            Waiting waiting) {
        this.guard = guard;
        this.onWarn = onWarn;
        this.printer = printer;
        this.verdicts = new Verdicts(guard, printer);
        this.spools = spools;
        this.book = book;
        this.permits = permits;
        this.worker = worker;
        this.waiting = waiting;
    }

    @Override
    public void judge(Case job) {
        worker.execute(() -> waiting.judged(job.job(), judgement(job)));
    }

    @Override
    public Watch watch(String job, List<OnBed> bed) {
        LiveWatch watch = new LiveWatch(
                guard.watch(printer), bed, sentence -> waiting.suspected(job, sentence), waiting::caughtUp);
        watch.start(job);
        return watch;
    }

    private Judgement judgement(Case job) {
        Sealed sealed;
        try {
            sealed = job.spool() == null ? spools.find(job.job()) : job.spool().seal();
        } catch (IOException e) {
            return refusal("its lines could not be kept: " + e.getMessage(), null);
        }
        try {
            return judgement(job, sealed);
        } catch (IOException | RuntimeException | Error fault) {
            return refusal("the guard failed: " + fault, sealed);
        }
    }

    private Judgement judgement(Case job, Sealed sealed) throws IOException {
        Verdicts.Stronger found;
        try {
            found = verdicts.judge(job.job(), sealed, job.bed());
        } catch (IOException | RuntimeException | Error fault) {
            Verdict none = verdicts.unreadable(job.job(), sealed, "fault", "", "The guard failed: " + fault);
            found = new Verdicts.Stronger(none, false);
        }
        // Before anything follows from it.
        book.write(job.job(), sealed.sha256(), sealed.lines(), found.verdict());
        String sentence = Sentences.of(found.verdict(), found.withBed());
        Judgement.Outcome outcome = outcome(found.verdict());
        if (outcome == Judgement.Outcome.REFUSE) {
            Optional<String> by = permits.use(job.job(), sealed.sha256());
            if (by.isPresent()) {
                return new Judgement(Judgement.Outcome.PRINT, "permitted by " + by.get(), sealed);
            }
        }
        return new Judgement(outcome, sentence, sealed);
    }

    private Judgement.Outcome outcome(Verdict verdict) {
        if (Verdicts.isRefused(verdict)) {
            return Judgement.Outcome.REFUSE;
        }
        boolean holds = verdict.ruling() == Ruling.WARN && onWarn == Policy.OnWarn.HOLD;
        return holds ? Judgement.Outcome.HOLD : Judgement.Outcome.PRINT;
    }

    private static Judgement refusal(String why, Sealed sealed) {
        return new Judgement(Judgement.Outcome.REFUSE, why, sealed);
    }
}

package org.maskguard.suite.run;

import java.nio.file.Path;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;

/// This project's guard, in this process. Its memory is this process's, so none is given.
final class OwnGuard implements Candidate {

    private final Guard guard = Guard.open(Policy.DEFAULT);

    @Override
    public String name() {
        return "maskguard";
    }

    @Override
    public String version() {
        return guard.version().version() + " " + guard.version().model();
    }

    @Override
    public Answer judge(Path file) {
        long start = System.nanoTime();
        Verdict verdict = guard.judge(file);
        long ms = (System.nanoTime() - start) / 1_000_000;
        double score = verdict.fault() == null ? verdict.score() : Double.NaN;
        String note = verdict.fault() == null ? "" : verdict.fault().code();
        return new Answer(verdict.ruling().word(), verdict.category().word(), score, ms, 0, note);
    }
}

package org.maskguard.train;

import java.util.List;
import org.maskguard.Guard;
import org.maskguard.classify.Verdict;

/// Judges the files of a manifest with a guard.
public final class Evaluation {

    private Evaluation() {}

    /// @param done told after each file, from any thread
    public static Judgements judge(Guard guard, Manifest manifest, Runnable done) {
        List<Judgements.Judgement> all = manifest.rows().parallelStream()
                .map(row -> {
                    Verdict verdict = guard.judge(manifest.folder().resolve(row.file()));
                    done.run();
                    return new Judgements.Judgement(
                            row.file(), row.label(), row.unit(), verdict.ruling(), score(verdict), row.columns());
                })
                .toList();
        return new Judgements(all);
    }

    /// The score of a mask or mould, 0 for everything else: a solid head is surely a face and no mask at all.
    private static double score(Verdict verdict) {
        return switch (verdict.category()) {
            case MASK, MOULD -> verdict.score();
            default -> 0;
        };
    }
}

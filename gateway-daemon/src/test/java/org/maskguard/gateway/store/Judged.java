package org.maskguard.gateway.store;

import java.util.List;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// Verdicts for tests, with no faces in them.
final class Judged {

    private Judged() {}

    static Verdict as(Ruling ruling) {
        return new Verdict(
                new Verdict.Subject("job", "00", "gcode", "mm", new double[] {1.5, 2, 3}, 12, 1),
                ruling,
                ruling == Ruling.REFUSE ? Category.MASK : Category.NONE,
                ruling == Ruling.REFUSE ? 0.98 : 0,
                List.of(new Verdict.Reason("human-face", "A face, \"quoted\", and an umlaut: \u00fc.")),
                List.of(),
                null,
                new Verdict.Cost(1, 2),
                new Verdict.GuardVersion("0.1", "sha256:00"));
    }
}

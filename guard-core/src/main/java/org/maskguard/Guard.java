package org.maskguard;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.classify.Category;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// The one door. This one judges nothing yet: it answers `unreadable` to everything.
public final class Guard {

    private final Verdict.GuardVersion version = new Verdict.GuardVersion(ProgramVersion.read(), "none");

    private Guard() {}

    public static Guard open(Policy policy) {
        if (policy == null) {
            throw new IllegalArgumentException("A guard needs a policy");
        }
        return new Guard();
    }

    public Verdict judge(Path file) {
        return notBuilt(file.toString());
    }

    public Verdict judge(String name, InputStream in) {
        return notBuilt(name);
    }

    public Judged judgeWithMesh(Path file) {
        return new Judged(judge(file), null);
    }

    public Verdict.GuardVersion version() {
        return version;
    }

    private Verdict notBuilt(String name) {
        return new Verdict(
                new Verdict.Subject(name, "", "", "", new double[3], 0, 0),
                Ruling.UNREADABLE,
                Category.NONE,
                0,
                List.of(),
                List.of(),
                new Verdict.Fault("not-built", "", "This build has no detector."),
                new Verdict.Cost(0, 0),
                version);
    }
}

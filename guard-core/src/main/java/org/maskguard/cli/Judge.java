package org.maskguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import org.maskguard.Guard;
import org.maskguard.Judged;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;

/// What the commands need of the guard; tests put their own in its place.
interface Judge {

    /// Opens the real guard.
    static Judge open(Policy policy) {
        Guard guard = Guard.open(policy);
        return new Judge() {
            @Override
            public Verdict judge(Path file) {
                return guard.judge(file);
            }

            @Override
            public Judged judgeWithMesh(Path file) {
                return guard.judgeWithMesh(file);
            }

            @Override
            public Verdict judge(String name, InputStream in) {
                return guard.judge(name, in);
            }

            @Override
            public Verdict.GuardVersion version() {
                return guard.version();
            }
        };
    }

    Verdict judge(Path file);

    Judged judgeWithMesh(Path file);

    Verdict judge(String name, InputStream in);

    Verdict.GuardVersion version();
}

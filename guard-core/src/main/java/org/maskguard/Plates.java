package org.maskguard;

import java.util.List;
import java.util.function.Function;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Unreadable;
import org.maskguard.io.job.ByteSink;
import org.maskguard.io.job.PlateSink;

/// Judges the plates of a job one after the other, as their text comes in, and keeps the strongest verdict.
final class Plates implements PlateSink {

    private final Function<Configuration, JobWatch> watches;
    private final List<Configuration> ways;
    private JobWatch.Suspicion strongest;
    private boolean branchesDraw;
    private boolean wantsSupports;
    private long nanos;

    /// @param ways in which the job is executed; the first is the printer's own, the others are only judged where
    /// it
    ///     has branches that draw
    Plates(Function<Configuration, JobWatch> watches, List<Configuration> ways) {
        this.watches = watches;
        this.ways = ways;
    }

    /// What was seen on the plate with the strongest verdict; null where there was none.
    JobWatch.Suspicion strongest() {
        return strongest;
    }

    /// Whether a branch that the printer may skip draws something.
    boolean branchesDraw() {
        return branchesDraw;
    }

    /// Whether a plate should be read again, by a watch that tells things from their supports.
    boolean wantsSupports() {
        return wantsSupports;
    }

    /// What judging took, of the time in which the file was read.
    long nanos() {
        return nanos;
    }

    @Override
    public ByteSink plate(String name) {
        List<JobWatch> plate = ways.stream().map(watches).toList();
        return new ByteSink() {
            @Override
            public void accept(byte[] bytes, int from, int to) throws Unreadable {
                for (JobWatch watch : plate) {
                    try {
                        watch.feed(bytes, from, to);
                    } catch (UnreadableJob e) {
                        throw e.asUnreadable();
                    } catch (TooSlow e) {
                        throw new AssertionError("it only looks at the end", e);
                    }
                }
            }

            @Override
            public void end() throws Unreadable {
                long begun = System.nanoTime();
                if (finish(plate.getFirst()).summary().branchesDraw()) {
                    branchesDraw = true;
                    for (JobWatch other : plate.subList(1, plate.size())) {
                        finish(other);
                    }
                }
                nanos += System.nanoTime() - begun;
            }
        };
    }

    private JobWatch.Ended finish(JobWatch watch) throws Unreadable {
        try {
            JobWatch.Ended ended = watch.finish();
            wantsSupports |= watch.wantsSupports();
            JobWatch.Suspicion seen = ended.seen();
            Ruling ruling = seen.findings().ruling();
            if (strongest == null || ruling.compareTo(strongest.findings().ruling()) > 0) {
                strongest = seen;
            }
            return ended;
        } catch (UnreadableJob e) {
            throw e.asUnreadable();
        } catch (TooSlow e) {
            throw Guard.tooSlow();
        }
    }
}

package org.maskguard.gateway.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.gate.JobState;

/// A refused job with a permit is printed, once.
@EnabledOnOs(OS.LINUX)
class PermittedJobTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void aRefusedMaskIsPrintedWhereItIsReleasedWithAPermit() throws Exception {
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            host.octoPrintSends(LiveBench.mask());
            assertThat(bench.awaitOver()).isEqualTo(JobState.REFUSED);
            assertThat(bench.deposits("p1")).isEmpty();
            String job = bench.books.newest();
            // Without a permit it is refused again.
            assertThat(release(bench, job)).isEqualTo(JobState.REFUSED);
            assertThat(bench.deposits("p1")).isEmpty();
            bench.books.permitted.add("p1");
            assertThat(release(bench, job)).isEqualTo(JobState.DONE);
            assertThat(bench.deposits("p1")).isNotEmpty();
        }
    }

    /// Starts a job anew, and waits until it is over.
    private static JobState release(LiveBench bench, String job) {
        Operator.Reply reply = bench.daemon.release(job);
        while (reply.kind() == Operator.Reply.Kind.NOT_NOW) {
            // The printer is still being made safe, or the host's lines are still being dropped.
            LiveBench.await(() -> "the printer", () -> bench.status("p1").job().isEmpty(), 60_000_000_000L);
            reply = bench.daemon.release(job);
        }
        assertThat(reply.kind()).as(reply.sentence()).isEqualTo(Operator.Reply.Kind.DONE);
        LiveBench.await(() -> "it to be over", () -> bench.status("p1").job().isEmpty(), 120_000_000_000L);
        return bench.books.state(job);
    }
}

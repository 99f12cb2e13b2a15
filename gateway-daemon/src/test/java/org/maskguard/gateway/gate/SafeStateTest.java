package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DESIGN 8, "Safe state": read off the simulated printer's temperatures and position.
class SafeStateTest {

    @TempDir
    private Path folder;

    @Test
    void aPrintThatIsStoppedEndsRaisedColdAndWithItsMotorsOff() {
        Bench bench = Bench.usual(folder);
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.printed.contains("G1 X20 E2"));
        double height = 0.2;
        bench.gate.cancel("J1", bench.now);
        bench.run(5_000);

        assertThat(bench.state("J1")).isEqualTo(JobState.CANCELLED);
        assertThat(bench.printer.nozzle(bench.now)[1]).isZero();
        assertThat(bench.printer.bed(bench.now)[1]).isZero();
        assertThat(bench.printer.position(bench.now)[2]).isEqualTo(height + 10);
        assertThat(bench.printed).contains("G1 E-2 F1800").doesNotContain("M84");
        bench.run(600_000);
        assertThat(bench.printed).containsSubsequence("M107", "M84");
    }

    @Test
    void aToolThatIsNotHomedIsNotRaised() {
        Bench bench = Bench.usual(folder);
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.printed.contains("M190 S60"));
        bench.run(500);
        bench.gate.cancel("J1", bench.now);
        bench.run(20_000);

        assertThat(bench.printed).doesNotContain("G1 Z10 F600");
        assertThat(bench.printer.bed(bench.now)[1]).isZero();
    }
}

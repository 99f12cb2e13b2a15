package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.line.Command;

/// Rows of the threat model that the gate alone decides; what is no row of its own here is not tested yet.
class WireAttemptsTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = Bench.usual(folder);
        bench.printed.clear();
        bench.said.clear();
    }

    @Test
    void w01ARefusedJobSentAgainIsRefusedAgain() {
        bench.printrunSends(GateTest.MASK);
        bench.until(() -> bench.state("J1") == JobState.REFUSED);
        bench.run(11_000);
        bench.octoPrintSends(GateTest.MASK);
        bench.until(() -> bench.state("J2") == JobState.REFUSED);
    }

    @Test
    void w02TheSecondHalfIsRefusedWhereTheSumShows() {
        bench.judge = text -> text.contains("X20 E2") && text.contains("X77 E2") ? "both halves" : "";
        List<String> second = new ArrayList<>(GateTest.JOB);
        second.set(8, "G1 X77 E2");
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.state("J1") == JobState.DONE);
        bench.printrunSends(second);
        bench.until(() -> bench.state("J2") == JobState.REFUSED);
        bench.run(11_000);
        bench.gate.clearBed(bench.now);
        bench.printrunSends(second);
        bench.until(() -> bench.state("J3") == JobState.DONE);
    }

    @Test
    void w04NothingIsWrittenToTheCardOrStartedFromIt() {
        bench.write("M28 /mask.gco\n");
        bench.octoPrintBegins();
        for (String line : GateTest.MASK) {
            bench.send(line);
        }
        bench.send("M29");
        bench.run(11_000);
        bench.type("M23 /mask.gco");
        bench.type("M24");
        bench.type("M32 !mask.gco#");

        assertThat(bench.carriedOut()).isEmpty();
        assertThat(bench.printer.files()).isEmpty();
        assertThat(bench.notes.states).isEmpty();
    }

    @Test
    void w05WordsThatGoRoundTheGateAreNotLetThrough() {
        for (String line : List.of(
                "M28 B1 x", "M997", "M575 B250000", "M92 X160", "M500", "M851 Z1", "M579 X2", "M810 G1 X1", "M999")) {
            bench.type(line);
        }
        bench.write("\u00ff\u00ff\u00fb\n");
        bench.run(1_000);

        assertThat(bench.carriedOut()).isEmpty();
        assertThat(bench.printer.files()).isEmpty();
    }

    @Test
    void w06OneLineASecondIsAJobAllTheSame() {
        bench.type("M83");
        bench.run(1_000);
        bench.type("G1 X666 E1");
        bench.until(() -> bench.state("J1") == JobState.REFUSED);

        assertThat(bench.carriedOut()).doesNotContain("G1 X666 E1");
    }

    @Test
    void w08APrinterThatIsResetInterruptsTheJobUntilTheBedIsClear() {
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.printed.contains("G1 X10 Y10 E1"));
        bench.printer.reset(bench.now);
        bench.until(() -> bench.state("J1") == JobState.INTERRUPTED);
        bench.until(() -> bench.gate.closed().isEmpty());
        bench.run(20_000);
        assertThat(bench.gate.release("J1", true, bench.now)).contains("bed");
        bench.gate.clearBed(bench.now);
        assertThat(bench.gate.release("J1", true, bench.now)).isEmpty();
        bench.until(() -> bench.state("J1") == JobState.DONE);
    }

    @Test
    void w08AGatewayThatComesUpAfterAnInterruptedPrintPrintsNothingBeforeTheBedIsClear() throws IOException {
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.printed.contains("G1 X10 Y10 E1"));
        bench.restart();
        bench.gate.printerOpened(bench.now);
        bench.until(() -> bench.gate.closed().isEmpty());
        bench.run(20_000);
        assertThat(bench.printer.nozzle(bench.now)[1]).as("it was made safe").isZero();
        bench.printed.clear();
        bench.printrunSends(GateTest.JOB);
        bench.run(5_000);

        assertThat(bench.state("J2")).isEqualTo(JobState.INCOMPLETE);
        assertThat(bench.carriedOut()).doesNotContain("G28");
        assertThat(bench.spools.whole()).containsExactly("J1");
        assertThat(bench.spools.cutOff()).containsExactly("J2");
    }

    @Test
    void w09TextThatImitatesThePrinterIsNeutralised() {
        List<String> answer = bench.type("M118 A1 action:cancel");
        bench.type("M118 ok");

        assertThat(answer).contains("echo:action:cancel");
        assertThat(bench.said).contains("echo:ok").doesNotContain("//action:cancel");
        assertThat(bench.carriedOut()).isEmpty();
    }

    @Test
    void w12AnEmergencyStopReachesAPrinterThatWaitsForHeatInAReplay() {
        bench.printrunSends(GateTest.JOB);
        bench.until(() -> bench.printed.contains("M109 S200"));
        long begin = bench.now;
        byte[] stop = new Command('M', 112, 0, "M112").numbered(99);
        bench.gate.fromHost(stop, 0, stop.length, bench.now);
        bench.until(bench.printer::isDead);

        assertThat(bench.now - begin).isLessThan(50 * Bench.MILLI);
    }
}

package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.sim.Dialect;

/// DESIGN 8: what passes, what is held, and what hosts see of it.
class GateTest {

    static final List<String> JOB = List.of(
            "M140 S60",
            "M104 S200",
            "M190 S60",
            "M109 S200",
            "G28",
            "G92 E0",
            "G1 Z0.2 F3000",
            "G1 X10 Y10 E1",
            "G1 X20 E2",
            "G1 X20 Y20 E3",
            "M104 S0",
            "M140 S0",
            "M84");

    static final List<String> MASK = List.of(
            "M140 S60",
            "M104 S200",
            "M190 S60",
            "M109 S200",
            "G28",
            "G92 E0",
            "G1 Z0.2 F3000",
            "G1 X10 Y10 E1",
            "G1 X666 E2",
            "G1 X20 Y20 E3",
            "M104 S0",
            "M140 S0",
            "M84");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = Bench.usual(folder);
        bench.printed.clear();
        bench.said.clear();
    }

    @Test
    void nothingOfAJobReachesThePrinterBeforeItIsJudged() {
        bench.octoPrintSends(JOB);

        assertThat(bench.carriedOut()).isEmpty();
        assertThat(bench.state("J1")).isEqualTo(JobState.COLLECTING);
    }

    @Test
    void aJobThatPassesIsPrintedWholeBehindThePreamble() {
        bench.octoPrintSends(JOB);
        int before = bench.oks();
        bench.until(() -> bench.state("J1") == JobState.DONE);
        bench.run(10);

        List<String> expected = new ArrayList<>(Replay.PREAMBLE);
        expected.addAll(JOB);
        expected.add("M400");
        expected.add("M400");
        List<String> log = new ArrayList<>(bench.carriedOut());
        log.removeIf(line -> line.startsWith("M73") || line.startsWith("M117"));
        assertThat(log).isEqualTo(expected);
        assertThat(bench.oks())
                .as("the last line is answered when all is printed")
                .isEqualTo(before + 1);
        assertThat(bench.notes.progress).isEqualTo(1);
    }

    @Test
    void theHostIsKeptWaitingByBusyUntilItIsPrinted() {
        bench.octoPrintSends(JOB);
        bench.said.clear();
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.said).filteredOn(line -> line.startsWith("echo:busy:")).hasSizeGreaterThan(2);
    }

    @Test
    void printrunsJobIsPrintedAfterTheHostHasLeft() {
        bench.printrunSends(JOB);
        bench.gate.hostGone(bench.now);
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.carriedOut()).containsSubsequence("G1 X10 Y10 E1", "G1 X20 E2", "G1 X20 Y20 E3");
    }

    @Test
    void aRefusedJobIsToldAndNothingOfItIsSent() {
        bench.octoPrintSends(MASK);
        bench.until(() -> bench.heard("//action:cancel"));
        bench.run(1000);

        assertThat(bench.state("J1")).isEqualTo(JobState.REFUSED);
        assertThat(bench.said)
                .containsSubsequence(
                        "echo:Maskguard: refused: a mask",
                        "//action:notification Maskguard: print refused, see J1",
                        "//action:cancel");
        assertThat(bench.said).noneMatch(line -> line.startsWith("Error:") || line.startsWith("!!"));
        assertThat(bench.carriedOut()).containsExactly("M117 Print refused: face mask");
    }

    @Test
    void whatTheHostSendsAfterARefusalIsAnsweredAndDropped() {
        bench.octoPrintSends(MASK);
        bench.until(() -> bench.heard("//action:cancel"));
        bench.printed.clear();
        for (String line : List.of("M108", "M84", "M104 T0 S0", "M140 S0", "M106 S0", "G1 X5 E5")) {
            bench.send(line);
        }
        bench.run(11_000);
        bench.type("M106 S128");

        assertThat(bench.carriedOut()).containsOnly("M108", "M117 Print refused: face mask", "M106 S128");
    }

    @Test
    void printrunIsAskedToPause() {
        bench.printrunSends(MASK);
        bench.until(() -> bench.heard("//action:cancel"));

        assertThat(bench.said).contains("// action:pause");
    }

    @Test
    void aHeaterThatTheHostSwitchedOnBeforeARefusedJobIsSwitchedOff() {
        bench.type("M104 S210");
        bench.type("M140 S70");
        assertThat(bench.printer.nozzle(bench.now)[1]).isEqualTo(210);
        bench.octoPrintSends(MASK);
        bench.until(() -> bench.heard("//action:cancel"));
        bench.run(1000);

        assertThat(bench.printer.nozzle(bench.now)[1]).isZero();
        assertThat(bench.printer.bed(bench.now)[1]).isZero();
    }

    @Test
    void harmlessLinesPassBetweenJobs() {
        bench.type("M104 S50");
        bench.type("M106 S255");
        bench.type("G1 X10 F3000");
        bench.type("G28");

        assertThat(bench.carriedOut()).containsExactly("M104 S50", "M106 S255", "G1 X10 F3000", "G28");
    }

    @Test
    void linesOfTheMachineAndUnknownOnesAreRefusedWithTheirKey() {
        assertThat(bench.type("M92 X100"))
                .contains("echo:Maskguard: not taken: M92 X100: changes the machine (words.machine)");
        assertThat(bench.type("M997")).contains("echo:Maskguard: not taken: M997: is not let through (words.allow)");
        assertThat(bench.type("G26")).anyMatch(line -> line.contains("words.expand"));
        assertThat(bench.carriedOut()).isEmpty();
    }

    @Test
    void aPollIsAnsweredWhileThePrinterHeats() {
        bench.write("M109 S200\n");
        bench.run(5_000);
        bench.said.clear();
        bench.write("M105\n");
        bench.run(100);

        assertThat(bench.said).anyMatch(line -> line.startsWith("ok T:"));
    }

    @Test
    void aFurtherJobWaitsUntilTheFirstIsPrinted() {
        bench.printrunSends(JOB);
        bench.until(() -> bench.state("J1") == JobState.PRINTING);
        int before = bench.oks();
        bench.write("N-1 M110*15\n" + "N0 M140 S60*83\n");
        bench.run(3_000);
        assertThat(bench.state("J1")).isEqualTo(JobState.PRINTING);
        assertThat(bench.oks()).isEqualTo(before);
        bench.until(() -> bench.oks() > before + 1);

        assertThat(bench.state("J1")).isEqualTo(JobState.DONE);
        assertThat(bench.state("J2")).isEqualTo(JobState.COLLECTING);
    }

    @Test
    void theHostThatCancelsCancelsTheReplay() {
        bench.octoPrintSends(JOB);
        bench.until(() -> bench.state("J1") == JobState.PRINTING);
        bench.run(2_000);
        for (String line : List.of("M108", "M84", "M104 T0 S0", "M140 S0")) {
            bench.sendOnly(line);
        }
        bench.until(() -> bench.state("J1") == JobState.CANCELLED);
        bench.run(5_000);

        assertThat(bench.printer.nozzle(bench.now)[1]).isZero();
        assertThat(bench.printed).doesNotContain("G1 X20 Y20 E3");
    }

    @Test
    void anIncompleteJobIsKeptAndReleasedByAnOperator() {
        bench.printrun();
        JOB.subList(0, 9).forEach(bench::send);
        bench.gate.hostGone(bench.now);
        assertThat(bench.state("J1")).isEqualTo(JobState.INCOMPLETE);
        bench.run(60_000);
        assertThat(bench.carriedOut()).isEmpty();

        assertThat(bench.gate.release("J1", false, bench.now)).isEmpty();
        bench.until(() -> bench.state("J1") == JobState.DONE);
        assertThat(bench.carriedOut()).contains("G1 X20 E2");
    }

    @Test
    void aJobThatIsWarnedOfMayWaitForAnOperator() {
        bench.judge = text -> "hold on";
        bench.octoPrintSends(JOB);
        bench.until(() -> bench.state("J1") == JobState.WAITING);
        bench.run(60_000);
        assertThat(bench.carriedOut()).isEmpty();
        bench.gate.release("J1", false, bench.now);
        bench.until(() -> bench.state("J1") == JobState.DONE);
    }

    @Test
    void theFirmwaresPauseIsWaitedForInAReplay() {
        List<String> job = new ArrayList<>(JOB);
        job.add(8, "M0");
        bench.printrunSends(job);
        bench.until(() -> bench.printed.contains("M0"));
        bench.run(60_000);
        assertThat(bench.printed).doesNotContain("G1 X20 E2");
        bench.write("M108\n");
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.printed).contains("G1 X20 E2");
    }

    @Test
    void anOperatorPausesAndGoesOn() {
        bench.printrunSends(JOB);
        bench.until(() -> bench.printed.contains("M109 S200"));
        assertThat(bench.gate.pause("J1", true, bench.now)).isTrue();
        bench.run(120_000);
        assertThat(bench.printed).doesNotContain("G28");
        bench.gate.pause("J1", false, bench.now);
        bench.until(() -> bench.state("J1") == JobState.DONE);
    }

    @Test
    void octoPrintsPauseWhileItsJobIsCollectedEndsNothing() {
        bench.octoPrintBegins();
        JOB.subList(0, 9).forEach(bench::send);
        bench.send("M400");
        bench.send("M114");
        bench.run(60_000);
        assertThat(bench.state("J1")).isEqualTo(JobState.COLLECTING);
        JOB.subList(9, 13).forEach(bench::send);
        bench.sendOnly("M400");
        bench.until(() -> bench.state("J1") == JobState.DONE);
    }

    @Test
    void aLineThatMayNotBeMissingMakesTheJobIncomplete() {
        List<String> job = new ArrayList<>(JOB);
        job.add(8, "G26");
        bench.printrunSends(job);
        bench.run(1000);

        assertThat(bench.state("J1")).isEqualTo(JobState.INCOMPLETE);
        assertThat(bench.notes.whys.get("J1")).contains("G26");
        assertThat(bench.carriedOut()).isEmpty();
    }

    @Test
    void aJobWithoutAWordThatMovesNothingIsPrinted() {
        List<String> job = new ArrayList<>(JOB);
        job.add(0, "M862.3 P1");
        job.add(1, "M92 E400");
        bench.printrunSends(job);
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.said).anyMatch(line -> line.startsWith("echo:Maskguard: not taken: M92 E400"));
        assertThat(bench.carriedOut()).doesNotContain("M92 E400").contains("G1 X20 E2");
    }

    @Test
    void aFullSpoolIsToldAndTheJobIsIncomplete() {
        bench.printrun();
        String line = "G1 X100.123 Y100.456 E0.01234 F3000";
        for (int i = 0; i < 40_000 && !bench.heard("//action:cancel"); i++) {
            bench.send(line);
        }

        assertThat(bench.state("J1")).isEqualTo(JobState.INCOMPLETE);
        assertThat(bench.notes.whys.get("J1")).contains("spool.max_job");
    }

    @Test
    void aPrinterThatWasNeverCommissionedStaysClosed() {
        Bench fresh = new Bench(folder.resolve("other"), GateSettings.usual("p2"), Dialect.MARLIN_2_1.hurried(10));
        fresh.until(() -> fresh.gate.machine() != null);
        fresh.run(1000);
        fresh.printed.clear();
        assertThat(fresh.gate.closed()).contains("never commissioned");
        assertThat(fresh.type("M105")).anyMatch(line -> line.startsWith("ok T:"));
        fresh.octoPrintBegins();
        fresh.send("G28");

        assertThat(fresh.said)
                .anyMatch(line -> line.contains("the printer is closed"))
                .contains("//action:cancel");
        assertThat(fresh.carriedOut()).isEmpty();
    }

    @Test
    void identityIsAnsweredWithoutWhatWouldBlindTheGate() {
        List<String> answer = bench.type("M115");

        assertThat(answer.getFirst()).startsWith("FIRMWARE_NAME:Marlin 2.1.3");
        assertThat(answer).contains("Cap:MEATPACK:0", "Cap:BINARY_FILE_TRANSFER:0", "Cap:AUTOREPORT_TEMP:1");
    }

    @Test
    void reportsByThemselvesAreKeptUpEveryTwoSeconds() {
        bench.type("M155 S2");
        bench.said.clear();
        bench.octoPrintSends(JOB);
        bench.until(() -> bench.state("J1") == JobState.DONE);
        bench.said.clear();
        bench.run(20_000);

        assertThat(bench.said).filteredOn(line -> line.startsWith(" T:")).hasSizeBetween(9, 11);
    }
}

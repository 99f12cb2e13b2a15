package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.sim.Dialect;

/// DESIGN 8, "Modes": lines that go on before the verdict.
class StreamingModesTest {

    private static final String LAST_LAID = "G1 X20 Y20 E3";

    @TempDir
    Path folder;

    @Test
    void liveSendsALineOnBeforeTheJobIsWhole() {
        Bench bench = bench(Mode.LIVE);
        sendUpTo(bench, GateTest.JOB, "G1 X10 Y10 E1");
        bench.until(() -> bench.printed.contains("G1 X10 Y10 E1"));

        assertThat(bench.judged).isEmpty();
    }

    @Test
    void liveJudgesTheWholeInTheEnd() {
        Bench bench = bench(Mode.LIVE);
        bench.octoPrintSends(GateTest.JOB);
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.judged).hasSize(1);
        assertThat(bench.carriedOut()).containsSubsequence(GateTest.JOB);
    }

    @Test
    void liveStopsAtTheFirstSuspicionAndMakesThePrinterSafe() {
        Bench bench = bench(Mode.LIVE);
        sendUpTo(bench, GateTest.MASK, "G1 X666 E2");
        bench.until(() -> bench.state("J1") == JobState.REFUSED);
        bench.run(20_000);

        assertThat(bench.printed).contains("G1 X10 Y10 E1").doesNotContain("G1 X666 E2", LAST_LAID);
        assertThat(bench.heard("//action:cancel")).isTrue();
        assertThat(bench.printer.nozzle(bench.now)[1]).isZero();
    }

    @Test
    void liveRefusesInTheEndWhatOnlyTheWholeShows() {
        Bench bench = bench(Mode.LIVE);
        bench.judge = text -> text.contains(LAST_LAID) && text.contains("G28\n") ? "a mask" : "";
        bench.octoPrintSends(GateTest.JOB);
        bench.until(() -> bench.state("J1") == JobState.REFUSED);
    }

    @Test
    void livePrintsNothingOnABedThatNobodyKnows() {
        Bench bench = bench(Mode.LIVE);
        sendUpTo(bench, GateTest.JOB, "G1 X10 Y10 E1");
        bench.until(() -> bench.printed.contains("G1 X10 Y10 E1"));
        bench.restart();
        bench.gate.printerOpened(bench.now);
        bench.until(() -> bench.gate.closed().isEmpty());
        bench.run(20_000);
        bench.printed.clear();
        sendUpTo(bench, GateTest.JOB, "G1 X10 Y10 E1");
        bench.until(() -> bench.state("J2") == JobState.INCOMPLETE);

        assertThat(bench.carriedOut()).noneMatch(line -> line.startsWith("G1 X"));
    }

    @Test
    void auditPrintsEverythingAndHasItJudged() {
        Bench bench = bench(Mode.AUDIT);
        bench.octoPrintSends(GateTest.MASK);
        bench.until(() -> bench.state("J1") == JobState.DONE);

        assertThat(bench.judged).singleElement().asString().contains("X666");
        assertThat(bench.carriedOut()).containsSubsequence(GateTest.MASK);
    }

    /// What was streamed lies on the bed of the next job.
    @Test
    void whatWasStreamedIsJudgedWithTheNext() {
        Bench bench = bench(Mode.AUDIT);
        bench.octoPrintSends(GateTest.JOB);
        bench.until(() -> bench.state("J1") == JobState.DONE);
        bench.run(1_000);
        bench.octoPrintSends(GateTest.JOB);
        bench.until(() -> bench.state("J2") == JobState.DONE);

        assertThat(bench.judged.getLast().split("G28\n")).hasSize(3);
    }

    private Bench bench(Mode mode) {
        GateSettings settings = GateSettings.usual("p1").withHighest(200).withMode(mode);
        Bench bench = new Bench(folder, settings, Dialect.MARLIN_2_1.hurried(10));
        bench.commission();
        bench.printed.clear();
        bench.said.clear();
        return bench;
    }

    private static void sendUpTo(Bench bench, List<String> job, String last) {
        bench.octoPrintBegins();
        for (String line : job.subList(0, job.indexOf(last) + 1)) {
            bench.send(line);
        }
    }
}

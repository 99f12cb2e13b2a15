package org.maskguard.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.gateway.job.JobEvent.Begun;
import org.maskguard.gateway.job.JobEvent.Ended;
import org.maskguard.gateway.job.JobEvent.Incomplete;
import org.maskguard.gateway.job.JobEvent.Released;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.StrictReader;

/// DESIGN 8, "A job"; the streams are PEERS C4, D and E.
class JobTrackerTest {

    private static final long MILLI = 1_000_000L;

    private final List<JobEvent> events = new ArrayList<>();
    private final JobTracker tracker = new JobTracker(JobRules.USUAL, events::add);
    private long now = 10_000 * MILLI;

    @Test
    void octoPrintsGreetingIsNoJob() {
        tracker.renumbered(0, now);
        tracker.renumbered(0, now);
        assertThat(numbered("M115")).isEqualTo(Step.ANSWER);
        assertThat(typed("M155 S2")).isEqualTo(Step.ANSWER);
        after(60_000);

        assertThat(events).isEmpty();
    }

    @Test
    void octoPrintsJobIsFromItsM110ToItsLastM400() {
        tracker.renumbered(0, now);
        assertThat(numbered("M140 S60")).isEqualTo(Step.COLLECT);
        assertThat(events).containsExactly(new Begun());
        numbered("M105");
        numbered("G28");
        assertThat(numbered("G1 X10 E5")).isEqualTo(Step.COLLECT);
        numbered("M140 S0");
        assertThat(numbered("M400")).isEqualTo(Step.COLLECT_AND_WAIT);
        after(2900);
        assertThat(events).hasSize(1);
        after(200);

        assertThat(events).containsExactly(new Begun(), new Ended("the last M400"));
    }

    /// OctoPrint's pause begins with an M400 too, and its M114 comes only once that is answered.
    @Test
    void withHeatersOnTheLastM400IsAnsweredAndWaitedForOnceMore() {
        tracker.renumbered(0, now);
        numbered("M140 S60");
        numbered("G1 X10 E5");
        numbered("M400");
        after(3100);
        assertThat(events).containsExactly(new Begun(), new JobEvent.Doubtful());
        after(3100);

        assertThat(events).endsWith(new Ended("the last M400"));
    }

    @Test
    void anM400WithinAJobEndsNothing() {
        tracker.renumbered(0, now);
        numbered("G1 X10 E5");
        numbered("M400");
        after(1000);
        numbered("G1 X20 E6");
        after(5000);

        assertThat(events).containsExactly(new Begun());
    }

    @Test
    void octoPrintsPauseIsWaitedFor() {
        tracker.renumbered(0, now);
        numbered("G1 X10 E5");
        numbered("M400");
        numbered("M114");
        after(600_000);
        assertThat(events).containsExactly(new Begun());
        after(1_300_000);

        assertThat(events).containsExactly(new Begun(), new Incomplete("the host paused for too long"));
    }

    @Test
    void octoPrintsCancelLeavesAnIncompleteJob() {
        tracker.renumbered(0, now);
        numbered("M104 S200");
        numbered("G1 X10 E5");
        numbered("M108");
        numbered("M84");
        numbered("M104 T0 S0");
        numbered("M140 S0");
        after(1100);

        assertThat(events).containsExactly(new Begun(), new Incomplete("the host cancelled it"));
    }

    @Test
    void printrunsJobIsBetweenItsTwoM110() {
        tracker.renumbered(-1, now);
        numbered("M140 S60");
        numbered("G1 X10 E5");
        tracker.renumbered(-1, now);

        assertThat(events).containsExactly(new Begun(), new Ended("Printrun's last M110"));
    }

    @Test
    void typedLinesWithinAJobArePartOfIt() {
        tracker.renumbered(-1, now);
        numbered("G28");

        assertThat(typed("G1 X5 E5")).isEqualTo(Step.COLLECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M77", "M2", "M30", "M29"})
    void aWordOfTheEndEndsAtOnce(String word) {
        typed("M75");
        typed("G1 X1 E1");
        assertThat(typed(word)).isEqualTo(Step.COLLECT);

        assertThat(events).containsExactly(new Begun(), new Ended(word));
    }

    @Test
    void motorsOffAfterDepositsEndASecondLater() {
        tracker.renumbered(0, now);
        numbered("M84");
        after(2000);
        assertThat(events).hasSize(1);
        numbered("G1 X1 E1");
        numbered("M84");
        after(900);
        assertThat(events).hasSize(1);
        after(200);

        assertThat(events).endsWith(new Ended("motors or heaters off"));
    }

    @Test
    void allHeatersOffAfterDepositsEndToo() {
        tracker.renumbered(0, now);
        numbered("M140 S60");
        numbered("M104 S200");
        numbered("G1 X1 E1");
        numbered("M104 S0");
        after(2000);
        assertThat(events).hasSize(1);
        numbered("M140 S0");
        after(1100);

        assertThat(events).endsWith(new Ended("motors or heaters off"));
    }

    @Test
    void tenSecondsOfPollsEndAJob() {
        tracker.renumbered(0, now);
        numbered("G1 X1 E1");
        for (int i = 0; i < 9; i++) {
            after(1000);
            typed("M105");
        }
        assertThat(events).hasSize(1);
        after(1001);

        assertThat(events).endsWith(new Ended("silence"));
    }

    @Test
    void progressThatStopsShortMakesItIncomplete() {
        tracker.renumbered(0, now);
        numbered("M73 P0 R60");
        numbered("G1 X1 E1");
        numbered("M73 P40 R30");
        after(10_001);

        assertThat(events).endsWith(new Incomplete("its progress (M73) stops at 40 %"));
    }

    @Test
    void aHostThatLeavesLeavesAnIncompleteJob() {
        tracker.renumbered(0, now);
        numbered("G1 X1 E1");
        tracker.gone(now);

        assertThat(events).endsWith(new Incomplete("the host went away before the job's end"));
    }

    @Test
    void aSingleTypedCommandIsHeldForAMomentAndSentOn() {
        assertThat(typed("G28")).isEqualTo(Step.HOLD);
        typed("M105");
        after(301);

        assertThat(events).containsExactly(new Released());
    }

    @Test
    void aSecondLineSoonAfterMakesItAJob() {
        assertThat(typed("M190 S60")).isEqualTo(Step.HOLD);
        after(100);
        assertThat(typed("M104 S200")).isEqualTo(Step.COLLECT);

        assertThat(events).containsExactly(new Begun());
    }

    @Test
    void harmlessTypingIsSentOn() {
        assertThat(typed("M104 S200")).isEqualTo(Step.FORWARD);
        assertThat(typed("M106 S255")).isEqualTo(Step.FORWARD);
        assertThat(typed("G1 X10 F3000")).isEqualTo(Step.FORWARD);

        assertThat(events).isEmpty();
    }

    /// W06: one line a second is a job all the same.
    @Test
    void whateverLaysMaterialDownBeginsAJob() {
        typed("M104 S200");
        after(1000);
        assertThat(typed("G1 X10 E1")).isEqualTo(Step.COLLECT);

        assertThat(events).containsExactly(new Begun());
    }

    @Test
    void aLittleExtrusionInPlaceIsNoJobButMuchIs() {
        typed("M83");
        after(400);
        for (int i = 0; i < 10; i++) {
            assertThat(typed("G1 E10 F200")).isIn(Step.FORWARD, Step.HOLD);
            after(400);
            assertThat(tracker.isWithinJob()).isFalse();
        }
        assertThat(typed("G1 E10 F200")).isEqualTo(Step.COLLECT);
    }

    @Test
    void drawingBackAndForthIsNoExtrusion() {
        typed("M83");
        after(400);
        for (int i = 0; i < 100; i++) {
            typed("G1 E-5 F200");
            after(400);
            typed("G1 E5 F200");
            after(400);
        }

        assertThat(tracker.isWithinJob()).isFalse();
    }

    @Test
    void onlyTheConfiguredMarkerEndsWhereThereIsOne() {
        JobRules marked = new JobRules(
                300 * MILLI, 3000 * MILLI, 1000 * MILLI, 10_000 * MILLI, 1_800_000 * MILLI, 100, "M117 done");
        JobTracker other = new JobTracker(marked, events::add);
        other.renumbered(-1, now);
        other.line(command("G1 X1 E1"), true, now);
        other.line(command("M400"), true, now);
        other.line(command("M77"), true, now);
        other.renumbered(-1, now);
        other.tick(now + 60_000 * MILLI);
        assertThat(events).hasSize(1);
        other.line(command("M117 done"), true, now + 60_000 * MILLI);

        assertThat(events).endsWith(new Ended("the configured end"));
    }

    private Step numbered(String line) {
        return tracker.line(command(line), true, now);
    }

    private Step typed(String line) {
        return tracker.line(command(line), false, now);
    }

    private void after(long millis) {
        now += millis * MILLI;
        tracker.tick(now);
    }

    private static Command command(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        return (Command) new StrictReader().read(bytes, 0, bytes.length);
    }
}

package org.maskguard.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.gateway.sim.Dialect;

/// Issue 4: jobs pass byte-exact in order over bad cables; nothing is lost, doubled or reordered.
class RelayTest {

    private static final Dialect QUICK = Dialect.MARLIN_2_1.hurried(1e6);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCleanWireCausesNoResend(long seed) {
        VirtualWires wires = run(seed, 20_000, 0, 0, QUICK);

        assertThat(wires.host.resends).isZero();
        assertThat(wires.relay.printer().resends()).isZero();
        assertThat(wires.relay.host().faults()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesPassOverBadCables(long seed) {
        VirtualWires wires = run(seed, 20_000, 0.01, 0.001, QUICK);

        assertThat(wires.noise[0].damaged()).isGreaterThan(100);
        assertThat(wires.noise[2].damaged()).isGreaterThan(100);
        assertThat(wires.oksDropped).isPositive();
        // Nothing is asked for again but what the cable took: a damaged line, or one whose answer was damaged.
        assertThat(wires.relay.host().faults())
                .isLessThanOrEqualTo(wires.noise[0].damaged() + wires.noise[1].damaged());
        assertThat(wires.relay.printer().resends())
                .isLessThanOrEqualTo(wires.noise[2].damaged() + wires.noise[3].damaged());
    }

    @Test
    void aHundredThousandLinesPassOverBadCables() {
        run(9, 100_000, 0.01, 0.001, QUICK);
    }

    @Test
    @Tag("heavy")
    void aMillionLinesPassOverBadCables() {
        run(6, 1_000_000, 0.01, 0.001, QUICK);
    }

    @Test
    void olderFirmwareIsServedToo() {
        Dialect older = new Dialect(4, 128, false, false, false, false, 1, 1e6);
        run(7, 20_000, 0.01, 0.001, older);
    }

    @Test
    void anAdvancedOkIsRead() {
        Dialect advanced = new Dialect(16, 1024, true, true, true, true, 1, 1e6);
        run(8, 20_000, 0.01, 0.001, advanced);
    }

    /// The host is told, stops, and begins again with the first line that was not carried out: what follows in the
    /// log is
    /// that line, and nothing of before.
    @Test
    void aResetEndsTheJobAndNothingOfItFollows() {
        int length = 40_000;
        Random chance = new Random(99);
        Job job = new Job(5);
        VirtualWires wires = new VirtualWires(5, 0.01, 0.001, QUICK, job::line, length, job);
        wires.relay.open(wires.now);
        wires.host.begin(0, wires.now);
        int resets = 0;
        long due = 500;
        while (!wires.host.isDone()) {
            assertThat(wires.step()).isTrue();
            if (resets < 20 && job.done > due) {
                resets++;
                wires.printer.reset(wires.now);
                while (!wires.host.waiting) {
                    assertThat(wires.step()).isTrue();
                }
                due = job.done + 500 + chance.nextInt(1000);
                wires.host.begin(job.done, wires.now);
            }
        }
        settle(wires);

        assertThat(resets).isEqualTo(20);
        assertThat(job.done).isEqualTo(length);
    }

    /// W12: whatever is under way, on virtual wires of 20 microseconds a hop and a printer in the pace of life.
    @Test
    void anEmergencyStopAtAnyInstantArrivesWithinFiftyMilliseconds() {
        Random chance = new Random(12);
        byte[] stop = "M112\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 200; i++) {
            Job job = new Job(i);
            VirtualWires wires = new VirtualWires(i, 0, 0.01, Dialect.MARLIN_2_1, job::line, 1000, job);
            wires.relay.open(wires.now);
            wires.host.begin(0, wires.now);
            // Not while it boots, when it hears nothing.
            for (int steps = 20 + chance.nextInt(2000); steps > 0; steps--) {
                wires.step();
            }
            long begin = wires.now;
            wires.relay.fromHost(stop, 0, stop.length, wires.now);
            while (!wires.printer.isDead()) {
                assertThat(wires.step()).isTrue();
            }
            assertThat(wires.now - begin).as("seed 12, stop %d", i).isLessThan(50_000_000L);
        }
    }

    /// A whole job; it must arrive exactly.
    private static VirtualWires run(long seed, long length, double damage, double droppedOks, Dialect dialect) {
        Job job = new Job(seed);
        VirtualWires wires = new VirtualWires(seed, damage, droppedOks, dialect, job::line, length, job);
        wires.relay.open(wires.now);
        wires.host.begin(0, wires.now);
        while (!wires.host.isDone()) {
            if (!wires.step()) {
                fail("nothing happens any more after %d of %d lines, seed %d", job.done, length, seed);
            }
        }
        settle(wires);

        assertThat(job.done).as("lines carried out, seed %d", seed).isEqualTo(length);
        assertThat(wires.host.restarts).isZero();
        return wires;
    }

    /// Until the last line is made sure of.
    private static void settle(VirtualWires wires) {
        for (int i = 0; i < 200; i++) {
            wires.step();
        }
    }

    /// The job, and the test of what the printer carries out of it.
    private static final class Job implements Consumer<String> {

        private final long seed;
        private long done;

        Job(long seed) {
            this.seed = seed;
        }

        String line(long index) {
            return RelayTest.line(seed, index);
        }

        /// What the ends ask by themselves does not count; the job has no such line.
        @Override
        public void accept(String text) {
            if (!text.startsWith("M105") && !text.startsWith("M110")) {
                if (!text.equals(line(done))) {
                    assertThat(text).as("line %d, seed %d", done, seed).isEqualTo(line(done));
                }
                done++;
            }
        }
    }

    /// Lines that are told apart by their coordinates.
    private static String line(long seed, long index) {
        Random random = new Random(seed * 1_000_003 + index);
        return switch ((int) (index % 50)) {
            case 7 -> "G92 E" + index;
            case 13 -> "M106 S" + random.nextInt(256);
            case 29 -> "M117 Line " + index;
            default ->
                String.format(
                        Locale.ROOT,
                        "G1 X%d.%d Y%d.5 E%d",
                        random.nextInt(200),
                        1 + random.nextInt(9),
                        random.nextInt(200),
                        index + 1);
        };
    }
}

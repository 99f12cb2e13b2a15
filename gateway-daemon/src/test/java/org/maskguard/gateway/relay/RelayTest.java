package org.maskguard.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
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
        Run run = run(seed, 20_000, 0, 0, QUICK);

        assertThat(run.wires.host.resends).isZero();
        assertThat(run.wires.relay.printer().resends()).isZero();
        assertThat(run.wires.relay.host().faults()).isZero();
        assertThat(run.wires.host.restarts).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aHundredThousandLinesPassOverBadCables(long seed) {
        run(seed, Integer.getInteger("relay.lines", 100_000) / 5, 0.01, 0.001, QUICK);
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

    @Test
    void aResetEndsTheJobAndNothingOfItFollows() {
        Random chance = new Random(99);
        LongFunction<String> job = index -> line(5, index);
        List<String> log = new ArrayList<>();
        VirtualWires wires = new VirtualWires(5, 0.01, 0.001, QUICK, job, 40_000, text -> keep(log, text));
        start(wires, 0);
        int resets = 0;
        long from = 0;
        while (!wires.host.isDone()) {
            assertThat(wires.step()).isTrue();
            if (resets < 20 && log.size() > 500 + chance.nextInt(3000)) {
                resets++;
                wires.printer.reset(wires.now);
                while (!wires.host.waiting) {
                    assertThat(wires.step()).isTrue();
                }
                assertExact(job, from, log);
                // At most what the firmware had queued is lost, which was answered and not yet begun.
                from += log.size();
                log.clear();
                start(wires, from);
            }
        }
        settle(wires);
        assertExact(job, from, log);
        assertThat(from + log.size()).isEqualTo(40_000);
        assertThat(resets).isEqualTo(20);
    }

    private static Run run(long seed, int length, double damage, double droppedOks, Dialect dialect) {
        LongFunction<String> job = index -> line(seed, index);
        List<String> log = new ArrayList<>(length);
        VirtualWires wires =
                new VirtualWires(seed, damage, droppedOks, dialect, job, length, text -> keep(log, text));
        start(wires, 0);
        while (!wires.host.isDone()) {
            assertThat(wires.step()).as("it goes on, after %d of %d lines, seed %d", log.size(), length, seed).isTrue();
        }
        settle(wires);
        assertExact(job, 0, log);
        assertThat(log).as("seed %d", seed).hasSize(length);
        assertThat(wires.host.restarts).isZero();
        return new Run(wires);
    }

    private static void start(VirtualWires wires, long from) {
        if (from == 0) {
            wires.relay.open(wires.now);
        }
        wires.host.begin(from, wires.now);
    }

    private static void settle(VirtualWires wires) {
        for (int i = 0; i < 200 && wires.step(); i++) {
            assertThat(wires.now).isPositive();
        }
    }

    /// What the ends ask by themselves does not count; the job has no such line.
    private static void keep(List<String> log, String text) {
        if (!text.startsWith("M105") && !text.startsWith("M110")) {
            log.add(text);
        }
    }

    private static void assertExact(LongFunction<String> job, long from, List<String> log) {
        for (int i = 0; i < log.size(); i++) {
            if (!log.get(i).equals(job.apply(from + i))) {
                assertThat(log.get(i)).as("line %d", from + i).isEqualTo(job.apply(from + i));
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
            default -> String.format(
                    Locale.ROOT,
                    "G1 X%d.%d Y%d.5 E%d",
                    random.nextInt(200),
                    1 + random.nextInt(9),
                    random.nextInt(200),
                    index + 1);
        };
    }

    private record Run(VirtualWires wires) {}
}

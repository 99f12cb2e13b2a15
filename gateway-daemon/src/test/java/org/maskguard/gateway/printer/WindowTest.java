package org.maskguard.gateway.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.printer.PrinterEvent.Cause;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.Marlin;
import org.maskguard.gateway.sim.Noise;

/// With several commands under way, too, each is carried out once and in order, whatever the cable does.
class WindowTest {

    private static final int LENGTH = 50_000;

    private final ArrayDeque<byte[]> toPrinter = new ArrayDeque<>();
    private final ArrayDeque<byte[]> fromPrinter = new ArrayDeque<>();
    private long carriedOut;
    private long done;
    private Cause lost;

    @ParameterizedTest
    @CsvSource({"1, true, 1", "2, true, 2", "4, true, 3", "8, true, 4", "4, false, 5", "8, false, 6"})
    void everyLineIsCarriedOutOnceAndInOrder(int window, boolean swallowsRepeated, long seed) {
        Dialect dialect = new Dialect(4, 1024, true, false, swallowsRepeated, true, 1, 1e6);
        Noise there = new Noise(new Random(seed), 0.01);
        Noise back = new Noise(new Random(-seed), 0.01);
        PrinterEnd end = new PrinterEnd(line -> toPrinter.add(there.carry(line)), this::hear, Patience.USUAL, window);
        Marlin printer = new Marlin(
                dialect,
                line -> fromPrinter.add(back.carry((line + "\n").getBytes(StandardCharsets.US_ASCII))),
                this::carryOut,
                0);
        long now = 2_000_000_000L;
        printer.advance(now);
        fromPrinter.clear();
        end.open(now);
        long next = 0;
        long steps = 0;
        for (long idle = 0; idle < 40; idle++) {
            assertThat(steps++)
                    .as("steps, after %d lines, seed %d", carriedOut, seed)
                    .isLessThan(LENGTH * 20L);
            while (end.isReady() && next < LENGTH) {
                end.send(new Command('G', 1, 0, line(next++)), now);
            }
            byte[] sent = toPrinter.poll();
            byte[] said = fromPrinter.poll();
            if (sent != null) {
                printer.receive(sent, 0, sent.length, now);
            }
            if (said != null) {
                end.received(said, 0, said.length, now);
            }
            if (sent != null || said != null) {
                now += 10_000;
                idle = 0;
            } else {
                now = Math.max(now, Math.min(printer.next(), end.next() == Long.MAX_VALUE ? now + 1 : end.next()));
                end.tick(now);
            }
            printer.advance(now);
        }

        assertThat(lost).isNull();
        assertThat(carriedOut).as("seed %d", seed).isEqualTo(LENGTH);
        assertThat(done).isEqualTo(LENGTH);
        assertThat(there.damaged() + back.damaged()).isGreaterThan(LENGTH / 100);
    }

    private void hear(PrinterEvent event) {
        if (event instanceof PrinterEvent.Done) {
            done++;
        } else if (event instanceof PrinterEvent.Lost gone) {
            lost = gone.cause();
        }
    }

    private void carryOut(String text) {
        if (text.startsWith("G1 X")) {
            assertThat(text).isEqualTo(line(carriedOut));
            carriedOut++;
        }
    }

    private static String line(long index) {
        return "G1 X" + index % 200 + " Y" + index / 200;
    }
}

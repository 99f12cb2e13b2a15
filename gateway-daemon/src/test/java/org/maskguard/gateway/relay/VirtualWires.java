package org.maskguard.gateway.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.maskguard.gateway.printer.Patience;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.Marlin;
import org.maskguard.gateway.sim.Noise;

/// A host, the relay and a printer on one virtual clock, with a bad cable on each of the four ways.
final class VirtualWires {

    private static final long HOP = 20_000;

    private final ArrayDeque<byte[]> toHost = new ArrayDeque<>();
    private final ArrayDeque<byte[]> hostToRelay = new ArrayDeque<>();
    private final ArrayDeque<byte[]> relayToPrinter = new ArrayDeque<>();
    private final ArrayDeque<byte[]> printerToRelay = new ArrayDeque<>();
    private final Random chance;
    private final double droppedOks;
    final Noise[] noise = new Noise[4];
    final HostModel host;
    final Relay relay;
    final Marlin printer;
    long now;
    long oksDropped;

    VirtualWires(
            long seed,
            double damage,
            double droppedOks,
            Dialect dialect,
            LongFunction<String> job,
            long length,
            Consumer<String> log) {
        chance = new Random(seed);
        this.droppedOks = droppedOks;
        for (int i = 0; i < noise.length; i++) {
            noise[i] = new Noise(new Random(seed * 4 + i), damage);
        }
        host = new HostModel(bytes -> hostToRelay.add(noise[0].carry(bytes)), job, length);
        relay = new Relay(
                bytes -> lines(bytes, toHost, noise[1]),
                bytes -> relayToPrinter.add(noise[2].carry(bytes)),
                Patience.USUAL,
                1);
        printer = new Marlin(dialect, this::said, log, 0);
    }

    /// Lets everything happen that happens next; says whether anything did.
    boolean step() {
        if (deliver()) {
            now += HOP;
            printer.advance(now);
            return true;
        }
        long next = Math.min(Math.min(host.next(), relay.next()), printer.next());
        if (next == Long.MAX_VALUE) {
            return false;
        }
        now = Math.max(now, next);
        printer.advance(now);
        relay.tick(now);
        host.tick(now);
        return true;
    }

    private boolean deliver() {
        byte[] bytes;
        boolean any = false;
        if ((bytes = hostToRelay.poll()) != null) {
            relay.fromHost(bytes, 0, bytes.length, now);
            any = true;
        }
        if ((bytes = relayToPrinter.poll()) != null) {
            printer.receive(bytes, 0, bytes.length, now);
            any = true;
        }
        if ((bytes = printerToRelay.poll()) != null) {
            relay.fromPrinter(bytes, 0, bytes.length, now);
            any = true;
        }
        if ((bytes = toHost.poll()) != null) {
            host.received(bytes, now);
            any = true;
        }
        return any;
    }

    private void said(String line) {
        if (line.startsWith("ok") && chance.nextDouble() < droppedOks) {
            oksDropped++;
            return;
        }
        printerToRelay.add(noise[3].carry((line + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private static void lines(byte[] bytes, ArrayDeque<byte[]> into, Noise noise) {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                into.add(noise.carry(java.util.Arrays.copyOfRange(bytes, from, i + 1)));
                from = i + 1;
            }
        }
    }
}

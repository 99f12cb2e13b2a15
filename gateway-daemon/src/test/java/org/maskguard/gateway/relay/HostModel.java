package org.maskguard.gateway.relay;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.maskguard.gateway.line.Command;

/// A host as OctoPrint is one (PEERS C): one line at a time, numbers and checksums, a new M105 for a lost `ok`,
/// resending
/// from any of the last 50 lines, and an end to the job when it sees `start`.
final class HostModel {

    private static final long SECOND = 1_000_000_000L;
    private static final int KEPT = 50;

    private final Consumer<byte[]> wire;
    private final LongFunction<String> job;
    private final long length;
    private final String[] history = new String[KEPT];
    private final StringBuilder heard = new StringBuilder();

    private long number;
    private long cursor = 1;
    private long next;
    private long deadline = Long.MAX_VALUE;
    private boolean saysBusy;
    private long ignoreOkUntil = -1;
    long resends;
    long restarts;
    boolean waiting = true;

    /// @param job the job's line by its index, from 0
    HostModel(Consumer<byte[]> wire, LongFunction<String> job, long length) {
        this.wire = wire;
        this.job = job;
        this.length = length;
    }

    /// Begins, or goes on with the line `from`.
    void begin(long from, long now) {
        next = from;
        number = 0;
        cursor = 1;
        wire.accept("N0 M110 N0*125\n".getBytes(StandardCharsets.US_ASCII));
        expect(now);
        waiting = false;
    }

    boolean isDone() {
        return next == length && cursor > number && deadline == Long.MAX_VALUE;
    }

    void received(byte[] bytes, long now) {
        for (byte b : bytes) {
            if (b != '\n') {
                heard.append((char) (b & 0xFF));
                continue;
            }
            String line = heard.toString();
            heard.setLength(0);
            hear(line, now);
        }
    }

    void tick(long now) {
        if (now >= deadline) {
            // A lost ok: not the line again, but a new one.
            if (cursor > number) {
                add("M105");
            }
            transmit(now);
        }
    }

    long next() {
        return deadline;
    }

    private void hear(String line, long now) {
        if (line.equals("start")) {
            restarts++;
            deadline = Long.MAX_VALUE;
            waiting = true;
        } else if (waiting) {
            return;
        } else if (line.startsWith("ok")) {
            if (now < ignoreOkUntil) {
                ignoreOkUntil = -1;
                return;
            }
            if (cursor > number && next < length) {
                add(job.apply(next++));
            }
            if (cursor <= number) {
                transmit(now);
            } else {
                deadline = Long.MAX_VALUE;
            }
        } else if (line.startsWith("Resend")) {
            String digits = line.replaceAll("\\D", "");
            long wanted = digits.isEmpty() || digits.length() > 9 ? -1 : Long.parseLong(digits);
            if (wanted > 0 && wanted <= number && wanted > number - KEPT) {
                resends++;
                cursor = wanted;
                transmit(now);
                ignoreOkUntil = now + SECOND / 2;
            }
        } else if (line.startsWith("echo:busy:")) {
            saysBusy = true;
            expect(now);
        }
    }

    private void add(String text) {
        number++;
        history[(int) (number % KEPT)] = text;
    }

    private void transmit(long now) {
        wire.accept(new Command('M', 0, 0, history[(int) (cursor % KEPT)]).numbered(cursor));
        cursor++;
        expect(now);
    }

    private void expect(long now) {
        deadline = now + (saysBusy ? 3 : 30) * SECOND;
    }
}

package org.maskguard.gateway.sim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.maskguard.gateway.line.Arrival;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.EmergencyScanner;
import org.maskguard.gateway.line.MarlinBytes;
import org.maskguard.gateway.line.Numbering;

/// The simulated firmware: bytes in, lines out, in the time that it is told. Not thread-safe.
///
/// All instants are nanoseconds of one clock that only goes forward. Nothing happens between calls: whoever drives it
/// calls
/// [#advance] at or after [#next].
public final class Marlin {

    private static final double NANOS = 1e9;
    private static final long KEEPALIVE = 2_000_000_000L;
    private static final long HEAT_REPORT = 1_000_000_000L;

    private record Queued(String line, long number, boolean answered) {}

    private final Dialect dialect;
    private final Consumer<String> out;
    private final Consumer<String> log;
    private final byte[] received;
    private final MarlinBytes bytes = new MarlinBytes();
    private final EmergencyScanner emergencies = new EmergencyScanner();
    private final ArrayDeque<Queued> queue = new ArrayDeque<>();
    private final Words words = new Words();
    private final Card card = new Card();

    private Numbering numbering;
    private Machine machine;
    private int receivedFrom;
    private int receivedTo;
    private long overflowed;
    private Queued current;
    private double done;
    private long clock;
    private long keepalive;
    private long boot;
    private boolean booting;
    private boolean dead;
    private long reportEvery;
    private long report;
    private long busyEvery = KEEPALIVE;

    /// A printer that was just switched on: it says `start` once it has booted.
    ///
    /// @param out takes each line that it says, without its end
    /// @param log takes each command that it begins to carry out, without number and checksum; unknown words are
    /// none
    public Marlin(Dialect dialect, Consumer<String> out, Consumer<String> log, long now) {
        this.dialect = dialect;
        this.out = out;
        this.log = log;
        received = new byte[dialect.receiveBuffer()];
        reset(now);
    }

    /// Resets it, by its button, by DTR or by its plug: all but the card is forgotten.
    public void reset(long now) {
        numbering = new Numbering(dialect.swallowsRepeated());
        machine = new Machine(out);
        queue.clear();
        current = null;
        receivedFrom = receivedTo = 0;
        bytes.forget();
        card.close();
        card.pause();
        dead = false;
        booting = true;
        reportEvery = 0;
        busyEvery = KEEPALIVE;
        clock = now;
        boot = now + (long) (dialect.bootSeconds() * NANOS);
    }

    /// Bytes arrive; those that find no room are lost, and while it boots all are.
    public void receive(byte[] from, int begin, int end, long now) {
        advance(now);
        if (booting || dead) {
            return;
        }
        for (int i = begin; i < end; i++) {
            Emergency word = emergencies.take(from[i]);
            if (word != null && dialect.emergencyParser()) {
                obey(word, now);
                if (dead) {
                    return;
                }
            }
            if (receivedTo == received.length && receivedFrom > 0) {
                System.arraycopy(received, receivedFrom, received, 0, receivedTo - receivedFrom);
                receivedTo -= receivedFrom;
                receivedFrom = 0;
            }
            if (receivedTo < received.length) {
                received[receivedTo++] = from[i];
            } else {
                overflowed++;
            }
        }
        advance(now);
    }

    /// Lets time go by.
    public void advance(long now) {
        if (dead) {
            return;
        }
        if (booting) {
            if (now < boot) {
                return;
            }
            booting = false;
            clock = boot;
            Reports.BOOT.forEach(out);
        }
        reportTemperatures(now);
        boolean busy = true;
        while (busy && !dead) {
            fill(now);
            busy = current == null ? begin(now) : finish(now);
        }
        clock = Math.max(clock, now);
    }

    /// The next instant at which something happens by itself; `Long.MAX_VALUE` where nothing will.
    public long next() {
        if (dead) {
            return Long.MAX_VALUE;
        }
        if (booting) {
            return boot;
        }
        long next = reportEvery > 0 ? report : Long.MAX_VALUE;
        if (current != null) {
            next = Math.min(next, done < Long.MAX_VALUE / 2 ? (long) Math.ceil(done) : Long.MAX_VALUE);
            next = busyEvery > 0 ? Math.min(next, keepalive) : next;
        }
        return next;
    }

    private void fill(long now) {
        while (queue.size() < dialect.queue() && receivedFrom < receivedTo && !dead) {
            if (bytes.take(received[receivedFrom++])) {
                arrive(bytes.line(), bytes.length(), now);
            }
        }
        while (queue.size() < dialect.queue() && card.isPrinting()) {
            String line = card.line();
            if (line == null) {
                out.accept("Done printing file");
            } else {
                queue.add(new Queued(line, -1, false));
            }
        }
    }

    private void arrive(byte[] line, int length, long now) {
        Arrival arrival = numbering.take(line, length);
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        if (arrival == Arrival.UNNUMBERED && card.isWriting() && !text.contains("M29")) {
            arrival = Arrival.NO_CHECKSUM;
        }
        if (arrival.isFault()) {
            receivedFrom = receivedTo = 0;
            bytes.forget();
            arrival.request(numbering.last()).lines().forEach(out);
            if (dialect.okAfterResend()) {
                out.accept("ok");
            }
        } else if (arrival.isTaken()) {
            boolean numbered = arrival == Arrival.TAKEN;
            if (!numbered && !dialect.emergencyParser()) {
                early(text.strip(), now);
            }
            queue.add(new Queued(text, numbered ? numbering.last() : -1, true));
        }
    }

    /// Without the parser, the main loop looks out for three words, by their first four characters.
    private void early(String text, long now) {
        if (text.startsWith("M112")) {
            obey(Emergency.KILL, now);
        } else if (text.startsWith("M108")) {
            obey(Emergency.BREAK_WAIT, now);
        } else if (text.startsWith("M410")) {
            obey(Emergency.QUICK_STOP, now);
        }
    }

    private void obey(Emergency word, long now) {
        switch (word) {
            case KILL -> kill(now);
            case BREAK_WAIT, ANSWER -> {
                if (current != null && (done == Double.POSITIVE_INFINITY || machine.waitedFor() != null)) {
                    done = now;
                }
            }
            case QUICK_STOP -> machine.motion().stop(seconds(now));
            case ABORT_CARD -> card.pause();
        }
    }

    private void kill(long now) {
        machine.stop(seconds(now));
        out.accept("echo:M112 Shutdown");
        out.accept("Error:Printer halted. kill() called!");
        dead = true;
        queue.clear();
        current = null;
    }

    private boolean begin(long now) {
        current = queue.poll();
        if (current == null) {
            return false;
        }
        byte[] line = current.line().getBytes(StandardCharsets.ISO_8859_1);
        words.read(line, line.length);
        if (card.isWriting()) {
            done = clock;
            store();
            return true;
        }
        keepalive = clock + busyEvery;
        if (words.letter() == 'M' && words.code() == 112) {
            log.accept(words.text());
            kill(now);
            return false;
        }
        protocolWords();
        done = clock;
        boolean known = CardWords.execute(words, card, out);
        if (!known) {
            double after = machine.execute(words, seconds(clock));
            done = after == Double.POSITIVE_INFINITY ? after : Math.max(clock, after / dialect.hurry() * NANOS);
            known = machine.isKnown();
        }
        if (known) {
            log.accept(words.text());
        }
        if (machine.waitedFor() != null) {
            keepalive = clock + HEAT_REPORT;
        }
        return true;
    }

    private void store() {
        if (words.text().contains("M29")) {
            card.close();
            out.accept("Done saving file.");
        } else {
            card.write(words.text());
        }
    }

    private void protocolWords() {
        if (words.letter() != 'M') {
            return;
        }
        switch (words.code()) {
            case 110 -> numbering.last((long) words.value('N', numbering.last()));
            case 113 -> busyEvery = (long) (words.value('S', busyEvery / NANOS) * NANOS);
            case 155 -> {
                reportEvery = (long) (words.value('S', reportEvery / NANOS) * NANOS);
                report = clock + reportEvery;
            }
            default -> {}
        }
    }

    private boolean finish(long now) {
        while (busyEvery > 0 && keepalive <= now && keepalive < done) {
            Heater heater = machine.waitedFor();
            out.accept(
                    heater == null ? "echo:busy: processing" : " " + machine.temperatures(seconds(keepalive)) + " W:?");
            keepalive += heater == null ? busyEvery : HEAT_REPORT;
        }
        if (done > now) {
            return false;
        }
        clock = Math.max(clock, (long) Math.ceil(done));
        if (current.answered()) {
            ok();
        }
        current = null;
        return true;
    }

    private void ok() {
        String answer = "ok";
        if (dialect.advancedOk()) {
            answer += (current.number() >= 0 ? " N" + current.number() : "")
                    + " P" + Math.max(0, machine.motion().room(seconds(clock)) - 1)
                    + " B" + Math.max(0, dialect.queue() - 1 - queue.size());
        }
        String report = machine.okReport();
        out.accept(report.isEmpty() ? answer : answer + " " + report);
    }

    private void reportTemperatures(long now) {
        while (reportEvery > 0 && report <= now) {
            out.accept(" " + machine.temperatures(seconds(report)));
            report += reportEvery;
        }
    }

    private double seconds(long instant) {
        return instant / NANOS * dialect.hurry();
    }

    /// Whether it was killed and waits for a reset.
    public boolean isDead() {
        return dead;
    }

    /// Bytes lost because the receive buffer was full.
    public long overflowed() {
        return overflowed;
    }

    /// Where the tool is: X, Y, Z, E in mm.
    public double[] position(long now) {
        return machine.motion().position(seconds(now));
    }

    /// The nozzle's temperature and its target, in degrees.
    public double[] nozzle(long now) {
        return new double[] {
            machine.nozzle().temperature(seconds(now)), machine.nozzle().target()
        };
    }

    /// The bed's temperature and its target, in degrees.
    public double[] bed(long now) {
        return new double[] {
            machine.bed().temperature(seconds(now)), machine.bed().target()
        };
    }

    /// Filament pushed forward since the reset, in mm.
    public double extruded() {
        return machine.extruded();
    }

    /// The part fan's speed, 0 to 255.
    public int fan() {
        return machine.fan();
    }

    /// Whether it was homed since the reset.
    public boolean isHomed() {
        return machine.isHomed();
    }

    /// The files on the card, by name.
    public SortedMap<String, List<String>> files() {
        return card.files();
    }
}

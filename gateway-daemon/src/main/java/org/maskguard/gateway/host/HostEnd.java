package org.maskguard.gateway.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;
import org.maskguard.gateway.host.HostEvent.Line;
import org.maskguard.gateway.host.HostEvent.Refused;
import org.maskguard.gateway.host.HostEvent.Renumbered;
import org.maskguard.gateway.line.Arrival;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.EmergencyScanner;
import org.maskguard.gateway.line.LineBuffer;
import org.maskguard.gateway.line.Numbering;
import org.maskguard.gateway.line.Reading;
import org.maskguard.gateway.line.StrictReader;
import org.maskguard.gateway.line.WordClass;

/// Takes the host's lines as Marlin would, but more carefully (PEERS A1, A2).
///
/// Its differences from the firmware, each so that no damaged line is carried out and no host is left waiting:
///
/// - The checksum is tested before the number: a damaged number is not taken for a repeated line.
/// - A line that repeats one of the last two byte for byte is answered with `ok` and dropped.
/// - A line without a number but with a `*` has lost its number: it is asked for again, and so is a numbered line whose
///   end does not come within a second.
/// - For a tenth of a second after a fault, lines without a number that are neither polls nor emergencies are the rest
/// of
///   the damaged line, and are dropped.
///
/// At most [#MOST_PENDING] lines wait for their [#ok]; further bytes are kept, up to [#MOST_WAITING], and what is
/// beyond is
/// lost as in a real printer. Emergency words are found in every byte, lost ones too. Instants are nanoseconds of one
/// clock. Not thread-safe; events are given out of the calls that cause them.
public final class HostEnd {

    /// How many lines are given before the first is answered.
    public static final int MOST_PENDING = 32;

    /// How many bytes are kept behind those, in bytes.
    public static final int MOST_WAITING = 1 << 16;

    private static final long SECOND = 1_000_000_000L;
    private static final long KEEPALIVE = 2 * SECOND;
    private static final long END_OF_LINE = SECOND;
    private static final long REMAINS = SECOND / 10;
    private static final int MOST_LINE = 512;

    private final Consumer<byte[]> wire;
    private final Consumer<HostEvent> events;
    private final boolean advancedOk;
    private final LineBuffer line = new LineBuffer(MOST_LINE);
    private final EmergencyScanner emergencies = new EmergencyScanner();
    private final StrictReader reader = new StrictReader();
    private final Numbering numbering = new Numbering(false);
    private final Repeats repeats = new Repeats();
    private final ArrayDeque<Long> pending = new ArrayDeque<>();

    private byte[] waiting = new byte[256];
    private int waitingFrom;
    private int waitingTo;
    private boolean taking;
    private long lost;
    private long faultAt = Long.MIN_VALUE / 2;
    private long heardAt;
    private long keepalive = Long.MAX_VALUE;
    private long faults;

    /// @param wire takes each whole line, or several, that go to the host
    /// @param advancedOk whether an `ok` says the line's number and the free places
    public HostEnd(Consumer<byte[]> wire, Consumer<HostEvent> events, boolean advancedOk) {
        this.wire = wire;
        this.events = events;
        this.advancedOk = advancedOk;
    }

    /// Bytes from the host.
    public void received(byte[] bytes, int from, int to, long now) {
        for (int i = from; i < to; i++) {
            Emergency word = emergencies.take(bytes[i]);
            if (word != null) {
                events.accept(new HostEvent.Emergency(word, Math.max(0, emergencies.index())));
            }
        }
        keep(bytes, from, to);
        heardAt = now;
        takeLines(now);
    }

    /// Answers the oldest line that was not answered yet.
    ///
    /// @param report what stands behind the `ok`, such as temperatures; may be empty
    public void ok(String report, long now) {
        if (pending.isEmpty()) {
            throw new IllegalStateException("no line waits for an answer");
        }
        long number = pending.removeFirst();
        StringBuilder answer = new StringBuilder("ok");
        if (advancedOk) {
            if (number != HostEvent.UNNUMBERED) {
                answer.append(" N").append(number);
            }
            answer.append(" P0 B").append(MOST_PENDING - pending.size());
        }
        if (!report.isEmpty()) {
            answer.append(' ').append(report);
        }
        say(answer.toString());
        keepalive = pending.isEmpty() ? Long.MAX_VALUE : now + KEEPALIVE;
        takeLines(now);
    }

    /// Says a line, given without its end; what is not printable ASCII in it becomes `?`.
    public void say(String text) {
        byte[] line = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < line.length - 1; i++) {
            line[i] = line[i] >= 0x20 && line[i] < 0x7F ? line[i] : (byte) '?';
        }
        wire.accept(line);
    }

    /// Says that the printer began anew: lines that wait for an answer are forgotten, and numbers begin at 1.
    public void start() {
        forget();
        say("start");
    }

    /// Forgets everything that was heard from a host that has gone.
    public void forget() {
        pending.clear();
        forgetInput();
        repeats.clear();
        numbering.last(0);
        keepalive = Long.MAX_VALUE;
    }

    /// How many lines wait for their answer.
    public int pending() {
        return pending.size();
    }

    /// How many times a line was asked for again.
    public long faults() {
        return faults;
    }

    /// Bytes lost because the host did not wait for its answers.
    public long lost() {
        return lost;
    }

    /// The next instant at which [#tick] has something to do; `Long.MAX_VALUE` for none.
    public long next() {
        return Math.min(keepalive, isLeftUnended() ? heardAt + END_OF_LINE : Long.MAX_VALUE);
    }

    /// Time went by.
    public void tick(long now) {
        if (now >= keepalive) {
            say("echo:busy: processing");
            keepalive = now + KEEPALIVE;
        }
        if (isLeftUnended() && now >= heardAt + END_OF_LINE) {
            fault(Arrival.WRONG_CHECKSUM, now);
        }
    }

    private boolean isLeftUnended() {
        return waitingFrom == waitingTo && line.isWithinLine() && Numbering.isNumbered(line.bytes(), line.length());
    }

    private void takeLines(long now) {
        // An answer given out of an event comes back here.
        if (taking) {
            return;
        }
        taking = true;
        try {
            while (waitingFrom < waitingTo && pending.size() < MOST_PENDING) {
                if (line.take(waiting[waitingFrom++]) && line.length() > 0) {
                    arrive(now);
                }
            }
        } finally {
            taking = false;
        }
    }

    private void arrive(long now) {
        byte[] bytes = line.bytes();
        int length = line.length();
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ';') {
                length = i;
            }
        }
        while (length > 0 && bytes[length - 1] == ' ') {
            length--;
        }
        if (length == 0) {
            return;
        }
        if (Numbering.isNumbered(bytes, length)) {
            numbered(bytes, length, now);
        } else {
            unnumbered(bytes, length, now);
        }
    }

    private void numbered(byte[] bytes, int length, long now) {
        Arrival check = line.isOverlong() ? Arrival.NO_CHECKSUM : Numbering.checksum(bytes, length);
        if (check.isFault()) {
            fault(check, now);
            return;
        }
        if (!Numbering.isRenumbering(bytes, length) && repeats.holds(bytes, length)) {
            say("ok");
            return;
        }
        Arrival arrival = numbering.take(bytes, length);
        if (arrival.isFault()) {
            fault(arrival, now);
            return;
        }
        repeats.add(bytes, length);
        faultAt = Long.MIN_VALUE / 2;
        int star = length - 1;
        while (bytes[star] != '*') {
            star--;
        }
        int from = bodyOf(bytes, star);
        take(numbering.last(), bytes, from, star, now);
    }

    private void unnumbered(byte[] bytes, int length, long now) {
        boolean starred = false;
        for (int i = 0; i < length; i++) {
            starred |= bytes[i] == '*';
        }
        boolean remains = now - faultAt < REMAINS;
        if (remains && (starred || !isHarmlessNow(bytes, length))) {
            return;
        }
        if (starred) {
            fault(Arrival.WRONG_CHECKSUM, now);
        } else {
            take(HostEvent.UNNUMBERED, bytes, 0, length, now);
        }
    }

    private boolean isHarmlessNow(byte[] bytes, int length) {
        if (!(reader.read(bytes, 0, length) instanceof Command command)) {
            return false;
        }
        WordClass word = WordClass.of(command);
        return word == WordClass.POLL || word == WordClass.EMERGENCY;
    }

    private void take(long number, byte[] bytes, int from, int to, long now) {
        Reading reading = line.isOverlong()
                ? new Reading.Refusal("it has more than " + MOST_LINE + " characters")
                : reader.read(bytes, from, to);
        pending.addLast(number);
        if (keepalive == Long.MAX_VALUE) {
            keepalive = now + KEEPALIVE;
        }
        events.accept(
                switch (reading) {
                    case Command command when command.is('M', 110) -> renumber(command);
                    case Command command -> new Line(number, command);
                    case Reading.Refusal refusal -> new Refused(number, printable(bytes, from, to), refusal.why());
                    case Reading.Nothing _ -> new Refused(number, "", "it is empty");
                });
    }

    /// An M110 that is carried out takes the number of its own N, where it has one.
    private Renumbered renumber(Command command) {
        double number = command.value('N');
        if (!Double.isNaN(number)) {
            numbering.last((long) number);
        }
        repeats.clear();
        return new Renumbered(numbering.last());
    }

    private void fault(Arrival fault, long now) {
        faults++;
        faultAt = now;
        // As the firmware does: what else has arrived is lost, and asked for again in its turn.
        forgetInput();
        wire.accept((fault.request(numbering.last()) + "ok\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void forgetInput() {
        waitingFrom = waitingTo = 0;
        line.forget();
    }

    private void keep(byte[] bytes, int from, int to) {
        if (waitingFrom == waitingTo) {
            waitingFrom = waitingTo = 0;
        }
        int count = to - from;
        if (waitingTo + count > waiting.length) {
            System.arraycopy(waiting, waitingFrom, waiting, 0, waitingTo - waitingFrom);
            waitingTo -= waitingFrom;
            waitingFrom = 0;
            if (waitingTo + count > waiting.length) {
                waiting =
                        Arrays.copyOf(waiting, Math.min(MOST_WAITING, Math.max(waiting.length * 2, waitingTo + count)));
            }
        }
        int kept = Math.min(count, waiting.length - waitingTo);
        System.arraycopy(bytes, from, waiting, waitingTo, kept);
        waitingTo += kept;
        lost += count - kept;
    }

    /// Where the command begins behind `N`, a sign, digits and spaces.
    private static int bodyOf(byte[] bytes, int star) {
        int at = 0;
        while (at < star && bytes[at] == ' ') {
            at++;
        }
        at++;
        while (at < star && (bytes[at] == '-' || bytes[at] == '+' || bytes[at] >= '0' && bytes[at] <= '9')) {
            at++;
        }
        return at;
    }

    private static String printable(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && text.length() < 96; i++) {
            text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '?');
        }
        return text.toString().strip();
    }

    /// The last two numbered lines, byte for byte.
    private static final class Repeats {

        private byte[] last = {};
        private byte[] before = {};

        void clear() {
            last = before = new byte[0];
        }

        void add(byte[] bytes, int length) {
            before = last;
            last = Arrays.copyOf(bytes, length);
        }

        boolean holds(byte[] bytes, int length) {
            return Arrays.equals(last, 0, last.length, bytes, 0, length)
                    || Arrays.equals(before, 0, before.length, bytes, 0, length);
        }
    }
}

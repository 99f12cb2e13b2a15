package org.maskguard.gcode;

import java.util.Arrays;
import java.util.Objects;

/// Executes a job as a printer would: bytes in, in pieces of any size, deposits out.
///
/// One interpreter serves one job and one thread. Memory is bounded by [JobLimits]: a line, the text of a repeat, and
/// the macros.
public final class Interpreter {

    private final JobLimits limits;
    private final Scripts scripts;
    private final Machine machine;
    private final Motion motion;
    private final Line line = new Line();
    private final boolean movesAreMacros;

    /// The beginning of a line whose end has not come yet.
    private byte[] carry = new byte[256];

    private int carried;

    /// Whether a line feed that comes next belongs to the end of the line before.
    private boolean afterReturn;

    private boolean ended;

    /// Whether plain moves may be executed where they are read, past [Line] and [Machine].
    private boolean plain = true;

    /// The job's own lines; all lines that were executed; the last checked line's own number.
    private long number;

    private long executed;
    private long lastNumber = Long.MIN_VALUE;

    /// @param configuration what is known of the printer
    /// @param sink receives what is deposited
    public Interpreter(Configuration configuration, JobLimits limits, DepositSink sink) {
        this.limits = limits;
        this.scripts = new Scripts(this, limits);
        this.machine = new Machine(configuration, limits, sink, scripts);
        this.motion = machine.motion;
        this.movesAreMacros = configuration.macros().containsKey("G0")
                || configuration.macros().containsKey("G1");
        settle();
    }

    /// Executes the lines that these bytes complete.
    ///
    /// @throws UnreadableJob naming line and command; nothing may be fed after it
    public void feed(byte[] bytes, int from, int to) throws UnreadableJob {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (ended) {
            throw new IllegalStateException("the job has ended");
        }
        int at = from;
        if (carried > 0) {
            while (at < to && !isEnd(bytes[at])) {
                at++;
            }
            keep(bytes, from, at);
            if (at == to) {
                return;
            }
            carried();
            afterReturn = bytes[at++] == '\r';
        }
        int stop = to;
        while (stop > at && !isEnd(bytes[stop - 1])) {
            stop--;
        }
        at = lines(bytes, at, stop);
        keep(bytes, at, to);
    }

    /// The end of the job; a last line need not have an end mark.
    ///
    /// @throws UnreadableJob also where the job deposits nothing but calls a file that is not here
    public JobSummary end() throws UnreadableJob {
        if (carried > 0) {
            carried();
        }
        ended = true;
        return machine.end(executed);
    }

    private void carried() throws UnreadableJob {
        int length = carried;
        carried = 0;
        number++;
        whole(carry, 0, length);
    }

    private void keep(byte[] bytes, int from, int to) throws UnreadableJob {
        int more = to - from;
        if (more == 0) {
            return;
        }
        afterReturn = false;
        if (carried + more > limits.lineBytes()) {
            throw tooLong(number + 1);
        }
        if (carried + more > carry.length) {
            carry = Arrays.copyOf(carry, Math.max(2 * carry.length, carried + more));
        }
        System.arraycopy(bytes, from, carry, carried, more);
        carried += more;
    }

    /// Executes whole lines.
    ///
    /// @param stop behind an end mark, so that no reading of a line need look at it
    private int lines(byte[] bytes, int from, int stop) throws UnreadableJob {
        int at = from;
        while (at < stop) {
            byte c = bytes[at];
            if (afterReturn) {
                afterReturn = false;
                if (c == '\n') {
                    at++;
                    continue;
                }
            }
            number++;
            if (c == 'G' && plain) {
                int next = move(bytes, at, number);
                if (next > 0) {
                    at = next;
                    continue;
                }
            }
            int end = at;
            while (!isEnd(bytes[end])) {
                end++;
            }
            whole(bytes, at, end);
            afterReturn = bytes[end] == '\r';
            at = end + 1;
        }
        return at;
    }

    /// The short way for lines such as `G1 X1 Y2 E.3 F1800 ; comment`, which nearly all lines are.
    ///
    /// @return where the next line begins, or 0 where the line is anything else and nothing was done
    private int move(byte[] bytes, int from, long of) throws UnreadableJob {
        int mode = bytes[from + 1] - '0';
        if (mode != 0 && mode != 1) {
            return 0;
        }
        int at = from + 2;
        int has = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        double e = 0;
        byte c = bytes[at];
        while (true) {
            if (c == ' ') {
                c = bytes[++at];
                continue;
            }
            if (c == '\n' || c == '\r' || c == ';') {
                break;
            }
            byte letter = c;
            c = bytes[++at];
            boolean negative = c == '-';
            if (negative) {
                c = bytes[++at];
            }
            int first = at;
            long digits = 0;
            int digit = c - '0';
            while (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                c = bytes[++at];
                digit = c - '0';
            }
            int count = at - first;
            double value;
            if (c == '.') {
                c = bytes[++at];
                first = at;
                digit = c - '0';
                while (digit >= 0 && digit <= 9) {
                    digits = digits * 10 + digit;
                    c = bytes[++at];
                    digit = c - '0';
                }
                int places = at - first;
                count += places;
                if (count > Decimals.EXACT_DIGITS) {
                    return 0;
                }
                value = digits / Decimals.TENS[places];
            } else {
                value = digits;
            }
            if (count == 0 || count > Decimals.EXACT_DIGITS || c == ':') {
                return 0;
            }
            if (negative) {
                value = -value;
            }
            int bit;
            switch (letter) {
                case 'X' -> {
                    x = value;
                    bit = Motion.X;
                }
                case 'Y' -> {
                    y = value;
                    bit = Motion.Y;
                }
                case 'Z' -> {
                    z = value;
                    bit = Motion.Z;
                }
                case 'E' -> {
                    e = value;
                    bit = Motion.E;
                }
                case 'F' -> bit = 16;
                default -> {
                    return 0;
                }
            }
            if ((has & bit) != 0) {
                return 0;
            }
            has |= bit;
        }
        if (at - from > Line.MARLIN_BYTES) {
            return 0;
        }
        while (c != '\n' && c != '\r') {
            c = bytes[++at];
        }
        if (at - from > limits.lineBytes()) {
            return 0;
        }
        count(of);
        machine.modal = mode;
        motion.move(has, x, y, z, e, of);
        afterReturn = c == '\r';
        return at + 1;
    }

    private void whole(byte[] bytes, int from, int to) throws UnreadableJob {
        if (to - from > limits.lineBytes()) {
            throw tooLong(number);
        }
        int start = number == 1 ? afterMark(bytes, from, to) : from;
        if (scripts.isRecording()) {
            scripts.record(bytes, start, to, number);
        }
        execute(line, bytes, start, to, number);
    }

    private void execute(Line in, byte[] bytes, int from, int to, long of) throws UnreadableJob {
        count(of);
        if (from == to || bytes[from] == ';') {
            return;
        }
        in.read(bytes, from, to);
        if (in.checked) {
            order(in, of);
        }
        machine.execute(in, of);
        settle();
    }

    /// Executes lines from elsewhere.
    ///
    /// @param body ends with an end mark
    /// @param of the job's line that they are executed for
    void run(byte[] body, Scripts.Block block, long of) throws UnreadableJob {
        Line in = new Line();
        boolean before = afterReturn;
        while (block.at < body.length) {
            int at = block.at;
            int next = plain && bytesBegin(body, at) ? move(body, at, of) : 0;
            if (next > 0) {
                block.at = next;
                continue;
            }
            int end = at;
            while (!isEnd(body[end])) {
                end++;
            }
            block.at = end + 1;
            execute(in, body, at, end, of);
        }
        afterReturn = before;
    }

    Machine machine() {
        return machine;
    }

    private static boolean bytesBegin(byte[] body, int at) {
        return body[at] == 'G';
    }

    /// A line that was sent twice is swallowed by one firmware, executed by another, asked for again by a third.
    private void order(Line in, long of) throws UnreadableJob {
        if (!in.fits) {
            throw new UnreadableJob(
                    "bad-checksum", of, in.command(), "line " + of + ": the checksum does not fit the line");
        }
        if (in.kind == Line.Kind.CODE && in.letter == 'M' && in.code == 110) {
            in.readWords();
            lastNumber = in.has('N') ? (long) in.value('N') : in.number;
            return;
        }
        if (in.number <= lastNumber) {
            throw new UnreadableJob(
                    "doubtful", of, in.command(), "line " + of + ": its number " + in.number + " came before");
        }
        lastNumber = in.number;
    }

    private void count(long of) throws UnreadableJob {
        if (++executed > limits.lines()) {
            throw new UnreadableJob("too-large", of, "", "line " + of + ": more than " + limits.lines() + " lines");
        }
    }

    private void settle() {
        plain = !movesAreMacros && machine.isPlain() && !scripts.isRecording();
    }

    private UnreadableJob tooLong(long of) {
        return new UnreadableJob("too-large", of, "", "line " + of + ": longer than " + limits.lineBytes() + " bytes");
    }

    /// Past the mark that UTF-8 files of some editors begin with.
    private static int afterMark(byte[] bytes, int from, int to) {
        boolean marked = to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return marked ? from + 3 : from;
    }

    private static boolean isEnd(byte c) {
        return c == '\n' || c == '\r';
    }
}

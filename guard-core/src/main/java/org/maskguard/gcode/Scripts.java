package org.maskguard.gcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines that are executed again or from elsewhere: macros (M810 to M819 and the configuration's) and repeats (M808).
final class Scripts {

    private final Interpreter interpreter;
    private final JobLimits limits;
    private final byte[][] macros = new byte[10][];
    private int depth;

    /// Marks of repeats that are open in the job itself, as places in what was recorded since the outermost one.
    private final Block job;

    private byte[] recorded = new byte[0];
    private int length;
    private int lineStart;

    /// What is executed now: the job or a body.
    private Block current;

    Scripts(Interpreter interpreter, JobLimits limits) {
        this.interpreter = interpreter;
        this.limits = limits;
        this.job = new Block(limits.depth());
        this.current = job;
    }

    /// Whether the job's lines must be given to [#record(byte[], int, int, long)] before they are executed.
    boolean isRecording() {
        return job.open > 0;
    }

    void record(byte[] bytes, int from, int to, long number) throws UnreadableJob {
        int more = to - from + 1;
        if (length + more > limits.repeatBytes()) {
            throw new UnreadableJob(
                    "too-large", number, "M808", "line " + number + ": M808: more is repeated than is kept");
        }
        if (length + more > recorded.length) {
            recorded = Arrays.copyOf(recorded, Math.max(2 * recorded.length, length + more));
        }
        System.arraycopy(bytes, from, recorded, length, more - 1);
        recorded[length + more - 1] = '\n';
        lineStart = length;
        length += more;
    }

    /// M810 to M819: with a text it defines, `|` ending its lines; alone it runs.
    void macro(Line line, long number) throws UnreadableJob {
        int slot = line.code - 810;
        int from = line.rest;
        while (from < line.to && Line.isBlank(line.bytes[from])) {
            from++;
        }
        if (from < line.to) {
            byte[] body = Arrays.copyOfRange(line.bytes, from, line.to + 1);
            body[body.length - 1] = '\n';
            for (int i = 0; i < body.length; i++) {
                if (body[i] == '|') {
                    body[i] = '\n';
                }
            }
            macros[slot] = body;
        } else if (macros[slot] == null) {
            interpreter.machine().unknown(line, number);
        } else {
            run(macros[slot], line.command(), number);
        }
    }

    /// Executes a macro's lines as the line that calls it.
    void run(String body, String name, long number) throws UnreadableJob {
        run((body + "\n").getBytes(StandardCharsets.UTF_8), name, number);
    }

    private void run(byte[] body, String name, long number) throws UnreadableJob {
        if (depth >= limits.depth()) {
            throw new UnreadableJob(
                    "endless", number, name, "line " + number + ": " + name + ": it calls itself without end");
        }
        Block outer = current;
        current = new Block(limits.depth());
        depth++;
        interpreter.run(body, current, number);
        depth--;
        current = outer;
    }

    /// M808: with L it marks, alone it goes back to the last mark until the lines ran L times, with K it forgets
    /// all.
    void repeat(Line line, long number) throws UnreadableJob {
        if (line.flag('K')) {
            current.open = 0;
        } else if (line.flag('L')) {
            mark(line, number);
        } else if (current.open > 0 && current == job) {
            again(number);
        } else if (current.open > 0) {
            current.again();
        }
    }

    private void mark(Line line, long number) throws UnreadableJob {
        double count = line.value('L', 0);
        if (count < 1 || !current.hasRoom()) {
            throw new UnreadableJob("endless", number, "M808", "line " + number + ": M808: it repeats without end");
        }
        if (current != job) {
            current.mark(current.at, (long) count);
            return;
        }
        if (job.open == 0) {
            length = 0;
        }
        job.mark(length, (long) count);
    }

    /// The job goes by once: its further rounds are what was recorded. Inner repeats in there run anew in each
    /// round.
    private void again(long number) throws UnreadableJob {
        job.open--;
        if (job.marks[job.open] >= lineStart) {
            // Mark and end stand in one line: there is nothing between them.
            return;
        }
        byte[] body = Arrays.copyOfRange(recorded, job.marks[job.open], lineStart);
        for (long round = job.left[job.open]; round > 1; round--) {
            run(body, "M808", number);
        }
    }

    /// Lines under execution: where the next one begins, and the marks of repeats among them.
    static final class Block {

        private final int[] marks;
        private final long[] left;
        private int open;

        /// Where the next line begins.
        int at;

        Block(int depth) {
            marks = new int[depth];
            left = new long[depth];
        }

        private boolean hasRoom() {
            return open < marks.length;
        }

        private void mark(int place, long count) {
            marks[open] = place;
            left[open] = count;
            open++;
        }

        private void again() {
            if (--left[open - 1] > 0) {
                at = marks[open - 1];
            } else {
                open--;
            }
        }
    }
}

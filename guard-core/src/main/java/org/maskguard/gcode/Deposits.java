package org.maskguard.gcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was deposited, and what was passed over between deposits.
///
/// A command that is not understood is noted where it stands before the first or after the last deposit. Between
/// deposits it could have drawn or moved what follows: so the first one after a deposit is remembered, and the next
/// deposit makes the job unreadable.
final class Deposits {

    private static final int MOST_NOTES = 100;

    private final DepositSink sink;
    private final long most;
    private final Map<String, JobSummary.Note> notes = new LinkedHashMap<>();
    private UnreadableJob doubt;
    private long count;
    private double volume;
    private double length;
    private long first;
    private long last;
    private long toolMask;

    Deposits(DepositSink sink, long most) {
        this.sink = sink;
        this.most = most;
    }

    void bead(double x0, double y0, double z0, double x1, double y1, double z1, double mm3, int tool, long line)
            throws UnreadableJob {
        if (doubt != null) {
            throw doubt;
        }
        if (count == 0) {
            first = line;
        } else if (count >= most) {
            throw new UnreadableJob("too-large", line, "", "line " + line + ": more than " + most + " beads");
        }
        count++;
        last = line;
        toolMask |= 1L << tool;
        volume += mm3;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double dz = z1 - z0;
        length += Math.sqrt(dx * dx + dy * dy + dz * dz);
        sink.bead(x0, y0, z0, x1, y1, z1, mm3, line);
    }

    /// A command that could have drawn or moved: unreadable if a deposit came before and another follows.
    ///
    /// @param why one clause for people
    void doubt(String code, long line, String command, String why) {
        if (count == 0) {
            note(command, line, why + ", before the first deposit");
            return;
        }
        note(command, line, why);
        if (doubt == null) {
            doubt = new UnreadableJob(code, line, command, "line " + line + ": " + command + ": " + why);
        }
    }

    void note(String command, long line, String why) {
        JobSummary.Note known = notes.get(command);
        if (known != null) {
            notes.put(command, new JobSummary.Note(command, known.line(), known.times() + 1, known.why()));
        } else if (notes.size() < MOST_NOTES) {
            notes.put(command, new JobSummary.Note(command, line, 1, why));
        }
    }

    long count() {
        return count;
    }

    JobSummary summary(long lines, boolean branchesDraw) {
        List<Integer> tools = new ArrayList<>();
        for (long left = toolMask; left != 0; left &= left - 1) {
            tools.add(Long.numberOfTrailingZeros(left));
        }
        return new JobSummary(
                lines, count, volume, length, first, last, tools, branchesDraw, new ArrayList<>(notes.values()));
    }
}

package org.maskguard.gateway.printer;

import java.util.Arrays;
import org.maskguard.gateway.line.Command;

/// The last numbered lines, kept so that they can be sent again. Not thread-safe.
///
/// Every number up to `acknowledged` was answered; those from there to before `cursor` are under way; those from
/// `cursor`
/// to `newest` are to be sent (again).
final class Sent {

    /// Marlin holds at most a few tens of lines; it can ask for none older.
    static final int KEPT = 64;

    private final Command[] commands = new Command[KEPT];
    private final boolean[] probes = new boolean[KEPT];
    private final boolean[] reported = new boolean[KEPT];

    private long acknowledged;
    private long cursor;
    private long newest;

    /// Forgets all; the next line bears 1.
    void clear() {
        Arrays.fill(commands, null);
        acknowledged = 0;
        newest = 0;
        cursor = 1;
    }

    /// Puts a line behind the others.
    ///
    /// @param probe whether it is the gateway's own question, whose answer nobody waits for
    void add(Command command, boolean probe) {
        newest++;
        int place = place(newest);
        commands[place] = command;
        probes[place] = probe;
        reported[place] = probe;
    }

    /// The next line to send, and moves behind it.
    byte[] next() {
        byte[] line = commands[place(cursor)].numbered(cursor);
        cursor++;
        return line;
    }

    boolean hasNext() {
        return cursor <= newest;
    }

    long acknowledged() {
        return acknowledged;
    }

    long newest() {
        return newest;
    }

    /// How many lines are under way.
    int underWay() {
        return (int) (cursor - 1 - acknowledged);
    }

    /// How many lines are under way that are no probes.
    int waiting() {
        int count = 0;
        for (long n = acknowledged + 1; n < cursor; n++) {
            count += probes[place(n)] ? 0 : 1;
        }
        return count;
    }

    /// The first line under way that is, or is not, an M105; 0 where there is none.
    long firstAsking(boolean asking) {
        for (long n = acknowledged + 1; n < cursor; n++) {
            if (commands[place(n)].is('M', 105) == asking) {
                return n;
            }
        }
        return 0;
    }

    /// Marks one more as answered; gives its command where that is news to whoever sent it, else null.
    Command acknowledge() {
        acknowledged++;
        int place = place(acknowledged);
        boolean news = !reported[place];
        reported[place] = true;
        return news ? commands[place] : null;
    }

    /// Whether the lines from `number` on can be sent again.
    boolean reaches(long number) {
        return number >= 1 && number > newest - KEPT && number <= newest + 1;
    }

    /// Goes back, so that `number` is sent next.
    void back(long number) {
        acknowledged = Math.min(acknowledged, number - 1);
        cursor = number;
    }

    private static int place(long number) {
        return (int) (number % KEPT);
    }
}

package org.maskguard.gcode;

import java.io.Serial;
import org.maskguard.io.Unreadable;

/// The one thing that the interpreter throws: the job cannot be judged, naming the line and its command.
public final class UnreadableJob extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final long line;
    private final String command;

    /// @param code `unknown-command`, `doubtful`, `bad-number`, `bad-checksum`, `bad-byte`, `missing-body`,
    ///     `endless` or `too-large`
    /// @param line counted from 1
    /// @param command the command as far as it was understood, such as `M9999` or `DRAW_LOGO`; may be empty
    /// @param text one sentence for people
    UnreadableJob(String code, long line, String command, String text) {
        super(text);
        this.code = code;
        this.line = line;
        this.command = command;
    }

    public String code() {
        return code;
    }

    public long line() {
        return line;
    }

    public String command() {
        return command;
    }

    /// The same as a reader's exception, which names the place as `line 12`.
    public Unreadable asUnreadable() {
        return new Unreadable(code, "line " + line, getMessage());
    }
}

package org.maskguard.io;

import java.io.Serial;

/// The one thing that a reader throws: the file cannot be judged, and why, in one sentence that names the place.
public final class Unreadable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String where;

    /// @param code one of the words of the design's table of bad input, such as `truncated` or `bad-number`
    /// @param where `byte 84`, `line 12`, `entry 3D/3dmodel.model`, or empty where there is no place to name
    /// @param text one sentence for people
    public Unreadable(String code, String where, String text) {
        super(text);
        this.code = code;
        this.where = where;
    }

    public String code() {
        return code;
    }

    public String where() {
        return where;
    }
}

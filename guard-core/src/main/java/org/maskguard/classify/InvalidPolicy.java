package org.maskguard.classify;

import java.io.Serial;

/// A policy file that is not one: why, and at which line and column, counted from 1.
public final class InvalidPolicy extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    public InvalidPolicy(int line, int column, String text) {
        super(text);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}

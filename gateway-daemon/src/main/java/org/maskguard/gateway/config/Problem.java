package org.maskguard.gateway.config;

/// Something wrong with a configuration.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param text one sentence without a full stop
public record Problem(int line, int column, String text) implements Comparable<Problem> {

    /// `12:5: text`, as compilers write it.
    @Override
    public String toString() {
        return line + ":" + column + ": " + text;
    }

    @Override
    public int compareTo(Problem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}

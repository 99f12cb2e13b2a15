package org.maskguard.io;

import java.util.regex.Pattern;

/// Says of a text, line by line, whether it is a print job: G-code of any flavour.
///
/// A job has commands (`G1 X10`, `n7m105*38`, `T0`). Around them stand comments, placeholders that a slicer left, and
/// macros of Klipper such as `START_PRINT BED=60`, which prove nothing.
final class JobLines {

    private static final Pattern COMMAND = Pattern.compile(
            "(n-?\\d+\\s*)?[gmt]\\d+(\\.\\d+)?(\\s.*|[;*(].*|[a-z]([-+.\\d;*\\s{].*)?)?", Pattern.DOTALL);

    /// No group in it repeats: Java would go one call deeper each time.
    private static final Pattern BESIDE = Pattern.compile(
            "[;(%{\\[/].*|o\\d+|[xyzefijabc][-+.\\d].*|[a-z]+_[a-z_0-9]+(\\s.*)?|[a-z]\\w*\\s+\\w+=.*", Pattern.DOTALL);

    /// So many commands and nothing strange before them leave no doubt.
    private static final int ENOUGH = 3;

    /// So many more strange lines than commands leave none either, and a look at ten thousand entries short.
    private static final int HOPELESS = 100;

    private int comments;
    private int commands;
    private int strange;

    /// Looks at a line that is a comment.
    void comment() {
        comments++;
    }

    /// Looks at any other line.
    ///
    /// @param words in lower case, not empty, without blanks around them
    /// @return whether it is a print job beyond doubt
    boolean take(String words) {
        if (COMMAND.matcher(words).matches()) {
            commands++;
        } else if (!BESIDE.matcher(words).matches()) {
            strange++;
        }
        return strange == 0 && commands >= ENOUGH;
    }

    /// Whether so much was strange that no more needs to be looked at.
    boolean areNot() {
        return strange > commands + HOPELESS;
    }

    /// Whether the lines so far are a print job.
    ///
    /// @param whole whether they are all of the file; pictures in comments can fill the beginning of one
    boolean are(boolean whole) {
        return commands > 0 ? commands >= strange : comments > 0 && strange == 0 && !whole;
    }
}

package org.maskguard.cli;

import java.util.Locale;

/// Text from outside, made fit for a terminal: file names and entry names belong to the sender, who must not be able
/// to move the cursor, forge a second line or turn the writing direction round.
public final class Visible {

    private Visible() {}

    /// The text with every character that would not simply be shown written as `<U+001B>`.
    public static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (isPlain(point)) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format(Locale.ROOT, "<U+%04X>", point));
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

package org.maskguard.report;

/// Makes any string harmless in HTML and SVG, as text and between quotes.
final class Markup {

    /// Stands for characters that no page may hold or that reorder the text around them.
    private static final char REPLACEMENT = '\ufffd';

    private Markup() {}

    /// The string with `& < > " '` as character references, and controls, lone halves of characters and marks that
    /// turn the direction of writing replaced. A null gives nothing.
    static String escape(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(harmless(c) ? c : REPLACEMENT);
            }
        }
        return out.toString();
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !turnsDirection(c);
            default -> (c & 0xfffe) != 0xfffe;
        };
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x61c;
    }
}

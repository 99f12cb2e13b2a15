package org.maskguard.report;

/// Writes one JSON value on one line. The caller opens and closes in pairs; commas come of themselves.
///
/// Not a general writer: `scan` starts often, and loading one costs more than judging a small file.
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1024);
    private boolean first = true;

    JsonText open(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    /// The name of the field whose value follows.
    JsonText name(String name) {
        text(name);
        out.append(':');
        first = true;
        return this;
    }

    /// A string, or null. Beside what JSON demands, controls that a terminal obeys and halves of characters are
    /// written as escapes: names of files hold anything.
    JsonText text(String value) {
        comma();
        if (value == null) {
            out.append("null");
            return this;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value, i);
        }
        out.append('"');
        return this;
    }

    JsonText whole(long value) {
        comma();
        out.append(value);
        return this;
    }

    JsonText flag(boolean value) {
        comma();
        out.append(value);
        return this;
    }

    /// A number with at most so many decimals; null where it is none, for JSON has no word for it.
    JsonText number(double value, int places) {
        comma();
        if (Double.isFinite(value)) {
            Decimals.append(out, value, places);
        } else {
            out.append("null");
        }
        return this;
    }

    JsonText nothing() {
        return text(null);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void character(String value, int at) {
        char c = value.charAt(at);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (needsEscape(value, at, c)) {
                    escape(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xf));
        }
    }

    private static boolean needsEscape(String value, int at, char c) {
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }
}

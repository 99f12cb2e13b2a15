package org.maskguard.gateway.sim;

/// One line as Marlin's parser reads it (PEERS A3), with everything it lets through. Used again for every line.
final class Words {

    private static final String WITH_TEXT = " 16 23 28 30 32 33 117 118 928 ";

    private final double[] values = new double[26];
    private int seen;
    private char letter;
    private int code;
    private String text;
    private String rest;

    /// Reads the first `length` bytes of `line`, number and checksum included.
    Words read(byte[] line, int length) {
        StringBuilder cut = new StringBuilder(length);
        for (int i = 0; i < length && line[i] != '*'; i++) {
            cut.append((char) (line[i] & 0xFF));
        }
        text = cut.toString().strip();
        if (text.startsWith("N") && text.length() > 1 && isSigned(text.charAt(1))) {
            int at = 1;
            while (at < text.length() && isSigned(text.charAt(at))) {
                at++;
            }
            text = text.substring(at).strip();
        }
        seen = 0;
        letter = '?';
        rest = "";
        if (!text.isEmpty() && "GMT".indexOf(text.charAt(0)) >= 0) {
            readCode();
        }
        return this;
    }

    private void readCode() {
        int at = spaces(1);
        if (at == text.length() || !isDigit(text.charAt(at))) {
            return;
        }
        letter = text.charAt(0);
        code = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            code = code * 10 + (text.charAt(at++) - '0') & 0xFFFF;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        rest = text.substring(spaces(at));
        if (letter == 'M' && WITH_TEXT.contains(" " + code + " ")) {
            return;
        }
        while (at < text.length()) {
            char parameter = text.charAt(at++);
            if (parameter >= 'A' && parameter <= 'Z') {
                at = value(parameter - 'A', spaces(at));
            }
        }
    }

    private int value(int parameter, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int digits = at;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.' && !point)) {
            point |= text.charAt(at++) == '.';
        }
        seen |= 1 << parameter;
        boolean number = at - digits > (point ? 1 : 0);
        values[parameter] = number ? Double.parseDouble(text.substring(from, at)) : Double.NaN;
        return number ? at : from;
    }

    private int spaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /// `G`, `M`, `T`, or `?` for what is no command.
    char letter() {
        return letter;
    }

    int code() {
        return code;
    }

    /// The command without number and checksum.
    String text() {
        return text;
    }

    /// What stands behind the command's number.
    String rest() {
        return rest;
    }

    boolean has(char parameter) {
        return (seen & 1 << (parameter - 'A')) != 0;
    }

    /// The parameter's value, or `otherwise` where it has none.
    double value(char parameter, double otherwise) {
        double value = has(parameter) ? values[parameter - 'A'] : Double.NaN;
        return Double.isNaN(value) ? otherwise : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSigned(char c) {
        return isDigit(c) || c == '-' || c == '+';
    }
}

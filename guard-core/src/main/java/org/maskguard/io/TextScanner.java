package org.maskguard.io;

import java.nio.charset.StandardCharsets;

/// Goes through a text line by line and word by word, without making strings.
///
/// Lines end with LF, CR LF or CR. A line always stands whole in the source's window, which is larger than the limit
/// of a line. A NUL byte ends the reading: no text has one, and every archive that could be hidden in a text has.
final class TextScanner {

    private final Source source;
    private final byte[] bytes;
    private final int longest;
    private int line;
    private int at;
    private int end;
    private int next;
    private int wordFrom;
    private int wordTo;
    private boolean continued;

    /// @param line number of the last line that was read already
    TextScanner(Source source, Limits limits, int line) throws Unreadable {
        this.source = source;
        this.bytes = source.bytes();
        this.longest = limits.lineBytes();
        this.line = line;
        skipByteOrderMark();
        this.next = source.from();
    }

    /// Number of the current line, from 1.
    int line() {
        return line;
    }

    String where() {
        return "line " + line;
    }

    /// Goes to the next line.
    ///
    /// @return whether there is one
    boolean nextLine() throws Unreadable {
        continued = false;
        source.advance(next - source.from());
        at = source.from();
        end = at;
        if (!source.has(1)) {
            next = at;
            return false;
        }
        line++;
        findEnd();
        return true;
    }

    /// Goes to the next word of this line.
    ///
    /// @return whether there is one
    boolean nextWord() {
        int i = at;
        while (i < end && isBlank(bytes[i])) {
            i++;
        }
        wordFrom = i;
        while (i < end && !isBlank(bytes[i])) {
            i++;
        }
        wordTo = i;
        at = i;
        return wordTo > wordFrom;
    }

    /// Goes to the next word, on whatever line it stands.
    ///
    /// @return whether there is one
    boolean nextWordAnywhere() throws Unreadable {
        while (!nextWord()) {
            if (!nextLine()) {
                return false;
            }
        }
        return true;
    }

    /// Passes over the rest of this line.
    void skipLine() {
        at = end;
    }

    /// Goes to the next word of this line, or of the next where this one ends with a backslash.
    ///
    /// @return whether there is one
    boolean nextWordContinued() throws Unreadable {
        while (true) {
            if (nextWord()) {
                if (at < end || bytes[wordTo - 1] != '\\') {
                    return true;
                }
                continued = true;
                wordTo--;
                if (wordTo > wordFrom) {
                    return true;
                }
            }
            if (!continued || !nextLine()) {
                return false;
            }
        }
    }

    /// Length of the current word, bytes.
    int length() {
        return wordTo - wordFrom;
    }

    /// A byte of the current word, as lower case where it is a letter.
    int lower(int index) {
        int c = bytes[wordFrom + index];
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    /// Whether the current word is this one, in either case.
    boolean is(String lowerCase) {
        if (length() != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(i) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The current word as a coordinate, mm.
    float coordinate() throws Unreadable {
        float value = Decimal.parseFloat(bytes, wordFrom, wordTo);
        if (!Range.holds(value)) {
            throw badNumber();
        }
        return value;
    }

    /// The current word as a whole number, up to the first `/` in it.
    ///
    /// @return the number, or `Long.MIN_VALUE` where the word is none or far beyond any number of vertices
    long integer() {
        int i = wordFrom;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        long value = 0;
        int digits = i;
        while (i < wordTo && bytes[i] >= '0' && bytes[i] <= '9' && value < 1L << 40) {
            value = value * 10 + bytes[i++] - '0';
        }
        if (i == digits || i < wordTo && bytes[i] != '/') {
            return Long.MIN_VALUE;
        }
        return negative ? -value : value;
    }

    /// The current word for a message: at most 40 printable characters.
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (int i = wordFrom; i < wordTo && shown.length() < 40; i++) {
            shown.append(bytes[i] > ' ' && bytes[i] < 127 ? (char) bytes[i] : '?');
        }
        return wordTo - wordFrom > 40 ? shown + "…" : shown.toString();
    }

    private Unreadable badNumber() {
        String word = new String(bytes, wordFrom, length(), StandardCharsets.ISO_8859_1);
        String end = word.contains(",") ? "; decimals need a point, not a comma." : ".";
        return new Unreadable(
                "bad-number",
                where(),
                "Line " + line + " has \"" + shown() + "\" where a number within ±1,000,000 mm is expected" + end);
    }

    private void findEnd() throws Unreadable {
        int i = at;
        while (true) {
            int to = source.to();
            while (i < to && (bytes[i] & 0xE0) != 0) {
                i++;
            }
            if (i < to) {
                int c = bytes[i];
                if (c == '\n' || c == '\r') {
                    break;
                }
                refuseNul(c);
                i++;
                continue;
            }
            int length = i - at;
            refuseLong(length);
            boolean more = source.fill();
            at = source.from();
            i = at + length;
            if (!more) {
                end = i;
                next = i;
                return;
            }
        }
        refuseLong(i - at);
        int length = i - at;
        boolean pair = bytes[i] == '\r' && followedByLineFeed(length);
        end = at + length;
        next = end + (pair ? 2 : 1);
    }

    private boolean followedByLineFeed(int length) throws Unreadable {
        boolean there = source.has(length + 2);
        at = source.from();
        return there && bytes[at + length + 1] == '\n';
    }

    private void refuseNul(int c) throws Unreadable {
        if (c == 0) {
            throw new Unreadable("unknown-format", where(), "Line " + line + " holds a NUL byte, which no text does.");
        }
    }

    private void refuseLong(int length) throws Unreadable {
        if (length > longest) {
            throw new Unreadable(
                    "too-large", where(), "Line " + line + " is longer than the limit of " + longest + " bytes.");
        }
    }

    private void skipByteOrderMark() throws Unreadable {
        if (source.position() == 0
                && source.has(3)
                && bytes[source.from()] == (byte) 0xEF
                && bytes[source.from() + 1] == (byte) 0xBB
                && bytes[source.from() + 2] == (byte) 0xBF) {
            source.advance(3);
        }
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c >= 9 && c <= 13;
    }
}

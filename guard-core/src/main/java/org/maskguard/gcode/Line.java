package org.maskguard.gcode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One line, taken apart: a number, a command and its words. One object serves all lines.
///
/// A line is read as the more generous firmwares read it: lower case is upper case, blanks may stand or miss anywhere
/// but in a number, `;` and `(…)` are comments, `"…"` hides both, the command ends at the first `*`. What stricter
/// firmwares would read otherwise is marked, and the machine decides whether that matters.
final class Line {

    /// What stands first.
    enum Kind {
        /// Nothing but blanks and comments.
        BLANK,
        /// G, M or T with a number.
        CODE,
        /// A word of several letters: a macro or one of Klipper's commands.
        NAME,
        /// Bare words such as `X10 Y5`.
        WORDS,
        /// Anything else.
        OTHER
    }

    /// Longest code that Marlin reads, bytes without the comment.
    static final int MARLIN_BYTES = 95;

    byte[] bytes;
    Kind kind;

    /// `G`, `M` or `T`.
    char letter;

    /// The command's number; −1 for a `T` without one.
    int code;

    /// What follows the command's point, 0 where there is none.
    int sub;

    /// Letters with a number, bit 0 for A.
    int has;

    /// Letters without one.
    int flags;

    /// Letters whose value is a slicer's placeholder or an expression.
    int open;

    final double[] values = new double[26];

    /// Where a further command begins in the same line, or −1.
    int next;

    /// Where the command begins and ends, and where what comes after its first word begins.
    int from;

    int to;
    int rest;

    /// A text between quotes, or −1.
    int quoteFrom;

    int quoteTo;

    /// Why a stricter or another firmware would read it otherwise, or null.
    String odd;

    /// An axis word that is no number: `NaN`, `inf`.
    boolean notNumber;

    /// Whether it has a number, and that number.
    boolean numbered;

    long number;

    /// Whether it ends with a checksum, and whether that fits.
    boolean checked;

    boolean fits;

    /// Takes apart what stands in `line` from `start` to `end`, without its end mark.
    void read(byte[] line, int start, int end) {
        bytes = line;
        numbered = false;
        checked = false;
        next = -1;
        int at = skip(start, end);
        if (at < end && (line[at] | 0x20) == 'n' && at + 1 < end && isNumberStart(line[at + 1])) {
            at = readNumber(at + 1, end);
        }
        int stop = codeEnd(at, end);
        if (checked) {
            fits = Checksum.fits(bytes, start, end);
        }
        command(at, stop);
    }

    /// Goes on with the further command of the same line.
    void readNext() {
        command(next, to);
    }

    private void command(int start, int stop) {
        has = 0;
        flags = 0;
        open = 0;
        code = -1;
        sub = 0;
        odd = null;
        notNumber = false;
        next = -1;
        quoteFrom = -1;
        from = skip(start, stop);
        to = stop;
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        rest = to;
        if (from == to) {
            kind = Kind.BLANK;
            return;
        }
        int c = upper(bytes[from]);
        if (c < 'A' || c > 'Z') {
            kind = c == '_' ? Kind.NAME : Kind.OTHER;
            rest = nameEnd(from);
            return;
        }
        int after = skipBlanks(from + 1, to);
        boolean codeLetter = c == 'G' || c == 'M' || c == 'T';
        if (codeLetter && after < to && isDigit(bytes[after]) && readCode(after)) {
            kind = Kind.CODE;
            letter = (char) c;
        } else if (codeLetter && after == to && c == 'T') {
            kind = Kind.CODE;
            letter = 'T';
        } else if (!codeLetter && after < to && (isNumberStart(bytes[after]) || isOpening(bytes[after]))) {
            kind = Kind.WORDS;
            rest = from;
        } else {
            kind = Kind.NAME;
            rest = nameEnd(from);
        }
    }

    /// Reads the words after the command, up to a further command.
    void readWords() {
        int at = rest;
        while (at < to) {
            int c = upper(bytes[at]);
            if (isBlank((byte) c)) {
                at++;
            } else if (c == '(') {
                at = remark(at);
            } else if (c >= 'A' && c <= 'Z') {
                if ((c == 'G' || c == 'M') && at + 1 < to && isDigit(bytes[at + 1])) {
                    next = at;
                    return;
                }
                at = word(c - 'A', at + 1);
            } else {
                odd = isDigit(bytes[at]) || c == '.' || c == ',' || c == '-' || c == '+'
                        ? "digits that belong to no word"
                        : "a character that belongs to no word";
                at++;
            }
        }
    }

    private int word(int index, int start) {
        int bit = 1 << index;
        int at = skipBlanks(start, to);
        if (at < to && isNumberStart(bytes[at])) {
            int end = numberEnd(at);
            if (end > at) {
                double value = Decimals.read(bytes, at, end);
                at = end;
                while (at + 1 < to && bytes[at] == ':' && isNumberStart(bytes[at + 1])) {
                    end = numberEnd(at + 1);
                    if (index == 'E' - 'A') {
                        value += Decimals.read(bytes, at + 1, end);
                    }
                    at = end;
                }
                if ((has & bit) != 0 && values[index] != value || (flags & bit) != 0) {
                    odd = "the same word twice";
                }
                has |= bit;
                values[index] = value;
                return at;
            }
        }
        if (at < to && bytes[at] == '"') {
            int end = at + 1;
            while (end < to && bytes[end] != '"') {
                end++;
            }
            quoteFrom = at + 1;
            quoteTo = end;
            flags |= bit;
            return Math.min(end + 1, to);
        }
        if (at < to && isOpening(bytes[at])) {
            flags |= bit;
            open |= bit;
            return closing(at);
        }
        if (saysNotNumber(at)) {
            notNumber = true;
        }
        flags |= bit;
        return start;
    }

    private boolean saysNotNumber(int at) {
        if (at + 3 > to) {
            return false;
        }
        int a = bytes[at] | 0x20;
        int b = bytes[at + 1] | 0x20;
        int c = bytes[at + 2] | 0x20;
        return a == 'n' && b == 'a' && c == 'n' || a == 'i' && b == 'n' && c == 'f';
    }

    /// A remark in parentheses, which Marlin by default would read as words.
    private int remark(int start) {
        int at = start + 1;
        while (at < to && bytes[at] != ')') {
            int c = upper(bytes[at]);
            if (c >= 'A' && c <= 'Z' && at + 1 < to && isNumberStart(bytes[at + 1])) {
                odd = "words in parentheses, which some firmwares execute";
            }
            at++;
        }
        return Math.min(at + 1, to);
    }

    private int closing(int start) {
        byte open = bytes[start];
        byte close = (byte) (open == '{' ? '}' : ']');
        int depth = 0;
        for (int at = start; at < to; at++) {
            if (bytes[at] == open) {
                depth++;
            } else if (bytes[at] == close && --depth == 0) {
                return at + 1;
            }
        }
        return to;
    }

    private boolean readCode(int start) {
        int at = start;
        int value = 0;
        while (at < to && isDigit(bytes[at])) {
            value = Math.min(value * 10 + bytes[at++] - '0', 1_000_000);
        }
        int point = 0;
        if (at + 1 < to && bytes[at] == '.' && isDigit(bytes[at + 1])) {
            at++;
            while (at < to && isDigit(bytes[at])) {
                point = Math.min(point * 10 + bytes[at++] - '0', 1_000_000);
            }
        }
        if (at < to && bytes[at] == '_') {
            return false;
        }
        code = value;
        sub = point;
        rest = at;
        return true;
    }

    private int readNumber(int start, int end) {
        int at = start;
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        long value = 0;
        while (at < end && isDigit(bytes[at])) {
            value = Math.min(value * 10 + bytes[at++] - '0', Integer.MAX_VALUE);
        }
        number = negative ? -value : value;
        numbered = true;
        return skip(at, end);
    }

    /// Past blanks and remarks.
    private int skip(int start, int end) {
        int at = start;
        while (at < end) {
            if (isBlank(bytes[at])) {
                at++;
            } else if (bytes[at] == '(') {
                while (at < end && bytes[at] != ')') {
                    at++;
                }
                at = Math.min(at + 1, end);
            } else {
                break;
            }
        }
        return at;
    }

    private int codeEnd(int start, int end) {
        boolean quoted = false;
        int depth = 0;
        int star = -1;
        for (int at = start; at < end; at++) {
            byte c = bytes[at];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth = 1;
            } else if (!quoted && c == ')') {
                depth = 0;
            } else if (!quoted && c == ';' && depth == 0) {
                return star >= 0 ? star : at;
            } else if (c == '*' && star < 0) {
                star = at;
                checked = numbered;
            }
        }
        return star >= 0 ? star : end;
    }

    private int nameEnd(int start) {
        int at = start;
        while (at < to && !isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private int numberEnd(int start) {
        int at = start;
        if (bytes[at] == '-' || bytes[at] == '+') {
            at++;
        }
        int digits = 0;
        while (at < to && isDigit(bytes[at])) {
            at++;
            digits++;
        }
        if (at < to && bytes[at] == '.') {
            at++;
            while (at < to && isDigit(bytes[at])) {
                at++;
                digits++;
            }
        }
        return digits == 0 ? start : at;
    }

    private int skipBlanks(int start, int end) {
        int at = start;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /// A byte that no firmware reads as text stands in the command: control bytes and MeatPack's switch.
    boolean hasStrangeBytes() {
        for (int at = from; at < to; at++) {
            byte c = bytes[at];
            if (c >= 0 && c < 0x20 && c != '\t' || c == 0x7F || c == -1) {
                return true;
            }
        }
        return false;
    }

    boolean has(char word) {
        return (has & 1 << word - 'A') != 0;
    }

    boolean flag(char word) {
        return ((has | flags) & 1 << word - 'A') != 0;
    }

    double value(char word) {
        return values[word - 'A'];
    }

    double value(char word, double otherwise) {
        return has(word) ? values[word - 'A'] : otherwise;
    }

    /// The command as people write it: `G1`, `M862.3`, `START_PRINT`. Allocates.
    String command() {
        return switch (kind) {
            case CODE -> letter + (code < 0 ? "" : Integer.toString(code)) + (sub == 0 ? "" : "." + sub);
            case BLANK -> "";
            case WORDS -> text(from, from + 1).toUpperCase(Locale.ROOT);
            default -> text(from, Math.min(rest, from + 40));
        };
    }

    /// Bytes as text, with what is not printable replaced. Allocates.
    String text(int start, int end) {
        String all = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        return all.replaceAll("[^ -~]", "?");
    }

    /// Why the job cannot be judged because of this line.
    UnreadableJob refusal(String code, long at, String why) {
        return new UnreadableJob(code, at, command(), "line " + at + ": " + command() + ": " + why);
    }

    /// What stands after the first word. Allocates.
    String rest() {
        return new String(bytes, rest, to - rest, StandardCharsets.UTF_8).strip();
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumberStart(byte c) {
        return isDigit(c) || c == '-' || c == '+' || c == '.';
    }

    private static boolean isOpening(byte c) {
        return c == '{' || c == '[';
    }

    private static int upper(byte c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }
}

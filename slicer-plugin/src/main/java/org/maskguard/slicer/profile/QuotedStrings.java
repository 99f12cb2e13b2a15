package org.maskguard.slicer.profile;

import java.util.ArrayList;
import java.util.List;

/// A list of strings as PrusaSlicer and Slic3r write it in INI files: separated by `;`, in double quotes where needed,
/// with `\"`, `\\`, `\n` and `\r` within them.
final class QuotedStrings {

    private QuotedStrings() {}

    /// @throws IllegalArgumentException where quotes are not closed, or something stands behind them
    static List<String> parse(String text) {
        List<String> strings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = skipBlanks(text, at);
            StringBuilder one = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(text, at + 1, one);
                at = skipBlanks(text, at);
                if (at < text.length() && text.charAt(at) != ';') {
                    throw new IllegalArgumentException("something follows a closing quote");
                }
            } else {
                while (at < text.length() && text.charAt(at) != ';') {
                    one.append(text.charAt(at++));
                }
            }
            strings.add(one.toString());
            at++;
        }
        return strings;
    }

    static String format(List<String> strings) {
        if (strings.size() == 1 && strings.getFirst().isEmpty()) {
            return "\"\"";
        }
        List<String> written = new ArrayList<>();
        for (String each : strings) {
            written.add(each.matches("[^ ;\\t\\\\\"\\r\\n]+") ? each : '"' + escaped(each) + '"');
        }
        return String.join(";", written);
    }

    private static int quoted(String text, int from, StringBuilder into) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
            }
            into.append(c);
        }
        if (at == text.length()) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        return at + 1;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}

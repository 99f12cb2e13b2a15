package org.maskguard.trust;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON in the one form that RFC 8785 allows, so that a signature has one text to be over.
///
/// A value is a `Map` with `String` keys, a `List`, a `String`, a `Boolean`, a whole number (`Integer`, `Long`) up to
/// 2^53 either way, a finite `Double`, or null. Members are ordered by their names' UTF-16 units, numbers are written
/// as
/// ECMAScript writes them, and nothing is escaped that need not be. Stateless.
public final class CanonicalJson {

    /// Beyond it not every whole number is a double (RFC 8785 section 3.2.2.3, RFC 7493 section 2.2).
    static final long MOST_WHOLE = 1L << 53;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    /// The text of a value.
    ///
    /// @throws IllegalArgumentException where a value has no form: NaN, infinity, a whole number beyond 2^53, half
    /// of a
    ///     surrogate pair, or a class that is not listed above
    public static String text(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    /// The same in UTF-8.
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag);
            case String text -> string(text);
            case Integer whole -> out.append(whole.intValue());
            case Long whole -> whole(whole);
            case Double number -> EcmaNumber.append(out, number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> object(map);
            default ->
                throw new IllegalArgumentException(
                        "JSON has no form for " + value.getClass().getName());
        }
    }

    private void whole(long whole) {
        if (Math.abs(whole) > MOST_WHOLE) {
            throw new IllegalArgumentException("beyond 2^53: " + whole);
        }
        out.append(whole);
    }

    private void list(List<?> list) {
        out.append('[');
        boolean first = true;
        for (Object each : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(each);
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        // String's own order is that of UTF-16 units, as the RFC wants it.
        Map<String, Object> ordered = new TreeMap<>();
        map.forEach((name, member) -> ordered.put((String) name, member));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : ordered.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> character(text, i, c);
            }
        }
        out.append('"');
    }

    private void character(String text, int at, char c) {
        if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else if (isHalf(text, at, c)) {
            throw new IllegalArgumentException("half of a surrogate pair at " + at);
        } else {
            out.append(c);
        }
    }

    private static boolean isHalf(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}

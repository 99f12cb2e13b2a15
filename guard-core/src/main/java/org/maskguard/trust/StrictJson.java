package org.maskguard.trust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.trust.Untrusted.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON so that it means one thing: RFC 8259 without extensions, no member twice, nothing behind the value,
/// nothing
/// that [CanonicalJson] could not write again.
///
/// Gives the values that [CanonicalJson] takes; whole numbers up to 2^53 as `Long`, all others as `Double`. Safe to
/// share.
public final class StrictJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    private final JsonFactory factory;

    /// @param longest text that is read, in characters
    public StrictJson(int longest) {
        factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(longest)
                        .maxNameLength(1000)
                        .maxDocumentLength(longest)
                        .build())
                .build();
    }

    /// Reads one object.
    ///
    /// @throws Untrusted `malformed`, with the place
    public Map<String, Object> object(String text) throws Untrusted {
        if (read(text) instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((name, member) -> object.put((String) name, member));
            return object;
        }
        throw new Untrusted(Why.MALFORMED, "it is JSON, but no object");
    }

    /// Reads any value.
    public Object read(String text) throws Untrusted {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new Untrusted(Why.MALFORMED, "more stands behind the JSON value, at " + place(parser));
            }
            return value;
        } catch (JacksonException e) {
            throw new Untrusted(Why.MALFORMED, "it is no JSON: " + sentence(e));
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws Untrusted {
        return switch (token) {
            case null -> throw new Untrusted(Why.MALFORMED, "there is no JSON in it");
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> string(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Untrusted(Why.MALFORMED, "it is no JSON, at " + place(parser));
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws Untrusted {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName(), parser);
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws Untrusted {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    private static String string(JsonParser parser) throws Untrusted {
        return whole(parser.getString(), parser);
    }

    /// Text without halves of characters, which have no UTF-8.
    private static String whole(String text, JsonParser parser) throws Untrusted {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                throw new Untrusted(Why.MALFORMED, "a text has half a character, at " + place(parser));
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private static Object number(JsonParser parser) throws Untrusted {
        String digits = parser.getString();
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            throw new Untrusted(Why.MALFORMED, "a number is too large, at " + place(parser));
        }
        if (Math.abs(number) <= CanonicalJson.MOST_WHOLE && number == Math.rint(number)) {
            boolean exact = new BigDecimal(digits).compareTo(new BigDecimal(number)) == 0;
            return exact && !(number == 0 && digits.startsWith("-")) ? (Object) (long) number : (Object) number;
        }
        return number;
    }

    private static String place(JsonParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String sentence(JacksonException e) {
        String what = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        TokenStreamLocation at = e.getLocation();
        return at == null ? what : what + ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}

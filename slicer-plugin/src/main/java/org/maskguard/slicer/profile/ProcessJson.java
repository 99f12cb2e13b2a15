package org.maskguard.slicer.profile;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/// A process preset of OrcaSlicer: one JSON object; its own keys only, where it inherits.
final class ProcessJson implements PresetFormat {

    private static final String KEY = "post_process";

    @Override
    public List<List<String>> scripts(String text) {
        Found found = Found.in(text);
        return found.counts() ? List.of(found.scripts) : List.of();
    }

    @Override
    public String with(String text, Edit edit) {
        Found found = Found.in(text);
        if (!found.counts()) {
            return text;
        }
        String array = array(edit.of(found.scripts));
        if (found.from >= 0) {
            return text.substring(0, found.from) + array + text.substring(found.to);
        }
        return found.scripts.equals(edit.of(found.scripts))
                ? text
                : text.substring(0, found.open) + "\n    \"" + KEY + "\": " + array + (found.empty ? "\n" : ",")
                        + text.substring(found.open);
    }

    private static String array(List<String> scripts) {
        List<String> quoted = new ArrayList<>();
        for (String script : scripts) {
            quoted.add('"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(script)) + '"');
        }
        return "[" + String.join(", ", quoted) + "]";
    }

    /// Where the scripts stand in a text.
    private static final class Found {

        private final List<String> scripts = new ArrayList<>();
        private boolean process;
        private boolean inherits;
        private boolean empty = true;
        private int open;
        private int from = -1;
        private int to = -1;

        static Found in(String text) {
            Found found = new Found();
            try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new IllegalArgumentException("it is no JSON object");
                }
                found.open = end(parser);
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    found.empty = false;
                    found.take(parser.currentName(), parser);
                }
            } catch (JacksonException e) {
                throw new IllegalArgumentException(
                        "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
            }
            return found;
        }

        boolean counts() {
            return process && (from >= 0 || !inherits);
        }

        private void take(String name, JsonParser parser) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> process |= "process".equals(parser.getString());
                // The user's own presets state no type; they say whose settings they are.
                case "print_settings_id" -> process = true;
                case "inherits" -> inherits = !parser.getString().isEmpty();
                case KEY -> takeScripts(value, parser);
                default -> parser.skipChildren();
            }
        }

        private void takeScripts(JsonToken value, JsonParser parser) {
            from = (int) parser.currentTokenLocation().getCharOffset();
            if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    scripts.add(parser.getString());
                }
            } else {
                scripts.add(parser.getString());
            }
            to = end(parser);
        }

        private static int end(JsonParser parser) {
            return (int) parser.currentLocation().getCharOffset();
        }
    }
}

package org.maskguard.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads a [Policy] from TOML. What a file does not say is as in [Policy#DEFAULT]; what it says must be understood.
public final class PolicyReader {

    /// No model refuses from a lower score.
    private static final double LEAST_REFUSED = 0.5;

    private static final List<String> KEYS =
            List.of("warn", "refuse_score", "warn_score", "categories", "unreadable", "maker_override");

    private final TomlTable table;
    private final TomlPosition start;

    private PolicyReader(TomlTable table, TomlPosition start) {
        this.table = table;
        this.start = start;
    }

    /// Reads a policy file: one that holds a `[policy]` table and nothing else.
    public static Policy read(Path file) throws IOException, InvalidPolicy {
        return parse(Files.readString(file));
    }

    /// Reads the text of a policy file.
    public static Policy parse(String text) throws InvalidPolicy {
        TomlParseResult document = Toml.parse(text);
        if (document.hasErrors()) {
            TomlParseError first = document.errors().getFirst();
            throw new InvalidPolicy(first.position().line(), first.position().column(), firstLine(first.getMessage()));
        }
        for (String key : document.keySet()) {
            if (!key.equals("policy")) {
                throw unknown(document.inputPositionOf(List.of(key)), key, List.of("policy"));
            }
        }
        if (document.isEmpty()) {
            return Policy.DEFAULT;
        }
        if (!document.isTable("policy")) {
            throw invalid(
                    document.inputPositionOf("policy"), "'policy' must be a table: write [policy] on its own line");
        }
        return of(document.getTable("policy"), document.inputPositionOf("policy"));
    }

    /// Reads the `[policy]` table of a larger configuration, whose other tables are the caller's concern.
    ///
    /// @param start where the table begins
    public static Policy of(TomlTable policy, TomlPosition start) throws InvalidPolicy {
        return new PolicyReader(policy, start).policy();
    }

    private Policy policy() throws InvalidPolicy {
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                throw unknown(at(key), key, KEYS);
            }
        }
        OptionalDouble refuse =
                table.contains("refuse_score") ? OptionalDouble.of(score("refuse_score", 1)) : OptionalDouble.empty();
        double warn = score("warn_score", Math.min(Policy.DEFAULT.warnScore(), refuse.orElse(1)));
        if (refuse.isEmpty() && warn > LEAST_REFUSED) {
            throw invalid(at("warn_score"), "'warn_score' over " + LEAST_REFUSED + " needs a 'refuse_score'");
        }
        if (warn > refuse.orElse(1)) {
            throw invalid(at("warn_score"), "'warn_score' must not be greater than 'refuse_score'");
        }
        return new Policy(
                        word("warn", Policy.OnWarn.class, Policy.DEFAULT.warn()),
                        refuse,
                        warn,
                        Policy.DEFAULT.categories(),
                        word("unreadable", Policy.OnUnreadable.class, Policy.DEFAULT.unreadable()),
                        flag("maker_override", Policy.DEFAULT.makerOverride()))
                .with(categories());
    }

    private Map<Category, Ruling> categories() throws InvalidPolicy {
        Map<Category, Ruling> rulings = new EnumMap<>(Category.class);
        if (!table.contains("categories")) {
            return rulings;
        }
        if (!table.isTable("categories")) {
            throw invalid(at("categories"), "'categories' must be a table such as { head = \"warn\" }");
        }
        TomlTable given = table.getTable("categories");
        for (String key : given.keySet()) {
            TomlPosition position = given.inputPositionOf(List.of(key));
            Category category = category(key, position);
            rulings.put(category, ruling(given.get(List.of(key)), key, position));
        }
        return rulings;
    }

    private static Category category(String key, TomlPosition position) throws InvalidPolicy {
        for (Category category : Category.values()) {
            if (category.word().equals(key) && category != Category.NONE) {
                return category;
            }
        }
        List<String> known = Arrays.stream(Category.values())
                .filter(category -> category != Category.NONE)
                .map(Category::word)
                .toList();
        throw unknown(position, key, known);
    }

    private static Ruling ruling(Object value, String key, TomlPosition position) throws InvalidPolicy {
        for (Ruling ruling : List.of(Ruling.PASS, Ruling.WARN, Ruling.REFUSE)) {
            if (ruling.word().equals(value)) {
                return ruling;
            }
        }
        throw invalid(position, "'" + key + "' must be \"pass\", \"warn\" or \"refuse\"");
    }

    private double score(String key, double otherwise) throws InvalidPolicy {
        if (!table.contains(key)) {
            return otherwise;
        }
        // A whole number is as good as a decimal one: 1 is 1.0.
        if (table.get(key) instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw invalid(at(key), "'" + key + "' must be a number from 0 to 1");
    }

    private boolean flag(String key, boolean otherwise) throws InvalidPolicy {
        if (!table.contains(key)) {
            return otherwise;
        }
        if (table.get(key) instanceof Boolean value) {
            return value;
        }
        throw invalid(at(key), "'" + key + "' must be true or false");
    }

    private <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) throws InvalidPolicy {
        if (!table.contains(key)) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (lower(value).equals(table.get(key))) {
                return value;
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .map(value -> '"' + lower(value) + '"')
                .collect(Collectors.joining(" or "));
        throw invalid(at(key), "'" + key + "' must be " + words);
    }

    private TomlPosition at(String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? start : position;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("not TOML");
    }

    private static InvalidPolicy unknown(TomlPosition position, String key, List<String> known) {
        return invalid(position, "unknown key '" + key + "'; known here: " + String.join(", ", known));
    }

    private static InvalidPolicy invalid(TomlPosition position, String text) {
        return position == null
                ? new InvalidPolicy(1, 1, text)
                : new InvalidPolicy(position.line(), position.column(), text);
    }
}

package org.maskguard.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
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
    private final Consumer<InvalidPolicy> faults;

    private PolicyReader(TomlTable table, TomlPosition start, Consumer<InvalidPolicy> faults) {
        this.table = table;
        this.start = start;
        this.faults = faults;
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
        List<InvalidPolicy> faults = new ArrayList<>();
        Policy policy = of(document.getTable("policy"), document.inputPositionOf("policy"), faults::add);
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        return policy;
    }

    /// Reads the `[policy]` table of a larger configuration, whose other tables are the caller's concern.
    ///
    /// @param start where the table begins
    /// @param faults is told of everything that is wrong; in its place stands what holds without a policy
    public static Policy of(TomlTable policy, TomlPosition start, Consumer<InvalidPolicy> faults) {
        return new PolicyReader(policy, start, faults).policy();
    }

    private Policy policy() {
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                faults.accept(unknown(at(key), key, KEYS));
            }
        }
        OptionalDouble refuse = score("refuse_score");
        double usualWarn = Math.min(Policy.DEFAULT.warnScore(), refuse.orElse(1));
        double warn = score("warn_score").orElse(usualWarn);
        if (refuse.isEmpty() && warn > LEAST_REFUSED) {
            wrong("warn_score", "'warn_score' over " + LEAST_REFUSED + " needs a 'refuse_score'");
        } else if (warn > refuse.orElse(1)) {
            wrong("warn_score", "'warn_score' must not be greater than 'refuse_score'");
            warn = usualWarn;
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

    private Map<Category, Ruling> categories() {
        Map<Category, Ruling> rulings = new EnumMap<>(Category.class);
        if (!table.contains("categories")) {
            return rulings;
        }
        if (!table.isTable("categories")) {
            wrong("categories", "'categories' must be a table such as { head = \"warn\" }");
            return rulings;
        }
        TomlTable given = table.getTable("categories");
        for (String key : given.keySet()) {
            TomlPosition position = given.inputPositionOf(List.of(key));
            try {
                Category category = category(key, position);
                rulings.put(category, ruling(given.get(List.of(key)), key, position));
            } catch (InvalidPolicy fault) {
                faults.accept(fault);
            }
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

    private OptionalDouble score(String key) {
        if (!table.contains(key)) {
            return OptionalDouble.empty();
        }
        // A whole number is as good as a decimal one: 1 is 1.0.
        if (table.get(key) instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return OptionalDouble.of(number.doubleValue());
        }
        wrong(key, "'" + key + "' must be a number from 0 to 1");
        return OptionalDouble.empty();
    }

    private boolean flag(String key, boolean otherwise) {
        if (!table.contains(key)) {
            return otherwise;
        }
        if (table.get(key) instanceof Boolean value) {
            return value;
        }
        wrong(key, "'" + key + "' must be true or false");
        return otherwise;
    }

    private <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
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
        wrong(key, "'" + key + "' must be " + words);
        return otherwise;
    }

    private void wrong(String key, String text) {
        faults.accept(invalid(at(key), text));
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

package org.maskguard.gateway.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of the file, whose members are asked for by name and kind. What is wrong with one is noted, and reading
/// goes on with what holds where nothing is said. Not thread-safe.
final class Section {

    private final TomlTable table;
    private final String path;
    private final TomlPosition start;
    private final Consumer<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /// @param path the names that lead to it, each with a point behind
    /// @param start where it begins
    Section(TomlTable table, String path, TomlPosition start, Consumer<Problem> problems) {
        this.table = table;
        this.path = path;
        this.start = start;
        this.problems = problems;
    }

    boolean has(String key) {
        asked.add(key);
        return table.contains(List.of(key));
    }

    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (value(key) instanceof String text) {
            return text;
        }
        problem(key, "must be text in quotes");
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (value(key) instanceof Boolean flag) {
            return flag;
        }
        problem(key, "must be true or false");
        return otherwise;
    }

    int whole(String key, int otherwise, int least, int most) {
        if (!has(key)) {
            return otherwise;
        }
        if (value(key) instanceof Long whole && whole >= least && whole <= most) {
            return whole.intValue();
        }
        problem(key, "must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    double number(String key, double otherwise, double least, double most) {
        if (!has(key)) {
            return otherwise;
        }
        // A whole number is as good as a decimal one.
        if (value(key) instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        problem(key, "must be a number from %s to %s".formatted(plain(least), plain(most)));
        return otherwise;
    }

    long quantity(String key, Quantity kind, long otherwise, long least, long most) {
        if (!has(key)) {
            return otherwise;
        }
        OptionalLong value = value(key) instanceof String text ? kind.read(text) : OptionalLong.empty();
        if (value.isEmpty()) {
            problem(
                    key,
                    "must be a number with a unit (%s), such as \"%s\""
                            .formatted(kind.unitNames(), kind.write(otherwise)));
        } else if (value.getAsLong() < least || value.getAsLong() > most) {
            problem(key, "must be from " + kind.write(least) + " to " + kind.write(most));
        } else {
            return value.getAsLong();
        }
        return otherwise;
    }

    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        for (E each : type.getEnumConstants()) {
            if (lower(each).equals(value(key))) {
                return each;
            }
        }
        problem(
                key,
                "must be "
                        + Arrays.stream(type.getEnumConstants())
                                .map(each -> '"' + lower(each) + '"')
                                .collect(Collectors.joining(" or ")));
        return otherwise;
    }

    /// A path, which may be relative to `base`.
    Path path(String key, Path base, Path otherwise) {
        String text = text(key, null);
        if (text == null) {
            return otherwise;
        }
        try {
            if (!text.isEmpty()) {
                return base.resolve(text).normalize();
            }
            problem(key, "must be a path");
        } catch (InvalidPathException e) {
            problem(key, "must be a path: " + e.getReason());
        }
        return otherwise;
    }

    /// A list of texts; where one of them is none, it is left out.
    List<String> texts(String key, List<String> otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!(value(key) instanceof TomlArray array)) {
            problem(key, "must be a list such as [\"M42\", \"M43\"]");
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof String text) {
                texts.add(text);
            } else {
                problem(array.inputPositionOf(i), "'" + path + key + "' must hold texts in quotes only");
            }
        }
        return texts;
    }

    /// The table of this name, or an empty one where there is none.
    Section section(String key) {
        boolean there = has(key);
        if (there && value(key) instanceof TomlTable inner) {
            return new Section(inner, path + key + ".", at(key), problems);
        }
        if (there) {
            problem(key, "must be a table: write [" + path + key + "] on its own line");
        }
        return new Section(org.tomlj.Toml.parse(""), path + key + ".", start, problems);
    }

    /// The tables of this name: `[[name]]`.
    List<Section> sections(String key) {
        List<Section> found = new ArrayList<>();
        if (!has(key)) {
            return found;
        }
        if (!(value(key) instanceof TomlArray array)) {
            problem(key, "must be a list of tables");
            return found;
        }
        for (int i = 0; i < array.size(); i++) {
            TomlPosition position = array.inputPositionOf(i);
            if (array.get(i) instanceof TomlTable inner) {
                found.add(new Section(inner, path + key + ".", position, problems));
            } else {
                problem(position, "'" + path + key + "' must be a list of tables");
            }
        }
        return found;
    }

    /// Notes every member that nobody asked for. To be called last.
    void end() {
        for (String key : table.keySet()) {
            if (!asked.contains(key)) {
                problem(at(key), "unknown key '" + path + key + "'; " + Spelling.advice(key, asked));
            }
        }
    }

    TomlTable table() {
        return table;
    }

    TomlPosition start() {
        return start;
    }

    void problem(String key, String what) {
        problem(at(key), "'" + path + key + "' " + what);
    }

    /// Notes something about the table as a whole.
    void problem(String text) {
        problem(start, text);
    }

    void problem(TomlPosition position, String text) {
        TomlPosition place = position == null ? start : position;
        problems.accept(new Problem(place.line(), place.column(), text));
    }

    private Object value(String key) {
        return table.get(List.of(key));
    }

    private TomlPosition at(String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? start : position;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

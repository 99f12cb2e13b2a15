package org.maskguard.suite.bench;

import java.util.Locale;

/// How large a suite is.
///
/// @param persons how many people there are
/// @param shells clean masks of each person
/// @param moulds people with a mould
/// @param each masks of every level of an axis
/// @param nearMisses of every kind
/// @param parts of every family
public record Level(String name, int persons, int shells, int moulds, int each, int nearMisses, int parts) {

    /// For every change: a few minutes on two cores.
    public static final Level CORE = new Level("core", 20, 2, 6, 2, 3, 2);

    /// For a judgement: at least 10,000 ordinary parts, 1,000 near misses and 3,000 masks.
    public static final Level FULL = new Level("full", 250, 4, 120, 100, 60, 108);

    /// @throws IllegalArgumentException where there is none of that name
    public static Level of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "core" -> CORE;
            case "full" -> FULL;
            default -> throw new IllegalArgumentException("'" + name + "' is no level: core or full");
        };
    }
}

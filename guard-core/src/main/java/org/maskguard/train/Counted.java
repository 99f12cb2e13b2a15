package org.maskguard.train;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often something happened, over files and over independent units (persons, families), where a unit counts when
/// any of its files does.
///
/// @param files over files
/// @param units over units
public record Counted(Rate files, Rate units) {

    /// One file: whose it is, and whether it happened.
    public record Event(String unit, boolean happened) {}

    public static Counted of(Collection<Event> events) {
        int happened = 0;
        Map<String, Boolean> byUnit = new LinkedHashMap<>();
        for (Event event : events) {
            happened += event.happened() ? 1 : 0;
            byUnit.merge(event.unit(), event.happened(), Boolean::logicalOr);
        }
        int units = (int) byUnit.values().stream().filter(Boolean::booleanValue).count();
        return new Counted(new Rate(happened, events.size()), new Rate(units, byUnit.size()));
    }

    /// The upper bound to quote: the larger of the two.
    public double bound() {
        return Math.max(files.high(), units.high());
    }
}

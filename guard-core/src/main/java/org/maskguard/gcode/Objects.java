package org.maskguard.gcode;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Objects that a print may leave out: Klipper's EXCLUDE_OBJECT and M486 of Marlin and RepRapFirmware.
final class Objects {

    /// Names that are kept: more than any plate holds.
    private static final int MOST = 10_000;

    private final Set<String> excluded = new HashSet<>();
    private final boolean obeyed;
    private String current;

    Objects(boolean obeyed) {
        this.obeyed = obeyed;
    }

    /// Whether what is printed now belongs to an object that was excluded.
    boolean isExcluded() {
        return current != null && excluded.contains(current);
    }

    boolean isObeyed() {
        return obeyed;
    }

    void start(String name) {
        current = name.toUpperCase(Locale.ROOT);
    }

    void end() {
        current = null;
    }

    /// @param name null for the one that is printed now
    void exclude(String name) {
        String which = name == null ? current : name.toUpperCase(Locale.ROOT);
        if (which != null && excluded.size() < MOST) {
            excluded.add(which);
        }
    }

    /// @param name null for all
    void include(String name) {
        if (name == null) {
            excluded.clear();
        } else {
            excluded.remove(name.toUpperCase(Locale.ROOT));
        }
    }

    /// M486: S starts an object (−1 none), P cancels one, C the current one, U brings one back, T resets.
    void m486(Line line) {
        if (line.has('T')) {
            excluded.clear();
            current = null;
        }
        if (line.has('S')) {
            int index = (int) line.value('S');
            current = index < 0 ? null : "#" + index;
        }
        if (line.has('P')) {
            exclude("#" + (int) line.value('P'));
        }
        if (line.flag('C')) {
            exclude(null);
        }
        if (line.has('U')) {
            include("#" + (int) line.value('U'));
        }
    }
}

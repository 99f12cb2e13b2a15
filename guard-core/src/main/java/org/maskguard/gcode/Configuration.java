package org.maskguard.gcode;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What the text of a job does not say: the printer's settings, as far as they are known.
///
/// Comments never fill it in: they belong to the sender.
///
/// @param filamentMm diameter of the filament where the job says none (`M200 D`)
/// @param nominalBeadMm2 section of a bead in jobs that switch the extruder on and off (`M101`, `M103`) and have no
///     extrusion word
/// @param coldBelow temperature under which the firmware extrudes nothing, °C, or NaN where it is not known: extrusion
///     by a nozzle that is surely cold then is doubtful
/// @param longestMm filament that a move may push at most in firmwares that drop longer extrusions; what is longer is
///     doubtful
/// @param excludesObjects whether the firmware leaves out excluded objects (`EXCLUDE_OBJECT`, `M486 P`); where it
///     is not known, printing one is doubtful
/// @param skipsBranches whether the lines between `M622` and `M623` are left out
/// @param macros bodies of macros by their name in upper case
public record Configuration(
        double filamentMm,
        double nominalBeadMm2,
        double coldBelow,
        double longestMm,
        boolean excludesObjects,
        boolean skipsBranches,
        Map<String, Macro> macros) {

    /// 1.75 mm is what nearly all printers take. 0.4 × 0.2 mm is the commonest bead. Marlin's `EXTRUDE_MAXLENGTH`
    /// is
    /// 200 mm.
    public static final Configuration DEFAULT = new Configuration(1.75, 0.08, Double.NaN, 200, false, false, Map.of());

    public Configuration {
        if (!(filamentMm > 0) || !(nominalBeadMm2 > 0) || !(longestMm > 0)) {
            throw new IllegalArgumentException("diameters, sections and lengths must be positive");
        }
        TreeMap<String, Macro> upper = new TreeMap<>();
        macros.forEach((name, macro) -> upper.put(name.toUpperCase(Locale.ROOT), macro));
        macros = Map.copyOf(upper);
    }

    public Configuration withFilamentMm(double diameter) {
        return new Configuration(
                diameter, nominalBeadMm2, coldBelow, longestMm, excludesObjects, skipsBranches, macros);
    }

    public Configuration withColdBelow(double celsius) {
        return new Configuration(
                filamentMm, nominalBeadMm2, celsius, longestMm, excludesObjects, skipsBranches, macros);
    }

    public Configuration withExcludesObjects(boolean excludes) {
        return new Configuration(filamentMm, nominalBeadMm2, coldBelow, longestMm, excludes, skipsBranches, macros);
    }

    public Configuration withSkipsBranches(boolean skips) {
        return new Configuration(filamentMm, nominalBeadMm2, coldBelow, longestMm, excludesObjects, skips, macros);
    }

    /// @param more added to the macros that are there, in place of those of the same names
    public Configuration withMacros(Map<String, Macro> more) {
        TreeMap<String, Macro> all = new TreeMap<>(macros);
        more.forEach((name, macro) -> all.put(name.toUpperCase(Locale.ROOT), macro));
        return new Configuration(filamentMm, nominalBeadMm2, coldBelow, longestMm, excludesObjects, skipsBranches, all);
    }

    public Configuration withMacro(String name, Macro macro) {
        return withMacros(Map.of(name, macro));
    }

    /// What a command of the printer's own does. Files that a job runs (`M98 P"a.g"`, `M32`, `SDCARD_PRINT_FILE`)
    /// are
    /// macros by the file's name.
    ///
    /// @param kind what is known of it
    /// @param body its lines, where it is expanded
    public record Macro(Kind kind, String body) {

        /// What is known of a macro.
        public enum Kind {
            /// It is its lines.
            EXPANDED,
            /// It lays no material that belongs to the shape.
            HARMLESS,
            /// It lays material, and where cannot be said.
            DRAWS
        }

        public static Macro expanded(String body) {
            return new Macro(Kind.EXPANDED, body);
        }

        public static Macro harmless() {
            return new Macro(Kind.HARMLESS, "");
        }

        public static Macro draws() {
            return new Macro(Kind.DRAWS, "");
        }
    }
}

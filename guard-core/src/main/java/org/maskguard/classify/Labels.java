package org.maskguard.classify;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which verdicts are right for a thing, by the label that a manifest gives it.
///
/// A label speaks of the thing at the size that it has in the manifest. A *miss* is a thing whose label accepts
/// nothing but [Ruling#REFUSE] and that was not refused; a *false refusal* is a refusal of a thing whose label
/// does not accept it.
public final class Labels {
    private static final Map<String, Set<Ruling>> TABLE = table();

    private Labels() {}

    /// The verdicts that are right for this label; a label that is not in the [#table] is an ordinary thing:
    /// `pass`.
    public static Set<Ruling> accepts(String label) {
        return TABLE.getOrDefault(label, Set.of(Ruling.PASS));
    }

    /// Whether a thing with this label must be refused.
    public static boolean mustRefuse(String label) {
        return accepts(label).equals(Set.of(Ruling.REFUSE));
    }

    /// All labels that are known, in the order in which a specification prints them.
    public static Map<String, Set<Ruling>> all() {
        return TABLE;
    }

    private static Map<String, Set<Ruling>> table() {
        Map<String, Set<Ruling>> t = new LinkedHashMap<>();
        put(t, EnumSet.of(Ruling.REFUSE), "mask_human", "face_surface", "pull_over_mask", "mould");
        put(
                t,
                EnumSet.of(Ruling.WARN, Ruling.REFUSE),
                "mask_rough",
                "face_surface_partial",
                "mould_half",
                "mask_parts");
        put(t, EnumSet.of(Ruling.WARN), "partial_mask");
        put(t, EnumSet.of(Ruling.PASS, Ruling.WARN, Ruling.REFUSE), "mask_stylised");
        put(
                t,
                EnumSet.of(Ruling.PASS, Ruling.WARN),
                "head",
                "head_skin",
                "hollow_bust",
                "bust",
                "statue",
                "relief",
                "lithophane",
                "mask_other",
                "hockey_or_theatre_mask",
                "robot_face",
                "doll",
                "cartoon_head",
                "animal_head",
                "animal",
                "skull");
        put(
                t,
                EnumSet.of(Ruling.PASS),
                "mask_half_size",
                "blank_shell",
                "figurine",
                "helmet",
                "goggles",
                "face_shield",
                "respirator",
                "medical_mask",
                "orthosis",
                "anatomy",
                "architecture",
                "calibration",
                "enclosure",
                "gear",
                "organic",
                "organizer",
                "other",
                "part",
                "printer_part",
                "robot",
                "terrain",
                "vase",
                "vehicle");
        return Collections.unmodifiableMap(t);
    }

    private static void put(Map<String, Set<Ruling>> table, Set<Ruling> accepted, String... labels) {
        for (String label : labels) {
            table.put(label, Collections.unmodifiableSet(EnumSet.copyOf(accepted)));
        }
    }
}

package org.maskguard.gateway.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A printer as its M115 and M503 describe it: who it is, how its firmware reads, and what bends the shapes that it
/// prints.
///
/// @param firmware the value of `FIRMWARE_NAME`, without the date
/// @param extruders how many it has, at least 1
/// @param capabilities those that are on
/// @param settings by word (`M92`, or `M218 T1` where it is of one tool): the words that turn text into another shape
public record Machine(String firmware, int extruders, Set<String> capabilities, SortedMap<String, String> settings) {

    /// Capabilities under which every line that the gateway writes means the same. It writes no parentheses,
    /// quotes,
    /// bare axis words or packed bytes, so firmware that could read these reads nothing else into its lines.
    private static final Set<String> MODELLED = Set.of(
            "PAREN_COMMENTS",
            "QUOTED_STRINGS",
            "SERIAL_XON_XOFF",
            "BINARY_FILE_TRANSFER",
            "EEPROM",
            "VOLUMETRIC",
            "AUTOREPORT_POS",
            "AUTOREPORT_TEMP",
            "PROGRESS",
            "PRINT_JOB",
            "AUTOLEVEL",
            "RUNOUT",
            "Z_PROBE",
            "LEVELING_DATA",
            "BUILD_PERCENT",
            "SOFTWARE_POWER",
            "TOGGLE_LIGHTS",
            "CASE_LIGHT_BRIGHTNESS",
            "EMERGENCY_PARSER",
            "HOST_ACTION_COMMANDS",
            "PROMPT_SUPPORT",
            "SDCARD",
            "MULTI_VOLUME",
            "REPEAT",
            "SD_WRITE",
            "AUTOREPORT_SD_STATUS",
            "LONG_FILENAME",
            "LFN_WRITE",
            "CUSTOM_FIRMWARE_UPLOAD",
            "EXTENDED_M20",
            "THERMAL_PROTECTION",
            "MOTION_MODES",
            "ARCS",
            "BABYSTEPPING",
            "EP_BABYSTEP",
            "CHAMBER_TEMPERATURE",
            "COOLER_TEMPERATURE",
            "MEATPACK",
            "CONFIG_EXPORT");

    public Machine {
        capabilities = Set.copyOf(capabilities);
        settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// Whether it has a capability.
    public boolean can(String capability) {
        return capabilities.contains(capability);
    }

    /// What is different from the machine that was commissioned, one clause each; empty where nothing is.
    public List<String> differences(Machine commissioned) {
        List<String> found = new ArrayList<>();
        if (!firmware.equals(commissioned.firmware)) {
            found.add("its firmware is " + firmware + " and was " + commissioned.firmware);
        }
        if (extruders != commissioned.extruders) {
            found.add("it has " + extruders + " extruders and had " + commissioned.extruders);
        }
        TreeSet<String> words = new TreeSet<>(settings.keySet());
        words.addAll(commissioned.settings.keySet());
        for (String word : words) {
            String here = settings.get(word);
            String before = commissioned.settings.get(word);
            if (here == null) {
                found.add(word + " is missing and was " + before);
            } else if (before == null) {
                found.add(word + " is " + here + " and was missing");
            } else if (!here.equals(before)) {
                found.add(word + " is " + here + " and was " + before);
            }
        }
        for (String capability : new TreeSet<>(capabilities)) {
            if (!MODELLED.contains(capability) && !commissioned.capabilities.contains(capability)) {
                found.add("its capability " + capability + " is not known here");
            }
        }
        return found;
    }

    /// What keeps it closed whatever an operator accepts: that it is no Marlin, or said nothing of its steps.
    public List<String> obstacles() {
        List<String> found = new ArrayList<>();
        if (!firmware.contains("Marlin") && !firmware.contains("Prusa-Firmware")) {
            found.add("its firmware is no Marlin: " + (firmware.isEmpty() ? "it did not say its name" : firmware));
        }
        if (!settings.containsKey("M92")) {
            found.add("its answer to M503 has no steps per millimetre (M92)");
        }
        return found;
    }

    /// As text that [#parse] reads: one line a fact.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("firmware ").append(firmware).append('\n');
        text.append("extruders ").append(extruders).append('\n');
        new TreeSet<>(capabilities)
                .forEach(each -> text.append("can ").append(each).append('\n'));
        settings.forEach((word, value) ->
                text.append("set ").append(word).append('=').append(value).append('\n'));
        return text.toString();
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException naming a line that it did not write
    public static Machine parse(String text) {
        String firmware = "";
        int extruders = 1;
        Set<String> capabilities = new TreeSet<>();
        SortedMap<String, String> settings = new TreeMap<>();
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            String rest = line.substring(space + 1);
            switch (space < 0 ? "" : line.substring(0, space)) {
                case "firmware" -> firmware = rest;
                case "extruders" -> extruders = Integer.parseInt(rest);
                case "can" -> capabilities.add(rest);
                case "set" -> settings.put(rest.substring(0, rest.indexOf('=')), rest.substring(rest.indexOf('=') + 1));
                default -> throw new IllegalArgumentException("no line of a commissioned machine: " + line);
            }
        }
        return new Machine(firmware, extruders, capabilities, settings);
    }
}

package org.maskguard.gateway.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maskguard.gateway.line.PrinterLine;

/// Gathers what a printer says to M115 and M503. Not thread-safe.
public final class MachineReader {

    /// Steps, volumetric mode, home and tool offsets, flow, microsteps, backlash, carriages, delta and its
    /// endstops,
    /// probe offset, skew (PEERS H2).
    private static final Set<String> BENDING =
            Set.of("M92", "M200", "M206", "M218", "M221", "M350", "M425", "M605", "M665", "M666", "M851", "M852");

    private final Set<String> capabilities = new TreeSet<>();
    private final SortedMap<String, String> settings = new TreeMap<>();
    private final List<String> firmwareLines = new ArrayList<>();
    private final List<String> settingLines = new ArrayList<>();
    private String firmware = "";
    private int extruders = 1;

    /// Takes one line of the answer to M115.
    public void identity(PrinterLine line) {
        switch (line) {
            case PrinterLine.Firmware name -> {
                firmware = name(name.text());
                extruders = extruders(name.text());
                firmwareLines.add(name.text());
            }
            case PrinterLine.Capability capability -> {
                if (capability.on()) {
                    capabilities.add(capability.name());
                }
                firmwareLines.add("Cap:" + capability.name() + ":" + (capability.on() ? 1 : 0));
            }
            default -> {}
        }
    }

    /// Takes one line of the answer to M503.
    public void setting(PrinterLine line) {
        if (!(line instanceof PrinterLine.Echo echo)) {
            return;
        }
        settingLines.add(echo.text());
        String text = echo.text();
        int comment = text.indexOf(';');
        String[] words =
                (comment < 0 ? text : text.substring(0, comment)).strip().split("\\s+");
        if (!BENDING.contains(words[0])) {
            return;
        }
        StringBuilder key = new StringBuilder(words[0]);
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("T")) {
                key.append(' ').append(words[i]);
            } else {
                value.append(i > 1 && !value.isEmpty() ? " " : "").append(words[i]);
            }
        }
        settings.merge(key.toString(), value.toString(), (first, second) -> first + " " + second);
    }

    /// What has been gathered.
    public Machine machine() {
        return new Machine(firmware, extruders, capabilities, settings);
    }

    /// The lines of M115's answer, as they came.
    public List<String> firmwareLines() {
        return List.copyOf(firmwareLines);
    }

    /// The lines of M503's answer, without `echo:`.
    public List<String> settingLines() {
        return List.copyOf(settingLines);
    }

    private static String name(String text) {
        String rest = text.substring("FIRMWARE_NAME:".length());
        int end = rest.indexOf(" SOURCE_CODE_URL");
        String name = end < 0 ? rest : rest.substring(0, end);
        int date = name.indexOf(" (");
        return (date < 0 ? name : name.substring(0, date)).strip();
    }

    private static int extruders(String text) {
        int at = text.indexOf("EXTRUDER_COUNT:");
        if (at < 0) {
            return 1;
        }
        String digits = text.substring(at + "EXTRUDER_COUNT:".length()).replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > 2 ? 1 : Math.max(1, Integer.parseInt(digits));
    }
}

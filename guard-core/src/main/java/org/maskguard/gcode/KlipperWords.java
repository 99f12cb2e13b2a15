package org.maskguard.gcode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Klipper's extended commands that change how later words become shape.
final class KlipperWords {

    /// States that are kept by name: more than any macro uses.
    private static final int MOST = 1_000;

    private final Machine machine;
    private final ModalWords modes;
    private final Motion motion;
    private final Offsets offsets;
    private final Objects objects;
    private final Map<String, State> states = new HashMap<>();

    KlipperWords(Machine machine, ModalWords modes, Offsets offsets, Objects objects) {
        this.machine = machine;
        this.modes = modes;
        this.motion = machine.motion;
        this.offsets = offsets;
        this.objects = objects;
    }

    void execute(String name, Line line, long number) throws UnreadableJob {
        Map<String, String> words = words(line.rest());
        switch (name.toUpperCase(Locale.ROOT)) {
            case "SET_GCODE_OFFSET" -> offset(words, line, number);
            case "SAVE_GCODE_STATE" -> save(words.getOrDefault("NAME", "default"));
            case "RESTORE_GCODE_STATE" -> restore(words, number);
            case "ACTIVATE_EXTRUDER" -> activate(words.getOrDefault("EXTRUDER", ""), line, number);
            case "EXCLUDE_OBJECT_START" -> objects.start(words.getOrDefault("NAME", ""));
            case "EXCLUDE_OBJECT_END" -> objects.end();
            case "EXCLUDE_OBJECT" -> exclude(words);
            default -> {}
        }
    }

    private void offset(Map<String, String> words, Line line, long number) throws UnreadableJob {
        double[] by = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            String key = String.valueOf((char) ('X' + axis));
            double before = offsets.gcode(axis);
            if (words.containsKey(key)) {
                offsets.setGcode(axis, value(words.get(key), line, number), false);
            } else if (words.containsKey(key + "_ADJUST")) {
                offsets.setGcode(axis, value(words.get(key + "_ADJUST"), line, number), true);
            }
            by[axis] = offsets.gcode(axis) - before;
        }
        if (words.getOrDefault("MOVE", "0").equals("1")) {
            motion.step(motion.x + by[0], motion.y + by[1], motion.z + by[2], 0, number);
        }
    }

    private static double value(String text, Line line, long number) throws UnreadableJob {
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UnreadableJob(
                "bad-number", number, line.command(), "line " + number + ": " + line.command() + ": no offset");
    }

    private void save(String name) {
        if (states.size() < MOST) {
            states.put(
                    name,
                    new State(
                            motion.relative,
                            modes.isExtruderRelative(),
                            motion.extruders.position(),
                            motion.extruders.flow(),
                            new double[] {motion.x, motion.y, motion.z},
                            offsets.kept()));
        }
    }

    private void restore(Map<String, String> words, long number) throws UnreadableJob {
        State state = states.get(words.getOrDefault("NAME", "default"));
        if (state == null) {
            return;
        }
        modes.setModes(state.relative, state.extruderRelative);
        motion.extruders.setPositionMm(state.extruder);
        motion.extruders.setFlow(motion.extruders.tool(), state.flow);
        offsets.restore(state.offsets);
        if (words.getOrDefault("MOVE", "0").equals("1")) {
            motion.step(state.position[0], state.position[1], state.position[2], 0, number);
        }
    }

    private void activate(String extruder, Line line, long number) throws UnreadableJob {
        String digits = extruder.toLowerCase(Locale.ROOT).replaceFirst("^extruder", "");
        if (digits.matches("\\d{0,2}")) {
            modes.tool(digits.isEmpty() ? 0 : Integer.parseInt(digits));
        } else {
            machine.unknown(line, number);
        }
    }

    private void exclude(Map<String, String> words) {
        if (words.containsKey("RESET")) {
            objects.include(words.get("NAME"));
        } else if (words.containsKey("CURRENT")) {
            objects.exclude(null);
        } else if (words.containsKey("NAME")) {
            objects.exclude(words.get("NAME"));
        }
    }

    /// `KEY=VALUE` words; a value may stand in quotes.
    private static Map<String, String> words(String text) {
        Map<String, String> words = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String key = text.substring(at, equals).strip().toUpperCase(Locale.ROOT);
            char quote = equals + 1 < text.length() ? text.charAt(equals + 1) : ' ';
            boolean quoted = quote == '"' || quote == '\'';
            int from = quoted ? equals + 2 : equals + 1;
            int to = text.indexOf(quoted ? quote : ' ', from);
            if (to < 0) {
                to = text.length();
            }
            words.put(key, text.substring(Math.min(from, to), to));
            at = Math.min(to + 1, text.length());
        }
        return words;
    }

    private record State(
            boolean relative,
            boolean extruderRelative,
            double extruder,
            double flow,
            double[] position,
            double[] offsets) {}
}

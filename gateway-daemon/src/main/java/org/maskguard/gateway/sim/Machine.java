package org.maskguard.gateway.sim;

import java.util.Locale;
import java.util.function.Consumer;

/// The printer behind the protocol: modes, axes, heaters, and what each command does to them.
///
/// Instants are in seconds of the printer's own time. [#execute] does a command and gives the instant at which it is
/// done.
final class Machine {

    private static final double COLD = 170;
    private static final double MOST_EXTRUDED = 200;
    private static final double HOMING_SECONDS = 20;
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private final Consumer<String> say;
    private final Motion motion = new Motion();
    private final Heater nozzle = new Heater(3, 120);
    private final Heater bed = new Heater(0.6, 600);
    private final double[] offset = new double[4];
    private boolean relative;
    private boolean relativeE;
    private boolean inches;
    private boolean coldAllowed;
    private boolean homed;
    private double feed = 1500;
    private int fan;
    private double extruded;
    private String okReport = "";
    private Heater waitedFor;
    private boolean known;

    Machine(Consumer<String> say) {
        this.say = say;
    }

    Motion motion() {
        return motion;
    }

    Heater nozzle() {
        return nozzle;
    }

    Heater bed() {
        return bed;
    }

    boolean isHomed() {
        return homed;
    }

    int fan() {
        return fan;
    }

    /// Filament pushed forward in all, in mm.
    double extruded() {
        return extruded;
    }

    /// What the `ok` of the last command carries.
    String okReport() {
        return okReport;
    }

    /// The heater that the last command waits for, or null.
    Heater waitedFor() {
        return waitedFor;
    }

    /// Whether the last command was one that it knows.
    boolean isKnown() {
        return known;
    }

    /// Stops everything: heaters off, moves dropped.
    void stop(double now) {
        motion.stop(now);
        nozzle.target(0, now);
        bed.target(0, now);
    }

    double execute(Words words, double now) {
        okReport = "";
        waitedFor = null;
        known = true;
        return switch (words.letter()) {
            case 'G' -> g(words, now);
            case 'M' -> m(words, now);
            case 'T' -> tool(words, now);
            default -> unknown(words, now);
        };
    }

    private double g(Words words, double now) {
        switch (words.code()) {
            case 0, 1, 2, 3 -> {
                return move(words, now);
            }
            case 4 -> {
                return motion.end(now) + words.value('P', 0) / 1000 + words.value('S', 0);
            }
            case 28 -> {
                double end = motion.end(now) + HOMING_SECONDS;
                double e = motion.planned()[3];
                motion.stop(motion.end(now));
                motion.place(new double[] {0, 0, 0, e});
                offset[0] = offset[1] = offset[2] = 0;
                homed = true;
                return end;
            }
            case 92 -> place(words);
            case 20 -> inches = true;
            case 21 -> inches = false;
            case 90 -> relative = relativeE = false;
            case 91 -> relative = relativeE = true;
            case 10, 11, 17, 18, 19, 27 -> {}
            default -> {
                return unknown(words, now);
            }
        }
        return now;
    }

    private double m(Words words, double now) {
        switch (words.code()) {
            case 82 -> relativeE = false;
            case 83 -> relativeE = true;
            case 104 -> nozzle.target(words.value('S', nozzle.target()), now);
            case 140 -> bed.target(words.value('S', bed.target()), now);
            case 109 -> {
                return heat(nozzle, words, now);
            }
            case 190 -> {
                return heat(bed, words, now);
            }
            case 106 -> fan = (int) words.value('S', 255);
            case 107 -> fan = 0;
            case 105 -> okReport = temperatures(now);
            case 114 -> say.accept(position(now));
            case 115 -> Reports.FIRMWARE.forEach(say);
            case 119 -> Reports.ENDSTOPS.forEach(say);
            case 503 -> Reports.SETTINGS.forEach(say);
            case 118 -> spoken(words.rest());
            case 302 -> coldAllowed = words.value('P', words.has('S') ? 1 : 0) != 0;
            case 400 -> {
                return motion.end(now);
            }
            case 0, 1 -> {
                say.accept("echo:busy: paused for user");
                return FOREVER;
            }
            case 17,
                    18,
                    73,
                    75,
                    76,
                    77,
                    84,
                    85,
                    108,
                    110,
                    117,
                    155,
                    113,
                    154,
                    200,
                    201,
                    203,
                    204,
                    205,
                    206,
                    211,
                    220,
                    221,
                    300,
                    413,
                    500,
                    501,
                    900,
                    92,
                    410,
                    524,
                    876,
                    31,
                    2 -> {}
            default -> {
                return unknown(words, now);
            }
        }
        return now;
    }

    private double tool(Words words, double now) {
        if (words.code() != 0) {
            say.accept("echo:T" + words.code() + " Invalid extruder");
        }
        return now;
    }

    private double unknown(Words words, double now) {
        known = false;
        say.accept("echo:Unknown command: \"" + words.text() + "\"");
        return now;
    }

    private double move(Words words, double now) {
        double[] from = motion.planned();
        double[] to = from.clone();
        double unit = inches ? 25.4 : 1;
        for (int i = 0; i < 4; i++) {
            char axis = "XYZE".charAt(i);
            double value = words.value(axis, Double.NaN) * unit;
            if (!Double.isNaN(value)) {
                boolean add = i == 3 ? relativeE : relative;
                to[i] = add ? from[i] + value : value + offset[i];
            }
        }
        double speed = words.value('F', 0) * unit;
        feed = speed > 0 ? speed : feed;
        double pushed = push(from, to, now);
        double length = Path.length(words, unit, from, to);
        return motion.plan(to, Math.max(length, length > 0 ? 0 : Math.abs(pushed)) * 60 / feed, now);
    }

    /// How far the filament goes; what the firmware prevents does not happen, though the position counts it.
    private double push(double[] from, double[] to, double now) {
        double pushed = to[3] - from[3];
        if (pushed == 0) {
            return 0;
        }
        if (nozzle.temperature(now) < COLD && !coldAllowed) {
            say.accept("echo: cold extrusion prevented");
            return 0;
        }
        if (Math.abs(pushed) > MOST_EXTRUDED) {
            say.accept("echo: too long extrusion prevented");
            return 0;
        }
        extruded += Math.max(0, pushed);
        return pushed;
    }

    private void place(Words words) {
        double[] at = motion.planned();
        for (int i = 0; i < 3; i++) {
            offset[i] = at[i] - words.value("XYZ".charAt(i), at[i] - offset[i]);
        }
        at[3] = words.value('E', at[3]);
        motion.place(at);
    }

    private double heat(Heater heater, Words words, double now) {
        heater.target(words.value('S', words.value('R', heater.target())), now);
        waitedFor = heater;
        return Math.max(motion.end(now), heater.arrival(now));
    }

    private void spoken(String text) {
        String rest = text;
        String prefix = "";
        while (rest.matches("[AEP]\\d( .*|)")) {
            char option = rest.charAt(0);
            prefix = rest.charAt(1) != '1' || option == 'P' ? prefix : option == 'A' ? "//" : "echo:";
            rest = rest.substring(2).stripLeading();
        }
        say.accept(prefix + rest);
    }

    String temperatures(double now) {
        return String.format(
                Locale.ROOT,
                "T:%.2f /%.2f B:%.2f /%.2f @:0 B@:0",
                nozzle.temperature(now),
                nozzle.target(),
                bed.temperature(now),
                bed.target());
    }

    String position(double now) {
        double[] at = motion.planned();
        return String.format(
                Locale.ROOT,
                "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X:%.0f Y:%.0f Z:%.0f",
                at[0] - offset[0],
                at[1] - offset[1],
                at[2] - offset[2],
                at[3],
                motion.position(now)[0] * 80,
                motion.position(now)[1] * 80,
                motion.position(now)[2] * 400);
    }
}

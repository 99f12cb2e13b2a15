package org.maskguard.gcode;

/// Whether the nozzle is surely cold, so that a firmware that guards against it pushes nothing.
///
/// A heater that is off stays hot for minutes, and hosts heat before a job: so only a wait for cooling (`M109 R`) makes
/// a nozzle surely cold, and any higher target ends that.
final class Temperature {

    /// Marlin's EXTRUDE_MINTEMP; Klipper and RepRapFirmware guard at 170 and 160.
    private static final double GUARDED = 160;

    private final double known;
    private double target = Double.NaN;
    private boolean allowed;
    private double least;

    Temperature(double coldBelow) {
        known = coldBelow;
        least = Double.isNaN(coldBelow) ? GUARDED : coldBelow;
    }

    void hear(Line line) {
        switch (line.code) {
            case 109 -> {
                if (line.has('R')) {
                    target = line.value('R');
                } else if (line.has('S') && !(line.value('S') < target)) {
                    target = Double.NaN;
                }
            }
            case 104, 568 -> {
                if (line.has('S') && line.value('S') >= least || line.flag('S') && !line.has('S')) {
                    target = Double.NaN;
                }
            }
            case 302 -> {
                // P1 allows, P0 guards; S is a new limit; alone it allows in Sprinter and asks in Marlin.
                allowed = line.has('P') ? line.value('P') != 0 : !line.has('S') || line.value('S') <= 0;
                if (line.has('S')) {
                    least = line.value('S');
                }
            }
            default -> {}
        }
    }

    private boolean isCold() {
        return !allowed && target < least;
    }

    /// Whether nothing comes out, by what the configuration knows.
    boolean isSurelyCold() {
        return !Double.isNaN(known) && isCold();
    }

    /// Why extrusion is doubtful now, or null.
    String suspect() {
        return Double.isNaN(known) && isCold() ? "it extrudes by a cold nozzle, which most firmwares do not" : null;
    }
}

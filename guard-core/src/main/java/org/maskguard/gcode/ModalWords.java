package org.maskguard.gcode;

/// The words that change how later ones become shape: units, distances, origins, scales, tools, flow, retraction.
final class ModalWords {

    private static final int SLOTS = 16;

    private final Deposits deposits;
    private final Motion motion;
    private final Extruders extruders;
    private final Offsets offsets;
    private final Curves curves;
    private final Objects objects;
    private final Temperature temperature;

    /// G60.
    private final double[] savedX = new double[SLOTS];

    private final double[] savedY = new double[SLOTS];
    private final double[] savedZ = new double[SLOTS];
    private int saved;

    private boolean relativeExtruder;
    private double retractLift;
    private boolean volumetric;

    ModalWords(Machine machine, Offsets offsets, Curves curves, Objects objects, double coldBelow) {
        this.deposits = machine.deposits;
        this.motion = machine.motion;
        this.extruders = motion.extruders;
        this.offsets = offsets;
        this.curves = curves;
        this.objects = objects;
        this.temperature = new Temperature(coldBelow);
    }

    /// A G word other than a motion.
    void g(Line line, long number) throws UnreadableJob {
        switch (line.code) {
            case 10 -> g10(line);
            case 11 -> recover(number);
            case 17, 18, 19 -> curves.plane = line.code;
            case 20 -> unit(25.4);
            case 21 -> unit(1);
            case 28 -> home(line, number);
            case 50 -> motion.frame.clearScale();
            case 51 -> scale(line);
            case 52 -> offsets.local(line);
            case 54, 55, 56, 57, 58 -> offsets.select(line.code - 54);
            case 59 -> offsets.select(5 + Math.min(line.sub, 3));
            case 60 -> savePosition((int) line.value('S', 0));
            case 61 -> restorePosition(line, number);
            case 68 -> rotate(line);
            case 69 -> motion.frame.clearRotation();
            case 90, 91 -> distance(line);
            case 92 -> {
                if (line.sub == 0) {
                    offsets.set(line);
                } else {
                    offsets.reset(line.sub);
                }
            }
            default -> throw new IllegalStateException(line.command());
        }
    }

    /// An M word.
    void m(Line line, long number) {
        switch (line.code) {
            case 82, 83 -> {
                relativeExtruder = line.code == 83;
                settleExtruder();
            }
            case 92 -> steps(line, number);
            case 101 -> extruders.setOn(true);
            case 102, 103 -> extruders.setOn(false);
            case 104, 109, 302, 568 -> {
                temperature.hear(line);
                motion.suspect = temperature.suspect();
                motion.dry = temperature.isSurelyCold();
            }
            case 200 -> volumetric(line);
            case 206 -> offsets.setHome(line);
            case 207 -> {
                extruders.setRetraction(line.value('S', 3) * motion.unit);
                retractLift = line.has('Z') ? line.value('Z') * motion.unit : retractLift;
            }
            case 208 -> extruders.setExtra(line.value('S', 0) * motion.unit);
            case 218 -> offsets.setTool(line, (int) line.value('T', line.value('P', 1)));
            case 221 -> {
                if (line.has('S')) {
                    extruders.setFlow((int) line.value('T', extruders.tool()), line.value('S') / 100);
                }
            }
            case 290 -> offsets.baby(line);
            case 486 -> objects.m486(line);
            case 579 -> axisScales(line);
            default -> {}
        }
    }

    void tool(int number) {
        if (extruders.select(number)) {
            offsets.chosen(number);
            settleLift();
        }
    }

    /// Marlin's G28 O homes only where the position is unknown: a printer that knows it stays where it is.
    private void home(Line line, long number) {
        if (line.flag('O')) {
            deposits.doubt("doubtful", number, "G28", "it homes or stays, as the printer finds itself");
        }
        offsets.homed(line);
    }

    private void unit(double mm) {
        motion.unit = mm;
        extruders.setUnit(mm);
    }

    private void distance(Line line) {
        if (line.sub == 1) {
            curves.absoluteCentre = line.code == 90;
            return;
        }
        motion.relative = line.code == 91;
        settleExtruder();
    }

    /// As Klipper and Marlin 1 have it: an extrusion word is absolute only where both modes are.
    private void settleExtruder() {
        extruders.setRelative(relativeExtruder || motion.relative);
    }

    void setModes(boolean relative, boolean extruderRelative) {
        motion.relative = relative;
        relativeExtruder = extruderRelative;
        settleExtruder();
    }

    boolean isExtruderRelative() {
        return relativeExtruder;
    }

    private void volumetric(Line line) {
        if (line.has('D')) {
            double diameter = line.value('D') * motion.unit;
            volumetric = diameter > 0;
            if (diameter > 0) {
                extruders.setDiameter((int) line.value('T', extruders.tool()), diameter);
            }
        }
        if (line.has('S')) {
            volumetric = line.value('S') != 0;
        }
        extruders.setVolumetric(volumetric, motion.unit);
    }

    /// G10: a workplace or tool offset where it has L or P, a retraction else.
    private void g10(Line line) {
        if (line.has('L')) {
            if (line.value('L') == 2 || line.value('L') == 20) {
                offsets.define(line);
            } else if (line.value('L') == 1) {
                offsets.setTool(line, (int) line.value('P', 0));
            }
        } else if (line.has('P')) {
            if (line.has('X') || line.has('Y') || line.has('Z')) {
                offsets.setTool(line, (int) line.value('P'));
            }
        } else {
            extruders.retract();
            settleLift();
        }
    }

    private void recover(long number) throws UnreadableJob {
        double volume = extruders.recover();
        settleLift();
        motion.dot(volume, number);
    }

    private void settleLift() {
        if (retractLift != 0) {
            motion.frame.setLift(extruders.isRetracted() ? retractLift : 0);
            motion.setPosition(2, motion.z);
        }
    }

    /// G51: Fanuc's has factors I J K or P about X Y Z; Mach3's has the factors in X Y Z. G51.1 mirrors about X Y
    /// Z.
    private void scale(Line line) {
        boolean aboutPoint = line.has('P') || line.has('I') || line.has('J') || line.has('K');
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            double about = motion.offset(axis) + line.value(word, 0) * motion.unit;
            if (line.sub == 1) {
                if (line.has(word)) {
                    motion.frame.setScale(axis, -1, about);
                }
            } else if (aboutPoint) {
                motion.frame.setScale(axis, line.value((char) ('I' + axis), line.value('P', 1)), about);
            } else if (line.has(word)) {
                motion.frame.setScale(axis, line.value(word), motion.offset(axis));
            }
        }
    }

    private void rotate(Line line) {
        double[] about = {
            motion.offset(0) + line.value('X', line.value('A', 0)) * motion.unit,
            motion.offset(1) + line.value('Y', line.value('B', 0)) * motion.unit,
            motion.offset(2) + line.value('Z', 0) * motion.unit
        };
        motion.frame.rotate(curves.plane, about, line.value('R', 0));
    }

    private void axisScales(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                motion.frame.setAxisScale(axis, line.value(word));
            }
        }
    }

    /// An axis whose steps change after material landed has grown by a factor that only the printer knows.
    private void steps(Line line, long number) {
        for (int axis = 0; axis < 4; axis++) {
            char word = axis == 3 ? 'E' : (char) ('X' + axis);
            if (line.has(word)) {
                if (axis < 3 && !offsets.knowsSteps(axis)) {
                    deposits.doubt("doubtful", number, "M92", "it changes the size that is printed");
                }
                offsets.setSteps(axis, line.value(word));
            }
        }
    }

    private void savePosition(int slot) {
        if (slot >= 0 && slot < SLOTS) {
            savedX[slot] = motion.x;
            savedY[slot] = motion.y;
            savedZ[slot] = motion.z;
            saved |= 1 << slot;
        }
    }

    /// Marlin's G61; in NIST's language the same word asks for exact stops, and nothing was saved then.
    private void restorePosition(Line line, long number) throws UnreadableJob {
        int slot = (int) line.value('S', 0);
        if (slot < 0 || slot >= SLOTS || (saved & 1 << slot) == 0) {
            return;
        }
        boolean all = !line.flag('X') && !line.flag('Y') && !line.flag('Z');
        motion.step(
                all || line.flag('X') ? savedX[slot] : motion.x,
                all || line.flag('Y') ? savedY[slot] : motion.y,
                all || line.flag('Z') ? savedZ[slot] : motion.z,
                0,
                number);
    }
}

package org.maskguard.gcode;

/// What is added to an absolute word to have a position: the sum of what G92, the workplaces, M206, M290 and Klipper's
/// SET_GCODE_OFFSET say.
final class Offsets {

    /// G54 to G59 and G59.1 to G59.3.
    private static final int SYSTEMS = 9;

    private final Motion motion;

    /// G92 and G52.
    private final double[] origin = new double[3];
    private final double[] suspended = new double[3];
    private final double[][] systems = new double[SYSTEMS][3];
    private final double[] home = new double[3];
    private final double[] gcode = new double[3];
    private int active;

    /// Calibration that the job itself stated for a tool before the tool deposited; NaN where it has not.
    private final double[][] toolOffsets = new double[Extruders.TOOLS][];
    private final double[] steps = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

    Offsets(Motion motion) {
        this.motion = motion;
    }

    /// G92: the nozzle stays, and its coordinates are from now on what the words say.
    void set(Line line) {
        boolean all = line.has == 0 && line.flags == 0;
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word) || all) {
                setHere(axis, line.value(word, 0));
            }
        }
        if (line.has('E') || line.has('A') && !line.has('E')) {
            motion.extruders.setPosition(line.value(line.has('E') ? 'E' : 'A'));
        } else if (all) {
            motion.extruders.setPosition(0);
        }
    }

    private void setHere(int axis, double word) {
        origin[axis] = 0;
        origin[axis] = motion.position(axis) - word * motion.unit - sum(axis);
        settle(axis);
    }

    /// G92.1 (forget), G92.2 (suspend), G92.3 (restore).
    void reset(int sub) {
        for (int axis = 0; axis < 3; axis++) {
            if (sub == 2) {
                suspended[axis] = origin[axis];
            }
            origin[axis] = sub == 3 ? suspended[axis] : 0;
            settle(axis);
        }
    }

    /// G52: an origin within the workplace.
    void local(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                origin[axis] = line.value(word) * motion.unit;
                settle(axis);
            }
        }
    }

    /// G54 to G59.3.
    void select(int system) {
        active = system;
        settle();
    }

    /// G53 alone: machine coordinates until a workplace is chosen.
    void selectMachine() {
        for (int axis = 0; axis < 3; axis++) {
            motion.setOffset(axis, 0);
        }
    }

    void settle() {
        for (int axis = 0; axis < 3; axis++) {
            settle(axis);
        }
    }

    /// G10 L2 (the offset itself) and L20 (what the nozzle's place is called) P1 to P9; P0 is the active one.
    void define(Line line) {
        int system = (int) line.value('P', 0) - 1;
        if (system < 0) {
            system = active;
        }
        if (system >= SYSTEMS) {
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                double mm = line.value(word) * motion.unit;
                systems[system][axis] = line.value('L') == 20 ? motion.position(axis) - mm - origin[axis] : mm;
                settle(axis);
            }
        }
    }

    /// M206: Marlin takes the home offset from what a word says.
    void setHome(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = (char) ('X' + axis);
            if (line.has(word)) {
                home[axis] = line.value(word) * motion.unit;
                settle(axis);
            }
        }
    }

    /// M290 and the panel's baby steps: the nozzle moves, its coordinates do not.
    void baby(Line line) {
        for (int axis = 0; axis < 3; axis++) {
            char word = axis == 2 && !line.has('Z') ? 'S' : (char) ('X' + axis);
            if (line.has(word)) {
                shiftGcode(axis, line.value(word) * motion.unit, true);
            }
        }
    }

    /// SET_GCODE_OFFSET: the coordinates shift, and the nozzle follows at once or at the axis's next absolute word.
    void setGcode(int axis, double mm, boolean adjust) {
        gcode[axis] = adjust ? gcode[axis] + mm : mm;
        settle(axis);
    }

    double gcode(int axis) {
        return gcode[axis];
    }

    private void shiftGcode(int axis, double mm, boolean moves) {
        gcode[axis] += mm;
        settle(axis);
        if (moves) {
            motion.setPosition(axis, motion.position(axis) + mm);
        }
    }

    /// G28: the axes named, or all, stand at their home, and G92 is forgotten for them.
    void homed(Line line) {
        boolean all = !line.flag('X') && !line.flag('Y') && !line.flag('Z');
        for (int axis = 0; axis < 3; axis++) {
            if (all || line.flag((char) ('X' + axis))) {
                origin[axis] = 0;
                motion.setPosition(axis, 0);
                settle(axis);
            }
        }
    }

    /// M218, or RepRapFirmware's G10 P with axes: where a tool's nozzle is.
    ///
    /// What a job says first, before anything was deposited by the tool, is the printer's calibration; a different
    /// value later makes the tool land beside where its words say.
    void setTool(Line line, int tool) {
        if (tool < 0 || tool >= Extruders.TOOLS) {
            return;
        }
        double[] stated = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            stated[axis] = line.value((char) ('X' + axis), 0) * motion.unit;
        }
        if (toolOffsets[tool] == null) {
            toolOffsets[tool] = new double[] {stated[0], stated[1], stated[2], 0, 0, 0};
            return;
        }
        double[] known = toolOffsets[tool];
        for (int axis = 0; axis < 3; axis++) {
            if (line.has((char) ('X' + axis))) {
                known[3 + axis] = known[axis] - stated[axis];
            }
        }
        chosen(motion.extruders.tool());
    }

    /// The tool that is at work lands where its own calibration says.
    void chosen(int tool) {
        double[] known = toolOffsets[tool];
        for (int axis = 0; axis < 3; axis++) {
            motion.frame.setShift(axis, known == null ? 0 : known[3 + axis]);
        }
    }

    /// M92: the first value that a job states for an axis is the printer's calibration, a later one scales.
    ///
    /// @param axis 0 to 2, 3 for the extruder
    void setSteps(int axis, double stepsForMm) {
        if (Double.isNaN(steps[axis])) {
            steps[axis] = stepsForMm;
        }
        double factor = steps[axis] == 0 ? 1 : stepsForMm / steps[axis];
        if (axis == 3) {
            motion.extruders.setSteps(factor);
        } else {
            motion.frame.setSteps(axis, factor);
        }
    }

    boolean knowsSteps(int axis) {
        return !Double.isNaN(steps[axis]);
    }

    private double sum(int axis) {
        return origin[axis] + systems[active][axis] + gcode[axis] - home[axis];
    }

    private void settle(int axis) {
        motion.setOffset(axis, sum(axis));
    }

    /// What SAVE_GCODE_STATE keeps: G92's origins and Klipper's offsets.
    double[] kept() {
        return new double[] {origin[0], origin[1], origin[2], gcode[0], gcode[1], gcode[2]};
    }

    void restore(double[] kept) {
        System.arraycopy(kept, 0, origin, 0, 3);
        System.arraycopy(kept, 3, gcode, 0, 3);
        settle();
    }
}

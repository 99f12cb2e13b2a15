package org.maskguard.gcode;

import java.util.Arrays;

/// The extrusion axis: every tool's position on it, and how much of its filament is drawn back.
///
/// What is drawn back must be pushed again before anything comes out: volumes that only make up for a retraction
/// deposit nothing, however the retraction was written (E words, G10, wipes) and whatever units hold.
final class Extruders {

    /// Tools that Marlin, RepRapFirmware and Klipper can have, with room; a higher number is no tool (Bambu's
    /// T255).
    static final int TOOLS = 64;

    /// What E words of many decimals leave over after a retraction was made up for, mm³.
    private static final double RESIDUE = 1e-6;

    private final double[] positions = new double[TOOLS];
    private final double[] debts = new double[TOOLS];
    private final double[] flows = new double[TOOLS];
    private final double[] diameters = new double[TOOLS];
    private final double[] backs = new double[TOOLS];
    private int tool;

    private double position;
    private double debt;
    private double perUnit;
    private double unit = 1;
    private double steps = 1;

    private boolean relative;
    private boolean volumetric;
    private boolean on;
    private boolean spoken;
    private double backMm = 3;
    private double extraMm;

    Extruders(double filamentMm) {
        Arrays.fill(flows, 1);
        Arrays.fill(diameters, filamentMm);
        rescale();
    }

    /// Pushes or draws by an E word.
    ///
    /// @return mm³ that come out, 0 or more
    double push(double word) {
        spoken = true;
        double value = word * unit;
        double by = relative ? value : value - position;
        position = relative ? position + value : value;
        return pushVolume(by * perUnit);
    }

    /// An E word that the firmware counts and does not execute.
    void pass(double word) {
        spoken = true;
        position = relative ? position + word * unit : word * unit;
    }

    private double pushVolume(double mm3) {
        double left = mm3 - debt;
        if (left > RESIDUE) {
            debt = 0;
            return left;
        }
        debt = left < 0 ? -left : 0;
        return 0;
    }

    /// G10: once, until [#recover()].
    void retract() {
        if (backs[tool] == 0) {
            backs[tool] = backMm * area();
            debt += backs[tool];
        }
    }

    /// G11. An extra length (M208 S) comes out in place.
    ///
    /// @return mm³ that come out
    double recover() {
        double back = backs[tool];
        if (back == 0) {
            return 0;
        }
        backs[tool] = 0;
        return pushVolume(back + Math.max(0, extraMm) * area());
    }

    boolean isRetracted() {
        return backs[tool] != 0;
    }

    void setRetraction(double mm) {
        backMm = Math.max(0, mm);
    }

    void setExtra(double mm) {
        extraMm = mm;
    }

    /// @return whether there is such a tool
    boolean select(int number) {
        if (number < 0 || number >= TOOLS) {
            return false;
        }
        positions[tool] = position;
        debts[tool] = debt;
        tool = number;
        position = positions[tool];
        debt = debts[tool];
        rescale();
        return true;
    }

    int tool() {
        return tool;
    }

    /// G92 E.
    void setPosition(double word) {
        position = word * unit;
    }

    double position() {
        return position;
    }

    /// Of the firmware's own restoring of a state: no filament moves.
    void setPositionMm(double mm) {
        position = mm;
    }

    void setRelative(boolean isRelative) {
        relative = isRelative;
    }

    /// @param mm 1 or 25.4; E in inches, and in cubic inches where it is volumetric, as Marlin reads it
    void setUnit(double mm) {
        unit = volumetric ? mm * mm * mm : mm;
    }

    void setVolumetric(boolean isVolumetric, double unitMm) {
        volumetric = isVolumetric;
        setUnit(unitMm);
        rescale();
    }

    void setDiameter(int number, double mm) {
        if (number >= 0 && number < TOOLS) {
            diameters[number] = mm;
            rescale();
        }
    }

    /// @param factor 1 for M221 S100
    void setFlow(int number, double factor) {
        if (number >= 0 && number < TOOLS) {
            flows[number] = Math.max(0, factor);
            rescale();
        }
    }

    double flow() {
        return flows[tool];
    }

    /// Steps for a mm over those of the calibrated printer.
    void setSteps(double factor) {
        steps = factor;
        rescale();
    }

    /// M101 and M103.
    void setOn(boolean isOn) {
        on = isOn;
    }

    /// Whether moves without an extrusion word deposit: the extruder is on, and the job has never used such a word.
    boolean runs() {
        return on && !spoken;
    }

    /// mm² of the filament.
    double area() {
        return Math.PI / 4 * diameters[tool] * diameters[tool];
    }

    private void rescale() {
        perUnit = flows[tool] * steps * (volumetric ? 1 : area());
    }
}

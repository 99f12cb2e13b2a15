package org.maskguard.gcode;

/// From the program's coordinates, offsets applied, to where the printer lays material.
///
/// Scaling (G51, M579) and mirroring about a centre come first, then rotation (G68), then what makes one axis or tool
/// land elsewhere than it says: changed steps for a mm (M92), changed tool offsets (M218), the lift of a retraction
/// (M207 Z).
final class Frame {

    private final double[] scale = {1, 1, 1};
    private final double[] centre = new double[3];
    private final double[] axisScale = {1, 1, 1};
    private final double[] steps = {1, 1, 1};
    private final double[] shift = new double[3];
    private double lift;
    private int plane;
    private double cos = 1;
    private double sin;
    private final double[] pivot = new double[3];

    /// Whether it changes nothing.
    boolean identity = true;

    double x;
    double y;
    double z;

    /// Puts where the position lands into [#x], [#y] and [#z].
    void land(double px, double py, double pz) {
        double u = (centre[0] + (px - centre[0]) * scale[0]) * axisScale[0];
        double v = (centre[1] + (py - centre[1]) * scale[1]) * axisScale[1];
        double w = (centre[2] + (pz - centre[2]) * scale[2]) * axisScale[2];
        if (sin != 0 || cos != 1) {
            double a = u - pivot[0];
            double b = v - pivot[1];
            double c = w - pivot[2];
            switch (plane) {
                case 17 -> {
                    u = pivot[0] + cos * a - sin * b;
                    v = pivot[1] + sin * a + cos * b;
                }
                case 18 -> {
                    w = pivot[2] + cos * c - sin * a;
                    u = pivot[0] + sin * c + cos * a;
                }
                default -> {
                    v = pivot[1] + cos * b - sin * c;
                    w = pivot[2] + sin * b + cos * c;
                }
            }
        }
        x = u * steps[0] + shift[0];
        y = v * steps[1] + shift[1];
        z = w * steps[2] + shift[2] + lift;
    }

    /// G51 and G51.1.
    void setScale(int axis, double factor, double about) {
        scale[axis] = factor;
        centre[axis] = about;
        settle();
    }

    /// G50.
    void clearScale() {
        for (int axis = 0; axis < 3; axis++) {
            scale[axis] = 1;
        }
        settle();
    }

    /// M579, about the origin.
    void setAxisScale(int axis, double factor) {
        axisScale[axis] = factor;
        settle();
    }

    /// G68.
    ///
    /// @param inPlane 17, 18 or 19, as the G word
    /// @param degrees counter-clockwise
    void rotate(int inPlane, double[] about, double degrees) {
        plane = inPlane;
        System.arraycopy(about, 0, pivot, 0, 3);
        double turn = Math.IEEEremainder(degrees, 360);
        cos = turn == 0 ? 1 : Math.cos(Math.toRadians(turn));
        sin = turn == 0 ? 0 : Math.sin(Math.toRadians(turn));
        settle();
    }

    /// G69.
    void clearRotation() {
        cos = 1;
        sin = 0;
        settle();
    }

    void setSteps(int axis, double factor) {
        steps[axis] = factor;
        settle();
    }

    void setShift(int axis, double mm) {
        shift[axis] = mm;
        settle();
    }

    void setLift(double mm) {
        lift = mm;
        settle();
    }

    /// How much longer than in the program the longest things become.
    double stretch() {
        double most = 0;
        for (int axis = 0; axis < 3; axis++) {
            most = Math.max(most, Math.abs(scale[axis] * axisScale[axis] * steps[axis]));
        }
        return most;
    }

    private void settle() {
        boolean plain = cos == 1 && sin == 0 && lift == 0;
        for (int axis = 0; axis < 3; axis++) {
            plain &= scale[axis] == 1 && axisScale[axis] == 1 && steps[axis] == 1 && shift[axis] == 0;
        }
        identity = plain;
    }
}

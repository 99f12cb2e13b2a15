package org.maskguard.gcode;

/// Arcs (G2, G3) and cubic curves (G5), cut into chords.
final class Curves {

    /// How far a chord may lie from its curve, mm: a tenth of the finest voxel that anything is judged at.
    private static final double SAGITTA = 0.02;

    /// Chords of one curve at most. A circle of 10 m takes 3,500.
    private static final int MOST_CHORDS = 1_000_000;

    /// Marlin: full turns that a P word may add at most.
    private static final int MOST_TURNS = 100;

    private final Motion motion;

    /// 17, 18 or 19.
    int plane = 17;

    /// G90.1: the centre's words are absolute.
    boolean absoluteCentre;

    Curves(Motion motion) {
        this.motion = motion;
    }

    /// Turns from the position to the words' end, as Marlin does: round the centre, and at last straight to the end
    /// where that does not lie on the circle.
    ///
    /// @return whether the words say an arc
    boolean arc(boolean clockwise, Line line, long number) throws UnreadableJob {
        int first = plane == 17 ? 0 : plane == 18 ? 2 : 1;
        int second = plane == 17 ? 1 : plane == 18 ? 0 : 2;
        int third = 3 - first - second;
        double[] start = {motion.x, motion.y, motion.z};
        double[] end = ends(line);
        double[] centre = new double[2];
        boolean found = line.has('R')
                ? byRadius(line.value('R') * motion.unit, clockwise, start, end, first, second, centre)
                : byCentre(line, start, first, second, centre);
        if (!found) {
            return false;
        }
        motion.check(end[0], end[1], end[2], number);
        double a = start[first] - centre[0];
        double b = start[second] - centre[1];
        double radius = length(a, b);
        motion.check(radius, 0, 0, number);
        double turn = turn(clockwise, line, start, end, centre, first, second);
        double length = length(turn * radius, end[third] - start[third]);
        double volume = line.has('E') ? motion.push(line.value('E'), number) : motion.run(length);
        double sagitta = SAGITTA / Math.max(1, motion.frame.stretch());
        int chords = volume > 0 ? chords(radius, Math.abs(turn), sagitta) : 1;
        double cos = Math.cos(turn / chords);
        double sin = Math.sin(turn / chords);
        double rise = (end[third] - start[third]) / chords;
        double[] at = {start[0], start[1], start[2]};
        for (int i = 1; i < chords; i++) {
            double turned = a * cos - b * sin;
            b = a * sin + b * cos;
            a = turned;
            at[first] = centre[0] + a;
            at[second] = centre[1] + b;
            at[third] += rise;
            motion.step(at[0], at[1], at[2], volume / chords, number);
        }
        motion.step(end[0], end[1], end[2], volume / chords, number);
        return true;
    }

    private double[] ends(Line line) {
        return new double[] {
            line.has('X') ? motion.target(0, line.value('X')) : motion.x,
            line.has('Y') ? motion.target(1, line.value('Y')) : motion.y,
            line.has('Z') ? motion.target(2, line.value('Z')) : motion.z
        };
    }

    /// Marlin: of the two circles the one whose arc is the shorter, for a negative radius the longer.
    private static boolean byRadius(
            double radius, boolean clockwise, double[] start, double[] end, int first, int second, double[] centre) {
        double dx = end[first] - start[first];
        double dy = end[second] - start[second];
        double distance = length(dx, dy);
        if (distance == 0 || radius == 0) {
            return false;
        }
        double side = clockwise ^ radius < 0 ? -1 : 1;
        double square = radius * radius - distance * distance / 4;
        double height = square > 0 ? Math.sqrt(square) : 0;
        centre[0] = (start[first] + end[first]) / 2 - side * height * dy / distance;
        centre[1] = (start[second] + end[second]) / 2 + side * height * dx / distance;
        return true;
    }

    private boolean byCentre(Line line, double[] start, int first, int second, double[] centre) {
        char wordA = (char) ('I' + first);
        char wordB = (char) ('I' + second);
        if (!line.has(wordA) && !line.has(wordB)) {
            return false;
        }
        if (absoluteCentre) {
            centre[0] = line.has(wordA) ? line.value(wordA) * motion.unit + motion.offset(first) : start[first];
            centre[1] = line.has(wordB) ? line.value(wordB) * motion.unit + motion.offset(second) : start[second];
        } else {
            centre[0] = start[first] + line.value(wordA, 0) * motion.unit;
            centre[1] = start[second] + line.value(wordB, 0) * motion.unit;
        }
        return centre[0] != start[first] || centre[1] != start[second];
    }

    /// Radians, counter-clockwise positive; a full circle where start and end are the same place.
    private static double turn(
            boolean clockwise, Line line, double[] start, double[] end, double[] centre, int first, int second) {
        double a = start[first] - centre[0];
        double b = start[second] - centre[1];
        double c = end[first] - centre[0];
        double d = end[second] - centre[1];
        double full = 2 * Math.PI;
        double turn = Math.atan2(a * d - b * c, a * c + b * d);
        if (start[first] == end[first] && start[second] == end[second]) {
            turn = clockwise ? -full : full;
        } else if (clockwise && turn >= 0) {
            turn -= full;
        } else if (!clockwise && turn <= 0) {
            turn += full;
        }
        // Bambu's P1 for a turn that is one already is one; Marlin's P adds turns to an arc.
        double more = Math.clamp((long) line.value('P', 0), 0, MOST_TURNS);
        boolean closed = Math.abs(turn) == full;
        return turn + Math.signum(turn) * full * (closed ? Math.max(0, more - 1) : more);
    }

    /// Coordinates are bounded, so nothing overflows; [Math#hypot] takes ten times as long.
    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static int chords(double radius, double angle, double sagitta) {
        if (radius <= sagitta) {
            return Math.max(1, (int) Math.ceil(angle / (Math.PI / 4)));
        }
        // The cosine's series: a chord of angle w lies under r w²/8 from its arc.
        double step = Math.min(Math.sqrt(8 * sagitta / radius), Math.PI / 4);
        return Math.clamp((long) Math.ceil(angle / step), 1, MOST_CHORDS);
    }

    /// Marlin's cubic: I and J from the start to its control point, P and Q from the end to its own. Without I and
    /// J
    /// it goes on smoothly from the curve before.
    void cubic(Line line, long number) throws UnreadableJob {
        double x0 = motion.x;
        double y0 = motion.y;
        double z0 = motion.z;
        double[] end = ends(line);
        double unit = motion.unit;
        double x1 = x0 + line.value('I', 0) * unit;
        double y1 = y0 + line.value('J', 0) * unit;
        double x2 = end[0] + line.value('P', 0) * unit;
        double y2 = end[1] + line.value('Q', 0) * unit;
        motion.check(end[0], end[1], end[2], number);
        motion.check(x1, y1, x2, number);
        motion.check(y2, 0, 0, number);
        // The second difference bounds how far a chord of 1/n lies from the curve: 6/8 of it over n².
        double bend = Math.max(
                length(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), length(x1 - 2 * x2 + end[0], y1 - 2 * y2 + end[1]));
        double length =
                Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(end[0] - x2, end[1] - y2);
        double volume = line.has('E') ? motion.push(line.value('E'), number) : motion.run(length);
        double bound = 0.75 * bend * Math.max(1, motion.frame.stretch()) / SAGITTA;
        int chords = volume > 0 ? Math.clamp((long) Math.ceil(Math.sqrt(bound)), 1, MOST_CHORDS) : 1;
        for (int i = 1; i < chords; i++) {
            double t = (double) i / chords;
            double s = 1 - t;
            double b0 = s * s * s;
            double b1 = 3 * s * s * t;
            double b2 = 3 * s * t * t;
            double b3 = t * t * t;
            motion.step(
                    b0 * x0 + b1 * x1 + b2 * x2 + b3 * end[0],
                    b0 * y0 + b1 * y1 + b2 * y2 + b3 * end[1],
                    z0 + t * (end[2] - z0),
                    volume / chords,
                    number);
        }
        motion.step(end[0], end[1], end[2], volume / chords, number);
    }
}

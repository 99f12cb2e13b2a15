package org.maskguard.gcode;

/// Where the nozzle is, and how words become positions.
///
/// Positions are in mm in the program's frame with all offsets applied; [Frame] says where that lands.
final class Motion {

    static final int X = 1;
    static final int Y = 2;
    static final int Z = 4;
    static final int E = 8;

    /// A thousand km of filament: beyond what a job could use, where a position still has micrometres.
    private static final double MOST_EXTRUSION = 1e9;

    private final Deposits deposits;
    private final double reach;
    private final double nominalMm2;
    private final double longestMm;
    final Extruders extruders;
    final Frame frame = new Frame();

    double x;
    double y;
    double z;

    /// Where the nozzle really is: what [Frame] made of the position when it was last moved to.
    private double landedX;
    private double landedY;
    private double landedZ;

    /// What is added to an absolute word to have a position, mm.
    double offsetX;
    double offsetY;
    double offsetZ;

    boolean relative;
    double unit = 1;

    /// Why extrusion would be doubtful, such as that the nozzle is cold, or null.
    String suspect;

    /// Whether E words push nothing.
    boolean dry;

    Motion(Configuration configuration, JobLimits limits, Deposits deposits) {
        this.deposits = deposits;
        this.reach = limits.reachMm();
        this.nominalMm2 = configuration.nominalBeadMm2();
        this.longestMm = configuration.longestMm();
        this.extruders = new Extruders(configuration.filamentMm());
    }

    /// G0 and G1.
    ///
    /// @param has which of the words are there: [#X], [#Y], [#Z], [#E]
    void move(int has, double wordX, double wordY, double wordZ, double wordE, long line) throws UnreadableJob {
        double toX = x;
        double toY = y;
        double toZ = z;
        if ((has & X) != 0) {
            toX = wordX * unit + (relative ? x : offsetX);
        }
        if ((has & Y) != 0) {
            toY = wordY * unit + (relative ? y : offsetY);
        }
        if ((has & Z) != 0) {
            toZ = wordZ * unit + (relative ? z : offsetZ);
        }
        check(toX, toY, toZ, line);
        double volume = 0;
        if ((has & E) != 0) {
            volume = push(wordE, line);
        } else if (extruders.runs()) {
            volume = run(toX, toY, toZ);
        }
        if (volume == 0 && frame.identity) {
            x = landedX = toX;
            y = landedY = toY;
            z = landedZ = toZ;
            return;
        }
        step(toX, toY, toZ, volume, line);
    }

    void check(double toX, double toY, double toZ, long line) throws UnreadableJob {
        if (!(Math.abs(toX) <= reach && Math.abs(toY) <= reach && Math.abs(toZ) <= reach)) {
            throw new UnreadableJob(
                    "bad-number", line, "", "line " + line + ": a coordinate beyond " + reach + " mm either way");
        }
    }

    /// The volume that an extrusion word pushes out, mm³.
    double push(double word, long line) throws UnreadableJob {
        if (!(Math.abs(word) <= MOST_EXTRUSION)) {
            throw new UnreadableJob(
                    "bad-number", line, "E", "line " + line + ": an extrusion beyond " + MOST_EXTRUSION + " mm");
        }
        if (dry) {
            extruders.pass(word);
            return 0;
        }
        double volume = extruders.push(word);
        if (volume > 0 && suspect != null) {
            deposits.doubt("doubtful", line, "E", suspect);
        }
        return volume;
    }

    private double run(double toX, double toY, double toZ) {
        double dx = toX - x;
        double dy = toY - y;
        double dz = toZ - z;
        return nominalMm2 * Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /// The volume for a curve that has no extrusion word, mm³.
    double run(double lengthMm) {
        return extruders.runs() ? nominalMm2 * lengthMm : 0;
    }

    /// A straight stretch to a position, with the volume that comes out along it.
    void step(double toX, double toY, double toZ, double volume, long line) throws UnreadableJob {
        double endX = toX;
        double endY = toY;
        double endZ = toZ;
        if (!frame.identity) {
            frame.land(toX, toY, toZ);
            endX = frame.x;
            endY = frame.y;
            endZ = frame.z;
            check(endX, endY, endZ, line);
        }
        if (volume > 0) {
            if (volume > longestMm * extruders.area() && (endX != landedX || endY != landedY || endZ != landedZ)) {
                deposits.doubt("doubtful", line, "E", "more filament in a move than firmwares push");
            }
            deposits.bead(landedX, landedY, landedZ, endX, endY, endZ, volume, extruders.tool(), line);
        }
        x = toX;
        y = toY;
        z = toZ;
        landedX = endX;
        landedY = endY;
        landedZ = endZ;
    }

    /// Material that comes out in place, outside a move.
    void dot(double volume, long line) throws UnreadableJob {
        if (volume > 0) {
            deposits.bead(landedX, landedY, landedZ, landedX, landedY, landedZ, volume, extruders.tool(), line);
        }
    }

    /// Where the word of an axis leads, mm.
    ///
    /// @param axis 0 to 2
    double target(int axis, double word) {
        return word * unit + (relative ? position(axis) : offset(axis));
    }

    double position(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /// Says where the nozzle is without moving it along a way.
    void setPosition(int axis, double mm) {
        switch (axis) {
            case 0 -> x = mm;
            case 1 -> y = mm;
            default -> z = mm;
        }
        frame.land(x, y, z);
        landedX = frame.x;
        landedY = frame.y;
        landedZ = frame.z;
    }

    double offset(int axis) {
        return axis == 0 ? offsetX : axis == 1 ? offsetY : offsetZ;
    }

    void setOffset(int axis, double mm) {
        switch (axis) {
            case 0 -> offsetX = mm;
            case 1 -> offsetY = mm;
            default -> offsetZ = mm;
        }
    }
}

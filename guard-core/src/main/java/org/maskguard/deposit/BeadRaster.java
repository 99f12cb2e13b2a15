package org.maskguard.deposit;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.gcode.DepositSink;

/// Lays beads into [Fill]: each a stadium as long as its move, as high as the layer and as wide as its volume makes it.
///
/// Not for several threads. Bounded memory, whatever the number of beads. Once a job was too large nothing more is
/// taken in, and [#tooLarge()] says so.
final class BeadRaster implements DepositSink {

    /// Width of a bead over its height, between which printers can lay one that holds; slicers' defaults are 1.5 to
    /// 3.
    private static final double SLENDEREST = 0.5;

    private static final double USUAL = 2;
    private static final double FLATTEST = 8;

    /// The largest blob or bead that a nozzle leaves, mm wide.
    private static final double WIDEST = 10;

    /// Strands that are known at most: 48 MiB while they are renamed.
    private static final int MOST_STRANDS = 2_000_000;

    /// Samples lie this share of a cell apart, along and across: none is stepped over.
    private static final double STEP = 0.5;

    private final Fill fill;
    private final Layers layers = new Layers();
    private final Strands strands = new Strands();
    private final Bonds bonds = new Bonds(strands);
    private int strand;

    /// Whether it is not asked which beads hang together, or there are too many strands to know.
    private boolean lost;

    private double volume;
    private double height;
    private long lastLine;
    private TooLarge tooLarge;

    /// @param bonds whether it is found out which beads hang together
    BeadRaster(Fill fill, boolean bonds) {
        this.fill = fill;
        this.lost = !bonds;
        if (lost) {
            fill.forgetStrands();
        }
    }

    /// Whether it is known which beads hang together.
    boolean knowsBonds() {
        return !lost && !bonds.lost();
    }

    /// mm³ so far.
    double volume() {
        return volume;
    }

    /// Height of the last bead, mm.
    double height() {
        return height;
    }

    /// Line of the last bead, 0 before the first.
    long line() {
        return lastLine;
    }

    /// Why the job cannot be looked at, or null.
    TooLarge tooLarge() {
        return tooLarge;
    }

    /// What hangs together and lies on something else with a gap between; nothing where all hangs together.
    Pieces pieces() {
        bonds.end();
        if (knowsBonds()) {
            return Pieces.of(fill, strands);
        }
        fill.forgetStrands();
        return Pieces.of(fill, new Strands());
    }

    @Override
    public void bead(double x0, double y0, double z0, double x1, double y1, double z1, double mm3, long line) {
        volume += mm3;
        height = z1;
        lastLine = line;
        if (tooLarge != null) {
            return;
        }
        strand = lost ? 0 : bonds.bead(x0, y0, z0, x1, y1, z1, mm3);
        try {
            lay(x0, y0, z0, x1 - x0, y1 - y0, z1 - z0, mm3);
        } catch (TooLarge e) {
            tooLarge = e;
        }
        if (strands.count() >= MOST_STRANDS) {
            forget();
        }
    }

    /// Forgets the strands of which nothing is left to be seen.
    private void forget() {
        List<int[]> known = new ArrayList<>();
        bonds.known(known);
        fill.known(known);
        strands.rename(known);
        lost = strands.count() > MOST_STRANDS / 2;
    }

    private void lay(double x, double y, double z, double dx, double dy, double dz, double mm3) throws TooLarge {
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double spacing = layers.spacing(z + dz / 2);
        double width;
        double height;
        if (length < 1e-3) {
            // A blob, twice as wide as high where nothing is known.
            double usual = Math.cbrt(mm3 / Math.PI);
            height = height(spacing, usual);
            width = Math.sqrt(mm3 * 4 / (Math.PI * height));
        } else {
            double section = mm3 / length;
            height = height(spacing, Math.sqrt(section / USUAL));
            width = section / height;
        }
        width = Math.min(width, WIDEST);
        double cell = fill.cell();
        int along = 1 + (int) (length / (STEP * cell));
        int across = 1 + (int) (width / (STEP * cell) / 1.2);
        int down = 1 + (int) (height / (STEP * cell) / 1.2);
        double flat = Math.sqrt(dx * dx + dy * dy);
        double sideX = flat > 0 ? -dy / flat * width : 0;
        double sideY = flat > 0 ? dx / flat * width : width;
        boolean blob = length < width && across > 1;
        double share = mm3 / ((double) along * across * down);
        for (int lane = 0; lane < across; lane++) {
            double s = (lane + 0.5) / across - 0.5;
            // The ends are round: the outer lanes of a blob are shorter, or longer across.
            double round = blob ? Math.sqrt(Math.max(0, 0.25 - s * s)) * (width - length) : 0;
            int ends = blob ? 1 + (int) (2 * round / (STEP * cell)) : 1;
            for (int row = 0; row < down; row++) {
                double low = z - height * (row + 0.5) / down;
                for (int a = 0; a < along; a++) {
                    double t = (a + 0.5) / along;
                    double px = x + t * dx + s * sideX;
                    double py = y + t * dy + s * sideY;
                    double pz = low + t * dz;
                    if (ends == 1) {
                        fill.add(px, py, pz, share, strand);
                    } else {
                        for (int e = 0; e < ends; e++) {
                            double u = ((e + 0.5) / ends - 0.5) * 2 * round / width;
                            fill.add(px + u * sideY, py - u * sideX, pz, share / ends, strand);
                        }
                    }
                }
            }
        }
    }

    /// Height of a bead whose usual height is given: the layer's, within what a printer can lay.
    private static double height(double spacing, double usual) {
        double thinnest = usual * Math.sqrt(USUAL / FLATTEST);
        double thickest = usual * Math.sqrt(USUAL / SLENDEREST);
        return Double.isNaN(spacing) || spacing > 2 * thickest ? usual : Math.clamp(spacing, thinnest, thickest);
    }
}

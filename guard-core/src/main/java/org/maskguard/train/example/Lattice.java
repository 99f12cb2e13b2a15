package org.maskguard.train.example;

import org.maskguard.surface.Vec;

/// A pattern of holes seen from the front, as people make lattice and Voronoi masks.
///
/// @param open part of the area that is hole, 0 to 0.8; 0 is no pattern
/// @param pitch distance of the holes' middles, mm
/// @param voronoi irregular cells with straight struts; else round holes in a honeycomb
/// @param seed of the cells' middles
public record Lattice(double open, double pitch, boolean voronoi, long seed) {
    /// No holes at all.
    public static final Lattice NONE = new Lattice(0, 10, false, 0);

    /// How far, in pitches, the middle of an irregular cell is off the grid at most.
    private static final double JITTER = 0.35;

    /// Negative in the holes; elsewhere about the distance to the nearest one, mm.
    double outside(Vec p) {
        if (open <= 0) {
            return Double.MAX_VALUE;
        }
        double rowHeight = pitch * Math.sqrt(0.75);
        double first = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        long row = Math.round(p.y() / rowHeight);
        for (long j = row - 2; j <= row + 2; j++) {
            double shift = (j & 1) == 0 ? 0 : 0.5;
            long column = Math.round(p.x() / pitch - shift);
            for (long i = column - 2; i <= column + 2; i++) {
                double dx = p.x() - (i + shift + jitter(i, j, 1)) * pitch;
                double dy = p.y() - j * rowHeight - jitter(i, j, 2) * pitch;
                double d = Math.sqrt(dx * dx + dy * dy);
                second = d < first ? first : Math.min(second, d);
                first = Math.min(first, d);
            }
        }
        if (voronoi) {
            double strut = 0.5 * pitch * (1 - Math.sqrt(open));
            return strut - 0.5 * (second - first);
        }
        return first - pitch * Math.sqrt(open * Math.sqrt(0.75) / Math.PI);
    }

    private double jitter(long i, long j, int axis) {
        if (!voronoi) {
            return 0;
        }
        long h = (seed + i * 0x9E3779B97F4A7C15L) ^ (j * 0xC2B2AE3D27D4EB4FL + axis);
        h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 32)) * 0x94D049BB133111EBL;
        return JITTER * (((h >>> 11) * 0x1.0p-52) - 1);
    }
}

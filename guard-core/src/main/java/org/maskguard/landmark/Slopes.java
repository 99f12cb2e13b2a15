package org.maskguard.landmark;

import org.maskguard.surface.HeightMap;

/// A height map with its slopes, taken once for many fits.
///
/// @param x slope along x at each cell
/// @param y slope along y at each cell
record Slopes(HeightMap map, float[] x, float[] y) {

    static Slopes of(HeightMap map) {
        return new Slopes(map, map.slopesX(), map.slopesY());
    }
}

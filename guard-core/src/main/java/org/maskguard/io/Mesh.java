package org.maskguard.io;

/// A triangle surface as it came out of a file: nothing is repaired or oriented. Formats whose triangles name their
/// corners' coordinates (STL) give each exactly equal vertex once; other formats keep the vertices that they state.
///
/// Triangles may be degenerate, doubled, inside out or apart from one another. The arrays are not copied: whoever
/// makes a mesh hands them over and changes them no more. Safe to share between threads on that condition.
///
/// @param xyz vertex coordinates in mm, x y z after one another; every one finite and within ±1e6
/// @param corners three vertex numbers a triangle, each from 0 to `vertices() - 1`
public record Mesh(float[] xyz, int[] corners) {

    /// A triangle soup: nine coordinates a triangle, no vertex shared.
    public static Mesh soup(float[] xyz) {
        int[] corners = new int[xyz.length / 3];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = i;
        }
        return new Mesh(xyz, corners);
    }

    public int vertices() {
        return xyz.length / 3;
    }

    public int triangles() {
        return corners.length / 3;
    }
}

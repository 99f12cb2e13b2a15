package org.maskguard.report;

/// The colour of a surface at a place, before light falls on it.
@FunctionalInterface
public interface Tint {

    /// Unpainted clay.
    Tint CLAY = (triangle, x, y, z) -> 0xd8cfc4;

    /// @param triangle number of the triangle in the mesh
    /// @param x place in the mesh's frame, mm
    /// @param y place in the mesh's frame, mm
    /// @param z place in the mesh's frame, mm
    /// @return 0xRRGGBB
    int rgb(int triangle, double x, double y, double z);
}

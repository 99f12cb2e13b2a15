package org.maskguard.surface;

import org.maskguard.io.Mesh;

/// An axis-aligned box in the file's own frame, in mm.
public record Box(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {

    /// Second extent of the narrowest life-size face (design, section 6, step 2), mm.
    private static final double SECOND_MM = 60;

    /// Third extent under which nothing has the relief of a face (design, section 6, step 2), mm.
    private static final double THIRD_MM = 12;

    /// The box round all vertices of a mesh.
    public static Box around(Mesh mesh) {
        float[] v = mesh.xyz();
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = 0; i < v.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], v[i + axis]);
                high[axis] = Math.max(high[axis], v[i + axis]);
            }
        }
        return new Box(low[0], low[1], low[2], high[0], high[1], high[2]);
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    public double depth() {
        return maxZ - minZ;
    }

    /// The largest of the three extents, mm.
    public double largest() {
        return Math.max(width(), Math.max(height(), depth()));
    }

    /// The smallest of the three extents, mm.
    public double smallest() {
        return Math.min(width(), Math.min(height(), depth()));
    }

    /// The extent between [#largest()] and [#smallest()], mm.
    public double middle() {
        return Math.max(Math.min(width(), height()), Math.min(Math.max(width(), height()), depth()));
    }

    /// Whether nothing within the box can be a life-size face: second extent under 60 mm or third under 12 mm.
    ///
    /// A box grows when what it holds is turned, so a face is never lost by its position.
    ///
    /// @param scale mm a unit of the box: 1 for mm, 25.4 where the coordinates are read as inches
    public boolean tooSmallForFace(double scale) {
        return middle() * scale < SECOND_MM || smallest() * scale < THIRD_MM;
    }
}

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
        float minX = Float.MAX_VALUE;
        float minY = Float.MAX_VALUE;
        float minZ = Float.MAX_VALUE;
        float maxX = -Float.MAX_VALUE;
        float maxY = -Float.MAX_VALUE;
        float maxZ = -Float.MAX_VALUE;
        // Compared and not by Math.min, which is slow until Java has compiled this for good.
        for (int i = 0; i < v.length; i += 3) {
            float x = v[i];
            float y = v[i + 1];
            float z = v[i + 2];
            minX = x < minX ? x : minX;
            maxX = x > maxX ? x : maxX;
            minY = y < minY ? y : minY;
            maxY = y > maxY ? y : maxY;
            minZ = z < minZ ? z : minZ;
            maxZ = z > maxZ ? z : maxZ;
        }
        return new Box(minX, minY, minZ, maxX, maxY, maxZ);
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

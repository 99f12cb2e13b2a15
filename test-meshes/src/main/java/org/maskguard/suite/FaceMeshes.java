package org.maskguard.suite;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Sheet;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// What has the average face on it: x to its left, y up, z in front, the tip of the nose at 0, mm.
///
/// @param face the average face
record FaceMeshes(FaceSurface face) {

    private static final double WALL = 2;
    private static final double BUST_CELL = 1.7;

    /// A wearable mask: a wall of 2 mm with the eyes cut out.
    Mesh mask() {
        FaceGrid grid = new FaceGrid(66, 84);
        double[] heights = new double[grid.nodes()];
        for (int node = 0; node < heights.length; node++) {
            heights[node] = face.height(grid.x(node), grid.y(node));
        }
        return Sheet.thickened(Sheet.cut(grid.sheet(heights), FaceMeshes::besideEyes), WALL, 4);
    }

    /// A solid head on its neck.
    Mesh bust() {
        Solid front = face.behind()
                .within(oval(), 10)
                .within((x, y, z) -> -110 - z)
                // The jaw rises towards the ear.
                .within((x, y, z) -> (-78 - y - 0.55 * (z + 45)) / 1.14);
        Solid skull = Solid.ellipsoid(76, 88, 94).movedBy(0, 61, -121);
        Solid neck = Solid.rod(new double[] {0, -40, -118}, new double[] {0, -180, -136}, 50, 64);
        Solid ear = Solid.ellipsoid(7, 31, 17)
                .minus(Solid.ellipsoid(9, 20, 10).movedBy(9, 3, 2))
                .movedBy(77, 16, -112);
        Solid head = front.blendedWith(skull, 14).blendedWith(neck, 14).blendedWith(ear.onBothSides(), 5);
        Solid cut = head.within((x, y, z) -> -148 - y);
        return SurfaceNet.of(cut, new double[] {-96, -152, -222, 96, 154, 6}, BUST_CELL);
    }

    private static Solid oval() {
        return (x, y, z) -> {
            double across = (y > FaceGrid.MIDDLE ? FaceGrid.UPPER_HEIGHT : FaceGrid.LOWER_HEIGHT) + 1;
            double level = Math.hypot(x / (FaceGrid.HALF_WIDTH + 1), (y - FaceGrid.MIDDLE) / across);
            return (level - 1) * FaceGrid.HALF_WIDTH;
        };
    }

    /// Openings that one can see through, a little wider than the eye.
    private static double besideEyes(double x, double y) {
        double across = (Math.abs(x) - 31.5) / 15;
        double up = (y - 34) / 8;
        return Math.sqrt(across * across + up * up) - 1;
    }
}

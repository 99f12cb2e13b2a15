package org.maskguard.wear;

import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Thinning;
import org.maskguard.surface.Vec;

/// Lines cast into a hollow face from its open side, one a cell of a grid.
final class MouldLines {

    /// How far the surface may lie from where the fitted face is, mm.
    private static final double REACH = 15;

    /// Half the width of the place that counts as the tip of the nose, mm.
    private static final double TIP = 10;

    private static final double RIM = 0.05;

    private static final int FEWEST = 60;

    private final Quantiles all = new Quantiles();
    private final Quantiles tip = new Quantiles();
    private int met;

    MouldLines(Mesh body, FaceFrame frame, Grid grid, DoubleBinaryOperator expected) {
        Mesh prism = Thinning.thin(Crop.of(body, frame, grid.prism()), new Vec(0, 0, 1), FaceLines.TRIANGLES);
        Rays rays = new Rays(prism);
        double origin = deepest(prism) - 1;
        for (int cell = 0; cell < grid.size(); cell++) {
            int count = rays.cast(grid.x(cell), grid.y(cell), origin, 2.1e-4, -1.7e-4, 1);
            met += count > 0 ? 1 : 0;
            double z = count > 0 ? origin + rays.at(0) : Double.NaN;
            if (Math.abs(z - expected.applyAsDouble(grid.x(cell), grid.y(cell))) < REACH) {
                add(grid.x(cell), grid.y(cell), z);
            }
        }
    }

    /// How far the tip of the nose lies from the rim, mm; 0 where under half of the surface is that of the face.
    double depth() {
        if (all.size() < FEWEST || 2 * all.size() < met || tip.size() == 0) {
            return 0;
        }
        return tip.at(0.5) - all.at(RIM);
    }

    private void add(double x, double y, double z) {
        all.add(z);
        if (Math.abs(x) <= TIP && Math.abs(y) <= TIP) {
            tip.add(z);
        }
    }

    private static double deepest(Mesh mesh) {
        double z = 0;
        for (int v = 2; v < mesh.xyz().length; v += 3) {
            z = Math.min(z, mesh.xyz()[v]);
        }
        return z;
    }
}

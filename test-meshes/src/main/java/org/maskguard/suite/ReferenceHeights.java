package org.maskguard.suite;

import java.util.Locale;
import org.maskguard.classify.Detector;

/// Prints the heights that [ReferencePair] reads: the mean face of the model that ships now, and a smooth shell
/// with about the same rim.
///
/// The pair is fixed; this is here to say where its numbers come from, and for a successor with another name:
///
/// ```
/// java @.maskguard/class-path org.maskguard.suite.ReferenceHeights
/// ```
final class ReferenceHeights {

    private static final int ORDERS = 4;
    private static final int STEPS = 720;

    private final FaceGrid grid = ReferencePair.GRID;
    private final FaceSurface face;
    private final double[] rim;

    private ReferenceHeights(FaceSurface face) {
        this.face = face;
        this.rim = rim(face);
    }

    public static void main(String[] arguments) {
        ReferenceHeights heights =
                new ReferenceHeights(new FaceSurface(Detector.shipped().shape()));
        StringBuilder text = new StringBuilder("""
                # Heights of the reference pair in 0.1 mm, 0 at the tip of the nose: first the average face, then the shell.
                # A line is a row of the grid, lowest first, from the middle to the left edge.
                # Printed by org.maskguard.suite.ReferenceHeights. The face is the mean of faces made with ICT-FaceKit (MIT)
                # and MakeHuman (CC0); see NOTICE.
                """);
        heights.print(text, heights::ofFace);
        text.append("#\n");
        heights.print(text, heights::ofShell);
        System.out.print(text);
    }

    private interface Height {
        double at(int node);
    }

    private void print(StringBuilder text, Height height) {
        int half = grid.columns() / 2;
        for (int row = 0; row <= grid.rows(); row++) {
            for (int column = half; column <= grid.columns(); column++) {
                int node = row * (grid.columns() + 1) + column;
                text.append(String.format(
                        Locale.ROOT, "%s%d", column == half ? "" : " ", Math.round(10 * height.at(node))));
            }
            text.append('\n');
        }
    }

    private double ofFace(int node) {
        return face.height(grid.x(node), grid.y(node));
    }

    /// From the height of the tip of the nose in the middle, evenly curved to the rim.
    private double ofShell(int node) {
        double p = grid.discX(node);
        double q = grid.discY(node);
        double height = 0;
        double angle = StrictMath.atan2(p, q);
        for (int order = 0; order < rim.length; order++) {
            height += rim[order] * StrictMath.cos(order * angle);
        }
        return (p * p + q * q) * height;
    }

    /// The height of the face along the oval as a short Fourier series over the angle from the top, so that dents
    /// of
    /// temples and cheeks are left out.
    private static double[] rim(FaceSurface face) {
        double[] series = new double[ORDERS];
        for (int step = 0; step < STEPS; step++) {
            double angle = 2 * Math.PI * step / STEPS;
            double height = face.height(FaceGrid.x(StrictMath.sin(angle)), FaceGrid.y(StrictMath.cos(angle)));
            for (int order = 0; order < ORDERS; order++) {
                series[order] += height * StrictMath.cos(order * angle) * (order == 0 ? 1.0 : 2.0) / STEPS;
            }
        }
        return series;
    }
}

package org.maskguard.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Vec;

/// The cut through a mesh along the middle of a face: in the plane of its up and front axes, through its nose.
///
/// Lengths are mm in the face's frame: `forward` along its front, `up` along its up axis.
final class Section {

    /// Cuts of one triangle, as forward and up of both ends, one after another.
    private final double[] cuts;

    private Section(double[] cuts) {
        this.cuts = cuts;
    }

    static Section of(Mesh mesh, FaceFrame frame) {
        float[] v = mesh.xyz();
        int[] c = mesh.corners();
        double[] cuts = new double[1024];
        int n = 0;
        Vec left = frame.left();
        double level = left.dot(frame.pronasale());
        for (int t = 0; t < c.length; t += 3) {
            double a = side(v, c[t], left, level);
            double b = side(v, c[t + 1], left, level);
            double d = side(v, c[t + 2], left, level);
            boolean before = a >= 0;
            if (before == b >= 0 && before == d >= 0) {
                continue;
            }
            if (n + 4 > cuts.length) {
                cuts = Arrays.copyOf(cuts, 2 * cuts.length);
            }
            n = edge(v, c[t], c[t + 1], a, b, frame, cuts, n);
            n = edge(v, c[t + 1], c[t + 2], b, d, frame, cuts, n);
            n = edge(v, c[t + 2], c[t], d, a, frame, cuts, n);
        }
        return new Section(Arrays.copyOf(cuts, n));
    }

    boolean isEmpty() {
        return cuts.length == 0;
    }

    /// Where a line along the front axis at a height meets the surface, front first. Surfaces that coincide within
    /// 0.05 mm count once: doubled ones are common.
    double[] crossings(double up) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < cuts.length; i += 4) {
            double from = cuts[i + 1] - up;
            double to = cuts[i + 3] - up;
            if (from >= 0 != to >= 0) {
                found.add(cuts[i] + (cuts[i + 2] - cuts[i]) * from / (from - to));
            }
        }
        double[] sorted = found.stream().mapToDouble(f -> -f).sorted().toArray();
        int n = 0;
        for (double f : sorted) {
            if (n == 0 || f - sorted[n - 1] > 0.05) {
                sorted[n++] = f;
            }
        }
        return Arrays.stream(sorted, 0, n).map(f -> -f).toArray();
    }

    /// How far back the surface reaches between two heights, mm along the front axis; 0 where there is none.
    double backmost(double low, double high) {
        double least = 0;
        for (int i = 0; i < cuts.length; i += 2) {
            if (cuts[i + 1] >= low && cuts[i + 1] <= high) {
                least = Math.min(least, cuts[i]);
            }
        }
        return least;
    }

    /// The outline within a window as an SVG path, each cut once, to a tenth of a pixel.
    String path(Window window) {
        StringBuilder path = new StringBuilder();
        Set<Long> drawn = new HashSet<>();
        for (int i = 0; i < cuts.length; i += 4) {
            long x1 = Math.round(10 * window.x(cuts[i]));
            long y1 = Math.round(10 * window.y(cuts[i + 1]));
            long x2 = Math.round(10 * window.x(cuts[i + 2]));
            long y2 = Math.round(10 * window.y(cuts[i + 3]));
            boolean outside = Math.max(x1, x2) < 0
                    || Math.min(x1, x2) > 10 * window.width()
                    || Math.max(y1, y2) < 0
                    || Math.min(y1, y2) > 10 * window.height();
            if (!outside && (x1 != x2 || y1 != y2) && drawn.add(key(x1, y1, x2, y2)) && drawn.size() < 40_000) {
                path.append('M');
                Decimals.append(path, x1 / 10.0, 1).append(' ');
                Decimals.append(path, y1 / 10.0, 1).append('L');
                Decimals.append(path, x2 / 10.0, 1).append(' ');
                Decimals.append(path, y2 / 10.0, 1);
            }
        }
        return path.toString();
    }

    /// A window on the plane: nose to the left, up at the top.
    ///
    /// @param front largest forward that is shown, mm
    /// @param top largest up that is shown, mm
    /// @param pixelsPerMm scale
    record Window(double front, double top, double pixelsPerMm, double width, double height) {

        double x(double forward) {
            return (front - forward) * pixelsPerMm;
        }

        double y(double up) {
            return (top - up) * pixelsPerMm;
        }
    }

    private static long key(long x1, long y1, long x2, long y2) {
        long a = (x1 & 0xffff) << 16 | (y1 & 0xffff);
        long b = (x2 & 0xffff) << 16 | (y2 & 0xffff);
        return Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static double side(float[] v, int vertex, Vec left, double level) {
        int at = 3 * vertex;
        return left.x() * v[at] + left.y() * v[at + 1] + left.z() * v[at + 2] - level;
    }

    private static int edge(float[] v, int i, int j, double a, double b, FaceFrame frame, double[] cuts, int n) {
        if (a >= 0 == b >= 0) {
            return n;
        }
        double share = a / (a - b);
        Vec from = new Vec(v[3 * i], v[3 * i + 1], v[3 * i + 2]);
        Vec to = new Vec(v[3 * j], v[3 * j + 1], v[3 * j + 2]);
        Vec cut = frame.toFace(from.plus(to.minus(from).times(share)));
        cuts[n] = cut.z();
        cuts[n + 1] = cut.y();
        return n + 2;
    }
}

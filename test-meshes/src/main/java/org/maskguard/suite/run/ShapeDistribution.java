package org.maskguard.suite.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.bench.Catalogue;
import org.maskguard.suite.bench.Level;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Sheet;
import smile.classification.LogisticRegression;

/// The known approach to objects that must not be printed: the distribution of the distances of random pairs of points
/// of the surface (D2; Osada, Funkhouser, Chazelle and Dobkin, "Shape distributions", 2002), here with the absolute
/// size, and a classifier of Smile's.
///
/// It is trained on a core suite of another seed, so it knows every family and way of making beforehand: that is
/// kinder to it than to any guard. Its threshold is the one with the fewest false answers there.
public final class ShapeDistribution implements Candidate {

    /// Distances are counted in bins up to this, mm: a life-size mask measures less.
    private static final double FARTHEST = 320;

    private static final int BINS = 64;
    private static final int PAIRS = 20_000;

    private final LogisticRegression.Binomial classifier;
    private final double threshold;

    private ShapeDistribution(LogisticRegression.Binomial classifier, double threshold) {
        this.classifier = classifier;
        this.threshold = threshold;
    }

    static ShapeDistribution trained(long seed) {
        List<double[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Case one : Catalogue.of(seed, Level.CORE)) {
            Mesh mesh = read(one.bytes());
            if (mesh != null && (one.entry().mustRefuse() || one.entry().mustNotRefuse())) {
                rows.add(histogram(mesh));
                labels.add(one.entry().mustRefuse() ? 1 : 0);
            }
        }
        double[][] x = rows.toArray(double[][]::new);
        int[] y = labels.stream().mapToInt(Integer::intValue).toArray();
        LogisticRegression.Binomial fitted =
                LogisticRegression.binomial(x, y, new LogisticRegression.Options(0.01, 1e-5, 500));
        return new ShapeDistribution(fitted, best(fitted, x, y));
    }

    private static double best(LogisticRegression.Binomial fitted, double[][] x, int[] y) {
        double best = 0.5;
        int fewest = Integer.MAX_VALUE;
        for (int step = 1; step < 100; step++) {
            int wrong = 0;
            for (int i = 0; i < x.length; i++) {
                wrong += score(fitted, x[i]) > step / 100.0 == (y[i] == 1) ? 0 : 1;
            }
            if (wrong < fewest) {
                fewest = wrong;
                best = step / 100.0;
            }
        }
        return best;
    }

    @Override
    public String name() {
        return "baseline: D2 and Smile";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Answer judge(Path file) throws IOException {
        long start = System.nanoTime();
        Mesh mesh = NameAndSize.mesh(file);
        if (mesh == null || mesh.triangles() == 0) {
            return new Answer("unreadable", "", Double.NaN, (System.nanoTime() - start) / 1_000_000, 0, "");
        }
        double score = score(classifier, histogram(mesh));
        long ms = (System.nanoTime() - start) / 1_000_000;
        return new Answer(score > threshold ? "refuse" : "pass", "", score, ms, 0, "");
    }

    private static double score(LogisticRegression.Binomial fitted, double[] row) {
        double[] posteriori = new double[2];
        fitted.predict(row, posteriori);
        return posteriori[1];
    }

    private static Mesh read(byte[] bytes) {
        try {
            return MeshReader.read(new ByteArrayInputStream(bytes), Limits.DEFAULT)
                    .mesh();
        } catch (Unreadable e) {
            throw new IllegalStateException("the suite's own files can be read", e);
        }
    }

    /// Shares of random pairs by distance; the last bin takes all that is farther.
    public static double[] histogram(Mesh mesh) {
        double[] areas = areas(mesh);
        Dice dice = new Dice(1);
        double[] bins = new double[BINS];
        double[] a = new double[3];
        double[] b = new double[3];
        for (int i = 0; i < PAIRS; i++) {
            point(mesh, areas, dice, a);
            point(mesh, areas, dice, b);
            double x = a[0] - b[0];
            double y = a[1] - b[1];
            double z = a[2] - b[2];
            double far = Math.sqrt(x * x + y * y + z * z);
            bins[(int) Math.min(BINS - 1.0, far / FARTHEST * BINS)] += BINS / (double) PAIRS;
        }
        return bins;
    }

    private static double[] areas(Mesh mesh) {
        float[] p = mesh.xyz();
        int[] c = mesh.corners();
        double[] sums = new double[mesh.triangles()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double[] n = Sheet.normal(p, 3 * c[3 * i], 3 * c[3 * i + 1], 3 * c[3 * i + 2]);
            sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
            sums[i] = sum;
        }
        return sums;
    }

    private static void point(Mesh mesh, double[] areas, Dice dice, double[] at) {
        double target = dice.unit() * areas[areas.length - 1];
        int low = 0;
        int high = areas.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (areas[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double r = Math.sqrt(dice.unit());
        double s = dice.unit();
        int[] c = mesh.corners();
        for (int axis = 0; axis < 3; axis++) {
            double p = mesh.xyz()[3 * c[3 * low] + axis];
            double q = mesh.xyz()[3 * c[3 * low + 1] + axis];
            double t = mesh.xyz()[3 * c[3 * low + 2] + axis];
            at[axis] = (1 - r) * p + r * (1 - s) * q + r * s * t;
        }
    }
}

package org.maskguard.train.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.ParametricFace;

/// Learns a [FaceShape] from people drawn from parametric faces.
///
/// The lattice is laid on the first source; other sources take part through a thin-plate spline between the landmarks
/// that were marked on both. The modes are principal components of the people after each was turned and scaled to the
/// mean.
public final class ShapeTraining {

    /// Spacing of the lattice in the frontal view, mm: half the radius over which curvature is measured.
    private static final double SPACING = 4;

    private final List<MarkedFace> sources;
    private final int people;
    private final int modes;
    private final long seed;

    private ShapeTraining(List<MarkedFace> sources, int people, int modes, long seed) {
        this.sources = sources;
        this.people = people;
        this.modes = modes;
        this.seed = seed;
    }

    /// @param ict ICT-FaceKit, or null to learn without it
    /// @param makeHuman MakeHuman's head, or null to learn without it
    /// @param people drawn from each
    /// @param modes kept
    public static FaceShape learn(ParametricFace ict, ParametricFace makeHuman, int people, int modes, long seed) {
        List<MarkedFace> sources = new ArrayList<>();
        if (ict != null) {
            sources.add(MarkedFace.ict(ict));
        }
        if (makeHuman != null) {
            sources.add(MarkedFace.makeHuman(makeHuman));
        }
        return new ShapeTraining(sources, people, modes, seed).learn();
    }

    private FaceShape learn() {
        MarkedFace base = sources.getFirst();
        Lattice plan = plan(base);
        float[] planned = withLandmarks(base, plan, base.neutral());
        int points = plan.size();
        List<float[]> shapes = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            MarkedFace source = sources.get(s);
            Lattice lattice = s == 0 ? plan : carried(base, planned, points, source);
            for (int i = 0; i < people; i++) {
                float[] xyz = source.face().person(seed + 1000L * i + s).xyz();
                shapes.add(withLandmarks(source, lattice, xyz));
            }
        }
        float[] mean = meanOf(shapes, planned, points);
        List<float[]> aligned = new ArrayList<>();
        for (float[] shape : shapes) {
            aligned.add(Alignment.onto(mean, shape, points));
        }
        mean = average(aligned);
        float[][] components = components(aligned, mean, points);
        int nose = 3 * (points + Landmark.PRONASALE.ordinal());
        float[] origin = {mean[nose], mean[nose + 1], mean[nose + 2]};
        for (int i = 0; i < mean.length; i++) {
            mean[i] -= origin[i % 3];
        }
        LatticeParts parts = LatticeParts.of(mean, points, SPACING, planned);
        return new FaceShape(mean, components, parts.regions(), parts.triangles(), parts.outline());
    }

    /// Lattice points where the face proper is: within an oval, and not far behind the nose (ears, neck).
    private static Lattice plan(MarkedFace base) {
        float[] at = base.neutral();
        float[] nose = base.position(Landmark.PRONASALE, at);
        float[] menton = base.position(Landmark.MENTON, at);
        double below = nose[1] - menton[1];
        List<double[]> spots = new ArrayList<>();
        for (double y = Math.floor(-below / SPACING) * SPACING; y <= 1.15 * below; y += SPACING) {
            for (double x = -18 * SPACING; x <= 18 * SPACING; x += SPACING) {
                double middle = 0.1 * below;
                double height = y > middle ? 1.10 * below : 1.12 * below;
                if (Math.pow(x / 72, 2) + Math.pow((y - middle) / height, 2) <= 1) {
                    spots.add(new double[] {nose[0] + x, nose[1] + y});
                }
            }
        }
        double[] xs = spots.stream().mapToDouble(p -> p[0]).toArray();
        double[] ys = spots.stream().mapToDouble(p -> p[1]).toArray();
        Lattice all = Lattice.frontal(at, base.face().triangles(), xs, ys);
        float[] placed = new float[3 * xs.length];
        List<Integer> kept = new ArrayList<>();
        for (int p = 0; p < xs.length; p++) {
            if (all.corners()[3 * p] >= 0) {
                float z = 0;
                for (int c = 0; c < 3; c++) {
                    z += all.weights()[3 * p + c] * at[3 * all.corners()[3 * p + c] + 2];
                }
                placed[3 * p + 2] = z;
                if (nose[2] - z < 78 && !(ys[p] < menton[1] + 4 && nose[2] - z > 45)) {
                    kept.add(p);
                }
            }
        }
        return only(all, kept);
    }

    private static Lattice only(Lattice all, List<Integer> kept) {
        int[] corners = new int[3 * kept.size()];
        float[] weights = new float[3 * kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            System.arraycopy(all.corners(), 3 * kept.get(i), corners, 3 * i, 3);
            System.arraycopy(all.weights(), 3 * kept.get(i), weights, 3 * i, 3);
        }
        return new Lattice(corners, weights);
    }

    /// The same points on another source: warped by the landmarks, then dropped onto its surface from the front.
    private static Lattice carried(MarkedFace base, float[] planned, int points, MarkedFace source) {
        double[][] from = new double[Landmark.values().length][];
        double[][] to = new double[from.length][];
        for (Landmark landmark : Landmark.values()) {
            from[landmark.ordinal()] = doubles(base.position(landmark, base.neutral()));
            to[landmark.ordinal()] = doubles(source.position(landmark, source.neutral()));
        }
        Warp warp = new Warp(from, to);
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int p = 0; p < points; p++) {
            double[] q = warp.apply(new double[] {planned[3 * p], planned[3 * p + 1], planned[3 * p + 2]});
            xs[p] = q[0];
            ys[p] = q[1];
        }
        Lattice lattice = Lattice.frontal(source.neutral(), source.face().triangles(), xs, ys);
        for (int p = 0; p < points; p++) {
            if (lattice.corners()[3 * p] < 0) {
                throw new IllegalStateException("lattice point " + p + " misses the second source");
            }
        }
        return lattice;
    }

    private static double[] doubles(float[] v) {
        return new double[] {v[0], v[1], v[2]};
    }

    private static float[] withLandmarks(MarkedFace source, Lattice lattice, float[] xyz) {
        float[] at = lattice.on(xyz);
        float[] all = Arrays.copyOf(at, at.length + 3 * Landmark.values().length);
        for (Landmark landmark : Landmark.values()) {
            float[] p = source.position(landmark, xyz);
            System.arraycopy(p, 0, all, at.length + 3 * landmark.ordinal(), 3);
        }
        return all;
    }

    private static float[] meanOf(List<float[]> shapes, float[] start, int points) {
        float[] mean = start;
        for (int round = 0; round < 3; round++) {
            List<float[]> aligned = new ArrayList<>();
            for (float[] shape : shapes) {
                aligned.add(Alignment.onto(mean, shape, points));
            }
            mean = Alignment.onto(start, average(aligned), points);
        }
        return mean;
    }

    private static float[] average(List<float[]> shapes) {
        double[] sum = new double[shapes.getFirst().length];
        for (float[] shape : shapes) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += shape[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) (sum[i] / shapes.size());
        }
        return mean;
    }

    /// Principal components by the Gram matrix of the people, scaled to deviation 1.
    private float[][] components(List<float[]> aligned, float[] mean, int points) {
        int n = aligned.size();
        DMatrixRMaj data = new DMatrixRMaj(n, mean.length);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < mean.length; j++) {
                data.set(i, j, aligned.get(i)[j] - mean[j]);
            }
        }
        // Landmarks follow the lattice; they do not shape the components.
        DMatrixRMaj lattice = CommonOps_DDRM.extract(data, 0, n, 0, 3 * points);
        DMatrixRMaj gram = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(1.0 / n, lattice, lattice, gram);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        eigen.decompose(gram);
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        float[][] out = new float[modes][mean.length];
        for (int k = 0; k < modes; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            double[] sum = new double[mean.length];
            double sign = Math.signum(vector.get(0));
            for (int i = 0; i < n; i++) {
                double v = sign * vector.get(i) / Math.sqrt(n);
                for (int j = 0; j < mean.length; j++) {
                    sum[j] += v * data.get(i, j);
                }
            }
            for (int j = 0; j < mean.length; j++) {
                out[k][j] = (float) sum[j];
            }
        }
        return out;
    }
}

package org.maskguard.suite.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// Learns the numbers of the suite's faces from ICT-FaceKit (MIT) and MakeHuman (CC0), and writes `face.bin`:
///
/// ```
/// java @.maskguard/class-path org.maskguard.suite.face.FaceLearning ../shared/data/param \
///     test-meshes/src/main/resources/org/maskguard/suite/face/face.bin
/// ```
///
/// Both heads are looked at from a point within, in the same directions after their landmarks were brought to the same
/// elevations. What a mode does to a head becomes what it does to the grid. All identity modes together get a common
/// basis by principal components; MakeHuman's ancestry, sex and age become places in it, and how the people of either
/// model differ becomes a covariance.
final class FaceLearning {

    /// Modes of the common basis.
    private static final int MODES = 30;

    /// What nodes at the back of the head count against those in front.
    private static final double BACK_WEIGHT = 0.3;

    /// Deviation of MakeHuman's detail targets and of its weight targets, as its own people have them.
    private static final double DETAIL = 0.3;

    static final String[] ANCESTRIES = {"african", "asian", "caucasian"};
    static final String[] SEXES = {"female", "male"};
    static final String[] AGES = {"child", "young", "old"};

    /// Expressions by ICT-FaceKit's names, left and right together.
    private static final Map<String, List<String>> EXPRESSIONS = expressions();

    private final MorphFile ict;
    private final MorphFile human;

    private FaceLearning(Path folder) throws IOException {
        ict = MorphFile.read(folder.resolve("ict_facekit.mgp"));
        human = MorphFile.read(folder.resolve("makehuman_head.mgp"));
    }

    public static void main(String[] arguments) throws IOException {
        byte[] learned = new FaceLearning(Path.of(arguments[0])).learn();
        Files.write(Path.of(arguments[1]), learned);
        System.out.println(learned.length + " bytes");
    }

    private static Map<String, List<String>> expressions() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("jaw-open", List.of("jawOpen"));
        all.put("smile", List.of("mouthSmile_L", "mouthSmile_R"));
        all.put("frown", List.of("mouthFrown_L", "mouthFrown_R"));
        all.put("blink", List.of("eyeBlink_L", "eyeBlink_R"));
        all.put("brow-up", List.of("browInnerUp_L", "browInnerUp_R", "browOuterUp_L", "browOuterUp_R"));
        all.put("brow-down", List.of("browDown_L", "browDown_R"));
        all.put("pucker", List.of("mouthPucker"));
        all.put("cheek-puff", List.of("cheekPuff_L", "cheekPuff_R"));
        all.put("sneer", List.of("noseSneer_L", "noseSneer_R"));
        return all;
    }

    private byte[] learn() throws IOException {
        float[] adult = human.shape(youngAdults());
        double[] ictCentre = centre(ict.mean(), ict);
        double[] humanCentre = centre(adult, human);
        GridCast ictCast = new GridCast(ict.mean(), ict.triangles(), ictCentre, (a, e) -> new double[] {a, e});
        GridCast humanCast = new GridCast(adult, human.triangles(), humanCentre, warp(adult, ictCentre, humanCentre));

        float[] ictMean = moved(ictCast.symmetric(ict.mean()), ictCentre);
        float[] humanMean = moved(humanCast.symmetric(adult), humanCentre);
        float[] base = new float[ictMean.length];
        for (int i = 0; i < base.length; i++) {
            base[i] = (ictMean[i] + humanMean[i]) / 2;
        }
        List<float[]> columns = new ArrayList<>();
        columns.add(difference(ictMean, base));
        int macros = columns.size();
        for (String name : macroNames()) {
            columns.add(difference(moved(humanCast.symmetric(human.shape(Map.of(name, 1.0))), humanCentre), base));
        }
        int ictModes = columns.size();
        for (String name : ict.named("identity")) {
            columns.add(centred(ictCast.symmetric(ict.modes().get(name)), 1));
        }
        int details = columns.size();
        for (String name : human.modes().keySet()) {
            if (!name.startsWith("macro/") && !name.startsWith("weight/") && !name.startsWith("expression")) {
                columns.add(centred(humanCast.symmetric(human.modes().get(name)), DETAIL));
            }
        }
        Basis basis = new Basis(columns);
        FaceFile file = new FaceFile();
        file.base = base;
        file.modes = basis.modes;
        file.ictMean = basis.place(columns.getFirst());
        file.macros =
                columns.subList(macros, ictModes).stream().map(basis::place).toList();
        file.ictSpread = basis.spread(columns.subList(ictModes, details));
        file.detailSpread = basis.spread(columns.subList(details, columns.size()));
        for (Map.Entry<String, List<String>> expression : EXPRESSIONS.entrySet()) {
            Map<String, Double> weights = new LinkedHashMap<>();
            expression.getValue().forEach(name -> weights.put(name, 1.0));
            file.expressions.put(
                    expression.getKey(), difference(moved(ictCast.symmetric(ict.shape(weights)), ictCentre), ictMean));
        }
        for (String name : FaceNet.LANDMARKS) {
            file.landmarks.put(name, direction(ict.mean(), vertex(ict, name), ictCentre));
        }
        System.out.printf("kept %.1f %% of the variance in %d modes%n", 100 * basis.kept, MODES);
        return file.bytes();
    }

    private Map<String, Double> youngAdults() {
        Map<String, Double> mix = new LinkedHashMap<>();
        for (String name : macroNames()) {
            if (name.endsWith("young")) {
                mix.put(name, 1.0 / (ANCESTRIES.length * SEXES.length));
            }
        }
        return mix;
    }

    private static List<String> macroNames() {
        List<String> names = new ArrayList<>();
        for (String ancestry : ANCESTRIES) {
            for (String sex : SEXES) {
                for (String age : AGES) {
                    names.add("macro/" + ancestry + "-" + sex + "-" + age);
                }
            }
        }
        return names;
    }

    /// On the level between sellion and subnasale, 105 mm behind the tip of the nose.
    private static double[] centre(float[] shape, MorphFile head) {
        double sellion = shape[3 * vertex(head, "sellion") + 1];
        double subnasale = shape[3 * vertex(head, "subnasale") + 1];
        return new double[] {0, (sellion + subnasale) / 2, shape[3 * vertex(head, "pronasale") + 2] - 105};
    }

    private static int vertex(MorphFile head, String name) {
        Integer vertex = head.landmarks().get(name);
        return vertex != null ? vertex : head.landmarks().get(name + "_L");
    }

    /// From ICT-FaceKit's directions to MakeHuman's: elevations through the landmarks of the midline, azimuths by
    /// the
    /// outer corners of the eyes in front and unchanged at the back.
    private GridCast.Warp warp(float[] adult, double[] ictCentre, double[] humanCentre) {
        List<double[]> pairs = new ArrayList<>();
        pairs.add(new double[] {-90, -90});
        for (String name : List.of("menton", "stomion", "subnasale", "pronasale", "sellion", "glabella")) {
            double there = name.equals("stomion")
                    ? stomion(adult, humanCentre)
                    : direction(adult, vertex(human, name), humanCentre)[1];
            pairs.add(new double[] {direction(ict.mean(), vertex(ict, name), ictCentre)[1], there});
        }
        pairs.add(new double[] {90, 90});
        double eye = direction(adult, vertex(human, "exocanthion"), humanCentre)[0]
                / direction(ict.mean(), vertex(ict, "exocanthion"), ictCentre)[0];
        return (azimuth, elevation) -> {
            int k = 1;
            while (pairs.get(k)[0] < elevation && k < pairs.size() - 1) {
                k++;
            }
            double[] a = pairs.get(k - 1);
            double[] b = pairs.get(k);
            double e = a[1] + (elevation - a[0]) / (b[0] - a[0]) * (b[1] - a[1]);
            double inFront = Math.clamp((130 - Math.abs(azimuth)) / 80, 0, 1);
            return new double[] {azimuth * (1 + (eye - 1) * inFront), e};
        };
    }

    /// Elevation of the deepest place of the midline between the two lips, degrees.
    private double stomion(float[] adult, double[] centre) {
        double top = direction(adult, vertex(human, "subnasale"), centre)[1];
        double chin = direction(adult, vertex(human, "menton"), centre)[1];
        double best = Double.MAX_VALUE;
        double found = 0;
        for (int v = 0; v < adult.length / 3; v++) {
            double[] at = direction(adult, v, centre);
            double share = (top - at[1]) / (top - chin);
            double far = Math.abs(adult[3 * v]) < 1 && share > 0.25 && share < 0.5 ? at[2] : Double.MAX_VALUE;
            // Nothing of the mouth's inside, which lies centimetres deeper.
            if (far < best && far > 75) {
                best = far;
                found = at[1];
            }
        }
        return found;
    }

    /// Azimuth and elevation in degrees, and distance, from a centre.
    private static double[] direction(float[] shape, int v, double[] centre) {
        double x = shape[3 * v] - centre[0];
        double y = shape[3 * v + 1] - centre[1];
        double z = shape[3 * v + 2] - centre[2];
        return new double[] {
            StrictMath.toDegrees(StrictMath.atan2(x, z)),
            StrictMath.toDegrees(StrictMath.atan2(y, Math.sqrt(x * x + z * z))),
            Math.sqrt(x * x + y * y + z * z)
        };
    }

    private static float[] moved(float[] grid, double[] centre) {
        float[] moved = grid.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (moved[i] - centre[i % 3]);
        }
        return moved;
    }

    private static float[] difference(float[] a, float[] b) {
        float[] d = new float[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return centred(d, 1);
    }

    /// Without what moves the front of the face as a whole, up and forward.
    private static float[] centred(float[] d, double scale) {
        double[] mean = new double[3];
        double weight = 0;
        for (int i = 0; i < d.length; i++) {
            double w = weight(i / 3);
            mean[i % 3] += w == 1 ? d[i] : 0;
            weight += w == 1 ? 1.0 / 3 : 0;
        }
        float[] centred = new float[d.length];
        for (int i = 0; i < d.length; i++) {
            centred[i] = (float) (scale * (d[i] - (i % 3 == 0 ? 0 : mean[i % 3] / weight)));
        }
        return centred;
    }

    private static double weight(int node) {
        double azimuth = Directions.azimuth(node % Directions.COLUMNS);
        double elevation = Directions.elevation(node / Directions.COLUMNS);
        return azimuth < 75 && elevation > -50 && elevation < 40 ? 1 : BACK_WEIGHT;
    }

    /// Principal components of all that was collected.
    private static final class Basis {

        final List<float[]> modes = new ArrayList<>();
        final double kept;

        Basis(List<float[]> columns) {
            int n = columns.size();
            DMatrixRMaj gram = new DMatrixRMaj(n, n);
            double trace = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double dot = dot(columns.get(i), columns.get(j));
                    gram.set(i, j, dot);
                    gram.set(j, i, dot);
                }
                trace += gram.get(i, i);
            }
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
            eigen.decompose(gram);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                order.add(i);
            }
            order.sort((a, b) -> Double.compare(
                    eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
            double sum = 0;
            for (int k = 0; k < MODES; k++) {
                sum += eigen.getEigenvalue(order.get(k)).getReal();
                modes.add(mode(columns, eigen.getEigenVector(order.get(k))));
            }
            kept = sum / trace;
        }

        private static float[] mode(List<float[]> columns, DMatrixRMaj vector) {
            double[] sum = new double[columns.getFirst().length];
            for (int i = 0; i < columns.size(); i++) {
                double w = vector.get(i);
                float[] column = columns.get(i);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += w * column[j];
                }
            }
            float[] mode = new float[sum.length];
            for (int j = 0; j < sum.length; j++) {
                mode[j] = (float) sum[j];
            }
            double length = Math.sqrt(dot(mode, mode));
            // In units in which a node in front moves by about a millimetre.
            double unit = Math.sqrt(mode.length / 3.0) / length;
            for (int j = 0; j < sum.length; j++) {
                mode[j] = (float) (unit * mode[j]);
            }
            return mode;
        }

        /// Weights of the modes that come nearest to a displacement.
        float[] place(float[] column) {
            float[] place = new float[MODES];
            for (int k = 0; k < MODES; k++) {
                place[k] = (float) (dot(modes.get(k), column) / dot(modes.get(k), modes.get(k)));
            }
            return place;
        }

        /// A lower triangle that makes people's weights of independent normal deviates.
        float[] spread(List<float[]> columns) {
            double[][] covariance = new double[MODES][MODES];
            for (float[] column : columns) {
                float[] place = place(column);
                for (int i = 0; i < MODES; i++) {
                    for (int j = 0; j < MODES; j++) {
                        covariance[i][j] += place[i] * place[j];
                    }
                }
            }
            float[] lower = new float[MODES * (MODES + 1) / 2];
            double[][] l = new double[MODES][MODES];
            for (int i = 0, at = 0; i < MODES; i++) {
                for (int j = 0; j <= i; j++, at++) {
                    double sum = covariance[i][j] + (i == j ? 1e-6 : 0);
                    for (int k = 0; k < j; k++) {
                        sum -= l[i][k] * l[j][k];
                    }
                    l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
                    lower[at] = (float) l[i][j];
                }
            }
            return lower;
        }

        private static double dot(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += weight(i / 3) * a[i] * b[i];
            }
            return sum;
        }
    }
}

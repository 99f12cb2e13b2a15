package org.maskguard.classify;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.FittedFace;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.landmark.Measuring;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Vec;
import org.maskguard.wear.FaceBodies;
import org.maskguard.wear.Wear;
import org.maskguard.wear.WearProbe;

/// From a surface to a ruling: which faces are on it, which of them are life-size, what is behind them, and what the
/// policy says of that. Immutable, safe to share between threads.
public final class FaceJudge {

    /// A mould shallower than this casts no mask, mm.
    private static final double MOULD_DEPTH = 15;

    /// A part of the face is missing when less than this share of its region is there.
    private static final double MISSING = 0.45;

    /// A face whose back lies less than this behind the tip of its nose is on a plate or block, mm.
    private static final double RELIEF_DEPTH = 80;

    /// Two noses nearer than this, one raised and one hollow, are the two sides of one wall, mm.
    private static final double THICKEST_SHELL = 15;

    /// Two fits whose noses lie nearer than this are of one face, mm.
    private static final double SAME_FACE = 40;

    /// Bodies whose boxes come this near are judged together, too, mm.
    private static final double NEAR = 3;

    private final Detector detector;
    private final Policy policy;

    public FaceJudge(Detector detector, Policy policy) {
        this.detector = detector;
        this.policy = policy;
    }

    /// One place that was looked at.
    ///
    /// @param features what was measured there
    /// @param face its score is what `probability` said of the features; its category holds if it is a face
    public record Place(double[] features, Face face) {}

    /// Judges a surface whose coordinates are mm.
    ///
    /// @param limit time from which on no further body is begun; one body or plate takes some seconds at most
    /// @throws TooSlow where bodies are left then, and nothing has been refused
    public Findings judge(Mesh mesh, Duration limit) throws TooSlow {
        // Welding takes one core and the search both: side by side they take less than one after the other.
        CompletableFuture<Bodies> bodies = CompletableFuture.supplyAsync(() -> Bodies.of(mesh));
        Survey survey = new Survey(mesh, bodies::join, detector::probability, policy.warnScore(), false, false);
        if (!survey.run(limit)) {
            throw new TooSlow();
        }
        List<Face> faces = survey.strongest();
        if (faces.isEmpty()) {
            return Findings.nothing(bodies.join().count());
        }
        Face first = faces.getFirst();
        return new Findings(
                ruling(first),
                first.category(),
                first.score(),
                Reasons.of(first),
                faces,
                bodies.join().count());
    }

    /// Everything on a surface that is at all like a face, for learning: all bodies and all fits, nothing left out
    /// for
    /// the sake of time.
    ///
    /// @param likeness what stands for the score, from the features
    /// @param least places below this likeness are not measured further: their category is `none`
    /// @param hollowToo whether the hollow side is looked at even where there is a raised face
    public List<Place> survey(Mesh mesh, ToDoubleFunction<double[]> likeness, double least, boolean hollowToo) {
        Bodies bodies = Bodies.of(mesh);
        Survey survey = new Survey(mesh, () -> bodies, likeness, least, true, hollowToo);
        survey.run(ChronoUnit.FOREVER.getDuration());
        return survey.places;
    }

    /// What the policy says of a face.
    public Ruling ruling(Face face) {
        double length = face.measurements().get(Measurement.SELLION_MENTON).mm();
        return ruling(policy, detector.refuseFrom(), face.category(), face.score(), length);
    }

    /// What a policy says of a face.
    ///
    /// @param refuseFrom what the model says of the policy's threshold, [Detector#refuseFrom]
    /// @param length sellion to menton, mm
    public static Ruling ruling(Policy policy, double refuseFrom, Category category, double score, double length) {
        if (category == Category.NONE || score < policy.warnScore()) {
            return Ruling.PASS;
        }
        Ruling ruling = policy.ruling(category);
        boolean borderline = score < policy.refuseFrom(refuseFrom) || Sizes.of(length) != Sizes.LIFE_SIZE;
        return ruling == Ruling.REFUSE && borderline ? Ruling.WARN : ruling;
    }

    private static boolean same(Face a, Face b) {
        return a.landmarks()
                        .get(Landmark.PRONASALE)
                        .minus(b.landmarks().get(Landmark.PRONASALE))
                        .length()
                < SAME_FACE;
    }

    /// One pass over the whole and, until something is enough, over its parts.
    private final class Survey {

        private final Mesh mesh;
        private final Supplier<Bodies> bodies;
        private final ToDoubleFunction<double[]> likeness;
        private final double least;
        private final boolean thorough;
        private final boolean hollowToo;
        private final List<Place> places = new ArrayList<>();

        Survey(
                Mesh mesh,
                Supplier<Bodies> bodies,
                ToDoubleFunction<double[]> likeness,
                double least,
                boolean thorough,
                boolean hollowToo) {
            this.mesh = mesh;
            this.bodies = bodies;
            this.likeness = likeness;
            this.least = least;
            this.thorough = thorough;
            this.hollowToo = hollowToo;
        }

        /// Looks at the whole, and then at its parts one by one: until all are seen, a refusal is found or the
        /// time is
        /// up.
        ///
        /// @return false where the time was up before
        boolean run(Duration limit) {
            long begun = System.nanoTime();
            look(mesh, bodies);
            for (Part part : parts()) {
                if (enough()) {
                    return true;
                }
                if (limit.compareTo(Duration.ofNanos(System.nanoTime() - begun)) < 0) {
                    return false;
                }
                look(part.of().mesh(part.number()), null);
            }
            return true;
        }

        /// Bodies and clusters of bodies that are large enough for a face and are not the whole, most triangles
        /// first.
        private List<Part> parts() {
            if (enough() || bodies.get().count() == 1) {
                return List.of();
            }
            Bodies all = bodies.get();
            List<Part> parts = new ArrayList<>(large(all));
            Bodies clusters = all.clusters(NEAR);
            if (clusters.count() > 1 && clusters.count() < all.count()) {
                parts.addAll(large(clusters));
            }
            return parts;
        }

        /// The faces that were found, each once, strongest first. Of several fits of one face the most severely
        /// ruled
        /// counts, and of equals the one that fits best.
        List<Face> strongest() {
            Comparator<Face> severest =
                    Comparator.comparingInt(face -> -ruling(face).ordinal());
            List<Face> faces = new ArrayList<>();
            places.stream()
                    .map(Place::face)
                    .filter(face -> face.category() != Category.NONE)
                    .sorted(severest)
                    .filter(face -> faces.stream().noneMatch(other -> same(other, face)))
                    .forEachOrdered(faces::add);
            faces.sort(severest.thenComparing(Face::category)
                    .thenComparing(Comparator.comparingDouble(Face::score).reversed()));
            return faces;
        }

        /// A refusal ends the search, unless everything is to be seen.
        private boolean enough() {
            return !thorough && places.stream().anyMatch(place -> ruling(place.face()) == Ruling.REFUSE);
        }

        /// Raised faces first; any of them decides, and hollow ones are not asked for.
        private void look(Mesh surface, Supplier<Bodies> whole) {
            if (!add(surface, whole, false) || hollowToo) {
                add(surface, whole, true);
            }
        }

        private boolean add(Mesh surface, Supplier<Bodies> whole, boolean concave) {
            boolean found = false;
            for (Detector.Measured measured : detector.faces(surface, concave)) {
                double score = likeness.applyAsDouble(measured.features());
                boolean settled = !thorough && isSettled(measured.face());
                Face face = face(surface, whole, measured.face(), score, score >= least && !settled);
                places.add(new Place(measured.features(), face));
                found |= score >= least && face.category() != Category.NONE;
            }
            return found;
        }

        /// Whether nothing that is behind a fit can change the verdict: the same face has been refused already,
        /// or a
        /// hollow face is only the inner wall of a raised one. A small mask is no mould of another.
        private boolean isSettled(FittedFace fitted) {
            return places.stream()
                    .map(Place::face)
                    .filter(face -> !face.concave() && face.score() >= least)
                    .anyMatch(face -> {
                        double apart = face.landmarks()
                                .get(Landmark.PRONASALE)
                                .minus(fitted.pronasale())
                                .length();
                        return fitted.concave()
                                ? apart < THICKEST_SHELL
                                : apart < SAME_FACE && ruling(face) == Ruling.REFUSE;
                    });
        }
    }

    /// One body, or one cluster of bodies.
    private record Part(Bodies of, int number) {}

    private static List<Part> large(Bodies bodies) {
        return IntStream.range(0, bodies.count())
                .filter(b -> !bodies.box(b).tooSmallForFace(1))
                .boxed()
                .sorted(Comparator.comparingInt(b -> -bodies.triangles(b)))
                .map(b -> new Part(bodies, b))
                .toList();
    }

    private Face face(Mesh mesh, Supplier<Bodies> bodies, FittedFace fitted, double score, boolean whole) {
        FaceShape shape = detector.shape();
        Map<Landmark, Vec> landmarks = fitted.landmarks(shape);
        Map<Measurement, Face.Measured> measured = new EnumMap<>(Measurement.class);
        Measuring.of(fitted, landmarks).forEach((what, mm) -> {
            Norms.Norm norm = Norms.of(what);
            measured.put(what, new Face.Measured(mm, norm.mean(), norm.sd()));
        });
        Sizes size = Sizes.of(measured.get(Measurement.SELLION_MENTON).mm());
        Category category = Category.NONE;
        Wear wear = null;
        if (whole && (size == Sizes.LIFE_SIZE || size == Sizes.LARGE)) {
            int[] outline = shape.outline();
            double[] x = new double[outline.length];
            double[] y = new double[outline.length];
            for (int i = 0; i < outline.length; i++) {
                x[i] = fitted.placed()[3 * outline[i]] * fitted.scale();
                y[i] = fitted.placed()[3 * outline[i] + 1] * fitted.scale();
            }
            HeightMap heights = fitted.fitted();
            double s = fitted.scale();
            DoubleBinaryOperator expected = (a, b) -> s * heights.at(a / s, b / s);
            Mesh own = bodies == null ? mesh : own(mesh, bodies.get(), fitted, x, y, expected);
            if (fitted.concave()) {
                double depth = WearProbe.mouldDepth(own, fitted.frame(), x, y, expected);
                Category found = isWhole(fitted) ? Category.MOULD : Category.PARTIAL_MASK;
                category = depth >= MOULD_DEPTH ? found : Category.NONE;
            } else {
                double sellion = fitted.placed()[3 * shape.index(Landmark.SELLION) + 1] * s;
                wear = WearProbe.measure(own, fitted.frame(), x, y, sellion, expected);
                category = category(fitted, wear, own, measured);
            }
        }
        return new Face(
                category,
                score,
                fitted.concave(),
                landmarks,
                measured,
                fitted.view().front(),
                fitted.view().up(),
                wear);
    }

    /// The bodies that make up the face; all of a soup without common vertices.
    private static Mesh own(
            Mesh mesh, Bodies bodies, FittedFace fitted, double[] x, double[] y, DoubleBinaryOperator expected) {
        if (bodies.count() == 1 || bodies.count() > mesh.triangles() / 4) {
            return mesh;
        }
        BitSet own = FaceBodies.of(bodies, mesh, fitted.frame(), x, y, expected);
        return own.isEmpty() ? mesh : bodies.mesh(own);
    }

    private Category category(FittedFace fitted, Wear wear, Mesh own, Map<Measurement, Face.Measured> measured) {
        if (!wear.wearable()) {
            return depth(own, fitted) < RELIEF_DEPTH ? Category.RELIEF : Category.HEAD;
        }
        if (!isWhole(fitted)) {
            return Category.PARTIAL_MASK;
        }
        return Proportions.human(measured) ? Category.MASK : Category.STYLISED;
    }

    /// Whether mouth and eyes are there, or the brows where the eyes are cut out.
    private boolean isWhole(FittedFace fitted) {
        RegionCoverage there = RegionCoverage.of(detector.shape(), fitted);
        return there.mouth() >= MISSING && (there.eyes() >= MISSING || there.brow() >= MISSING);
    }

    /// How far the material reaches behind the tip of the nose, mm.
    private static double depth(Mesh own, FittedFace fitted) {
        Vec front = fitted.view().front();
        float[] v = own.xyz();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < v.length; i += 3) {
            least = Math.min(least, v[i] * front.x() + v[i + 1] * front.y() + v[i + 2] * front.z());
        }
        return fitted.pronasale().dot(front) - least;
    }

    /// How sure a score is, rounded down: nothing is sure to 100 %.
    static String percent(double score) {
        return Math.min(99, (int) (100 * score)) + " %";
    }
}

package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Detector;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Similarity;
import org.maskguard.surface.Thinning;
import org.maskguard.surface.Vec;

class FaceFinderTest {

    private static final FaceShape SHAPE = Detector.shipped().shape();
    private static final FaceFinder FINDER = new FaceFinder(SHAPE, FaceFinder.Effort.STANDARD);
    private static final ShapedFace MEAN = ShapedFace.mean(SHAPE);
    private static final Mesh SHELL = MEAN.shell(2);

    /// Largest distance of a landmark of the mean face from the true one, mm at the mean's size. Measured over 26
    /// placements: 0.7 to 1.5 mm, 0.6 mm on average, since the fitted scale comes out half a per cent small.
    private static final double BOUND = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theFaceIsFoundHoweverItIsTurned(int seed) {
        Similarity place = Similarity.turned(new Random(seed)).movedTo(new Vec(40, -80, 15));
        assertFound(FINDER.find(place.apply(SHELL), false), MEAN, place, BOUND, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.9, 1.1, 1.25})
    void theFaceIsFoundAtAnyLifeSize(double scale) {
        Similarity place = Similarity.turned(new Random(5)).times(scale);
        assertFound(FINDER.find(place.apply(SHELL), false), MEAN, place, BOUND, "seed 5");
    }

    static Stream<Arguments> disturbed() {
        Similarity turned = Similarity.turned(new Random(6));
        Mesh shell = turned.apply(SHELL);
        Similarity far = turned.movedTo(new Vec(10_000, -10_000, 10_000));
        Similarity mirrored = turned.mirrored(true);
        return Stream.of(
                Arguments.of("10 m off the origin", far.apply(SHELL), far),
                Arguments.of("soup of random winding", Shapes.soup(shell, 0.5, 1), turned),
                Arguments.of("inside out", Shapes.insideOut(shell), turned),
                Arguments.of("doubled", Shapes.together(shell, Shapes.insideOut(shell)), turned),
                Arguments.of("mirrored", mirrored.apply(SHELL), mirrored),
                Arguments.of("80,000 triangles", Shapes.subdivided(shell, 2), turned),
                Arguments.of(
                        "1,500 triangles", Thinning.thin(shell, turned.axes().front(), 1_500), turned),
                Arguments.of("without thickness", turned.apply(MEAN.sheet()), turned),
                Arguments.of("among 20 brackets", Shapes.together(shell, brackets(20, 7)), turned));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disturbed")
    void theFaceIsFoundWhateverBecameOfItsMesh(String how, Mesh mesh, Similarity place) {
        assertFound(FINDER.find(mesh, false), MEAN, place, BOUND, how + ", seed 6");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void otherPeoplesFacesAreFoundToo(int seed) {
        Random random = new Random(seed);
        ShapedFace person = ShapedFace.of(SHAPE, weights(random, 15));
        Similarity place = Similarity.turned(random);
        // Measured: 0.8 to 3.0 mm, where the modes slide along the surface (mouth, chin).
        assertFound(FINDER.find(place.apply(person.shell(2)), false), person, place, 5, "seed " + seed);
    }

    /// Measured of 200 people: median of the worst landmark 1.8 mm, 99 % within 4.6 mm, and one whose mouth and
    /// chin the
    /// fit lays 21 mm from where they are, with the face 7 % too small. That one is a known weakness, not noise.
    @Tag("heavy")
    @Test
    void ofHundredsOfPeopleHoweverTheyLieAllNosesAndNearlyAllLandmarksAreFound() {
        Random random = new Random(8);
        List<String> slid = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ShapedFace person = ShapedFace.of(SHAPE, weights(random, 20));
            Similarity place = Similarity.turned(random).times(0.8 + 0.45 * random.nextDouble());
            List<FittedFace> found = FINDER.find(place.apply(person.shell(1 + 3 * random.nextDouble())), false);
            Map<Landmark, Vec> at = found.getFirst().landmarks(SHAPE);
            double worst = 0;
            for (Map.Entry<Landmark, Vec> truth : person.landmarks().entrySet()) {
                Vec seen = at.get(truth.getKey());
                double off = place.apply(truth.getValue()).minus(seen).length() / place.scale();
                worst = Math.max(worst, off);
                if (truth.getKey() == Landmark.PRONASALE) {
                    assertThat(off).as("nose of person %d of seed 8, mm", i).isLessThan(8);
                }
            }
            if (worst > 8) {
                slid.add("person " + i + ": " + worst + " mm");
            }
        }
        assertThat(slid).as("people of seed 8").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void theResultIsTheSameToTheBitOnAnyNumberOfThreads() throws InterruptedException, ExecutionException {
        Mesh mesh = Similarity.turned(new Random(9)).apply(SHELL);
        List<FittedFace> once = FINDER.find(mesh, false);
        for (int threads : new int[] {1, 2, 4}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                List<FittedFace> again =
                        pool.submit(() -> FINDER.find(mesh, false)).get();
                assertThat(again).as("%d threads", threads).hasSameSizeAs(once);
                for (int i = 0; i < once.size(); i++) {
                    assertSame(again.get(i), once.get(i), threads + " threads, face " + i);
                }
            }
        }
    }

    @Test
    void theHollowSideIsFoundOnlyWhenItIsAskedFor() {
        Similarity place = Similarity.turned(new Random(10));
        Mesh mould = place.apply(MEAN.mould(-70, 20));
        List<FittedFace> hollow = FINDER.find(mould, true);
        // Measured: at most 1.7 mm.
        assertFound(hollow, MEAN, place, 4, "seed 10");
        assertThat(hollow).allMatch(FittedFace::concave);
        // Measured: 0.31 raised, 0.96 hollow.
        assertThat(FINDER.find(mould, false)).noneMatch(face -> face.agreement() > 0.6 || face.concave());
    }

    @Test
    void aSolidFaceHasNoHollowSide() {
        Mesh solid = Similarity.turned(new Random(11)).apply(MEAN.solid(-120));
        assertThat(FINDER.find(solid, true)).noneMatch(face -> face.agreement() > 0.7);
        assertThat(FINDER.find(solid, false).getFirst().agreement()).isGreaterThan(0.95);
    }

    @Test
    void facesComeBestFirstAndAreNotMoreThanAskedFor() {
        Mesh mesh = Shapes.together(SHELL, Shapes.moved(SHELL, p -> p.plus(new Vec(200, 0, 0))));
        FaceFinder.Effort two = new FaceFinder.Effort(4, 1500, 250, 16, 2, 24);
        List<FittedFace> found = new FaceFinder(SHAPE, two).find(mesh, false);
        assertThat(found).hasSize(2).isSortedAccordingTo(Comparator.comparingDouble(f -> -f.agreement()));
        double apart = found.get(0).pronasale().minus(found.get(1).pronasale()).length();
        assertThat(apart).as("the two faces, not one of them twice").isCloseTo(200, within(3.0));
    }

    @Test
    void measurementsAreThoseOfTheShape() {
        Similarity place = Similarity.turned(new Random(12)).times(1.1);
        FittedFace face = FINDER.find(place.apply(SHELL), false).getFirst();
        Map<Measurement, Double> mm = Measuring.of(face, face.landmarks(SHAPE));
        Map<Landmark, Vec> at = MEAN.landmarks();
        assertThat(mm.get(Measurement.SELLION_MENTON))
                .isCloseTo(1.1 * between(at, Landmark.SELLION, Landmark.MENTON), within(3.0));
        assertThat(mm.get(Measurement.BIOCULAR))
                .isCloseTo(1.1 * between(at, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT), within(3.0));
        assertThat(mm.get(Measurement.MOUTH_WIDTH))
                .isCloseTo(1.1 * between(at, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT), within(3.0));
        assertThat(mm).containsOnlyKeys(Measurement.values());
        // The shell is 138 mm wide at the level of the eyes.
        assertThat(mm.get(Measurement.FACE_WIDTH)).isBetween(1.1 * 125, 1.1 * 145);
    }

    @Test
    void whereThereIsHardlyAnySurfaceThereIsNoFace() {
        assertThat(FINDER.find(Mesh.soup(new float[0]), false)).isEmpty();
        assertThat(FINDER.find(Mesh.soup(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}), false))
                .isEmpty();
    }

    @Test
    void nothingOnABlockAgreesLikeAFace() {
        Mesh block = Shapes.block(new Vec(-60, -80, -40), new Vec(60, 80, 40));
        assertThat(FINDER.find(block, false)).noneMatch(face -> face.agreement() > 0.6);
    }

    private static double between(Map<Landmark, Vec> at, Landmark a, Landmark b) {
        return at.get(a).minus(at.get(b)).length();
    }

    private static double[] weights(Random random, int modes) {
        return IntStream.range(0, modes)
                .mapToDouble(k -> Math.clamp(random.nextGaussian(), -2, 2))
                .toArray();
    }

    /// Angles of 40 by 30 by 30 mm, beside where the face lies.
    private static Mesh brackets(int count, long seed) {
        Random random = new Random(seed);
        Mesh bracket = Shapes.together(
                Shapes.block(new Vec(-20, -15, 0), new Vec(20, 15, 4)),
                Shapes.block(new Vec(-20, -15, 0), new Vec(-16, 15, 30)));
        List<Mesh> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Vec where = new Vec(160 + 60 * (i % 5), -150 + 70 * (i / 5), 0);
            all.add(Similarity.turned(random).movedTo(where).apply(bracket));
        }
        return Shapes.together(all.toArray(Mesh[]::new));
    }

    private static void assertFound(
            List<FittedFace> found, ShapedFace truth, Similarity place, double bound, String what) {
        assertThat(found).as(what).isNotEmpty();
        FittedFace face = found.getFirst();
        Map<Landmark, Vec> at = face.landmarks(SHAPE);
        truth.landmarks().forEach((landmark, p) -> {
            Landmark seen = place.mirrored() ? otherSide(landmark) : landmark;
            double off = place.apply(p).minus(at.get(seen)).length() / place.scale();
            assertThat(off).as("%s of %s, mm", seen.word(), what).isLessThan(bound);
        });
        // The window looks out of the face.
        assertThat(face.view().front().dot(place.axes().front())).as(what).isGreaterThan(0.98);
        assertThat(face.view().up().dot(place.axes().up())).as(what).isGreaterThan(0.98);
        assertThat(face.agreement()).as(what).isGreaterThan(0.9);
    }

    private static Landmark otherSide(Landmark landmark) {
        String name = landmark.name();
        return Landmark.valueOf(
                name.endsWith("_LEFT") ? name.replace("_LEFT", "_RIGHT") : name.replace("_RIGHT", "_LEFT"));
    }

    private static void assertSame(FittedFace a, FittedFace b, String what) {
        assertThat(a.pronasale()).as(what).isEqualTo(b.pronasale());
        assertThat(a.view()).as(what).isEqualTo(b.view());
        assertThat(a.scale()).as(what).isEqualTo(b.scale());
        assertThat(a.weights()).as(what).isEqualTo(b.weights());
        assertThat(a.placed()).as(what).isEqualTo(b.placed());
        assertThat(a.observed().z()).as(what).isEqualTo(b.observed().z());
        assertThat(a.agreement()).as(what).isEqualTo(b.agreement());
    }
}

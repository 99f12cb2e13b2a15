package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Box;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Similarity;
import org.maskguard.surface.Vec;

/// The shipped model on things made of the mean face: verdicts only, and generous margins where numbers are asked.
class FaceJudgeTest {

    private static final Detector DETECTOR = Detector.shipped();
    private static final ShapedFace MEAN = ShapedFace.mean(DETECTOR.shape());
    private static final Mesh SHELL = MEAN.shell(2);
    private static final Set<Ruling> NOT_PASSED = Set.of(Ruling.WARN, Ruling.REFUSE);

    static Stream<Arguments> refused() {
        Similarity turned = Similarity.turned(new Random(1));
        return Stream.of(
                Arguments.of("a thin shell", SHELL, Category.MASK),
                Arguments.of("the same turned", turned.apply(SHELL), Category.MASK),
                Arguments.of("80 % of the mean's size", turned.times(0.8).apply(SHELL), Category.MASK),
                Arguments.of("120 %", turned.times(1.2).apply(SHELL), Category.MASK),
                Arguments.of("mirrored", turned.mirrored(true).apply(SHELL), Category.MASK),
                Arguments.of("a thick shell", MEAN.shell(6), Category.MASK),
                Arguments.of("a surface without thickness", MEAN.sheet(), Category.MASK),
                Arguments.of("somebody else", person(2).shell(2), Category.MASK),
                Arguments.of("soup", Shapes.soup(turned.apply(SHELL), 0.5, 1), Category.MASK),
                Arguments.of("two, back to back", Shapes.together(SHELL, opposite(SHELL)), Category.MASK),
                Arguments.of("in a closed box", Shapes.together(SHELL, around(SHELL, 10)), Category.MASK),
                Arguments.of("among 20 brackets", turned.apply(Shapes.together(SHELL, brackets())), Category.MASK),
                Arguments.of(
                        "without eyes",
                        MEAN.without(Region.EYE_LEFT, Region.EYE_RIGHT).shell(2),
                        Category.MASK),
                Arguments.of("a mould in a block", turned.apply(MEAN.mould(-70, 20)), Category.MOULD),
                Arguments.of(
                        "a mould with a face on its back",
                        Shapes.together(MEAN.mould(-70, 20), faceOn(20)),
                        Category.MOULD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCanBeWornOrCastIsRefused(String what, Mesh mesh, Category category) {
        Findings findings = judge(mesh);
        assertThat(findings.ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(findings.category()).isEqualTo(category);
    }

    @Test
    void aFalseFrontBeforeTheFaceDoesNotHideIt() {
        Box box = Box.around(SHELL);
        Mesh plate = Shapes.block(
                new Vec(box.minX() - 10, box.minY() - 10, 3), new Vec(box.maxX() + 10, box.maxY() + 10, 4));
        // What is seen of it is its hollow side, so it may be taken for a mould.
        assertThat(judge(Shapes.together(SHELL, plate)).ruling()).isEqualTo(Ruling.REFUSE);
    }

    static Stream<Arguments> warnedOf() {
        return Stream.of(
                Arguments.of("a face on a block", MEAN.solid(-78), Set.of(Category.RELIEF)),
                Arguments.of("a deep solid", MEAN.solid(-200), Set.of(Category.HEAD)),
                Arguments.of("150 % of the mean's size", Similarity.scaled(1.5).apply(SHELL), Set.of(Category.MASK)),
                Arguments.of("without a mouth", MEAN.without(Region.MOUTH).shell(2), Set.of(Category.PARTIAL_MASK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warnedOf")
    void whatIsAFaceButNoLifeSizeMaskIsWarnedOf(String what, Mesh mesh, Set<Category> categories) {
        Findings findings = judge(mesh);
        assertThat(findings.ruling()).isEqualTo(Ruling.WARN);
        assertThat(categories).contains(findings.category());
    }

    /// Just below the band the inner wall, fitted by itself, can come out life-size.
    @ParameterizedTest(name = "scale {0}")
    @ValueSource(doubles = {0.66, 0.68, 0.69, 0.70, 0.71})
    void theInnerWallOfASmallMaskIsNoMould(double scale) {
        for (int seed = 0; seed < 3; seed++) {
            Mesh small = Similarity.turned(new Random(seed)).times(scale).apply(SHELL);
            assertThat(judge(small).category()).as("seed %d", seed).isNotEqualTo(Category.MOULD);
        }
    }

    static Stream<Arguments> passed() {
        Random random = new Random(3);
        return Stream.of(
                Arguments.of(
                        "half of the mean's size",
                        Similarity.turned(random).times(0.5).apply(SHELL)),
                Arguments.of("twice that", Similarity.turned(random).times(2).apply(SHELL)),
                Arguments.of("a shell of an ellipsoid", blank()),
                Arguments.of("a face worn smooth", MEAN.smoothed(150).shell(2)),
                Arguments.of("a closed box", around(SHELL, 0)),
                Arguments.of("20 brackets", brackets()),
                Arguments.of("a ball", Shapes.ball(new Vec(0, 0, 0), 70, 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passed")
    void everythingElsePasses(String what, Mesh mesh) {
        Findings findings = judge(mesh);
        assertThat(findings.ruling()).isEqualTo(Ruling.PASS);
        assertThat(findings.reasons()).isEmpty();
        assertThat(findings.category()).isEqualTo(Category.NONE);
    }

    @Test
    void aRefusalSaysWhatWasFoundAndWhere() {
        Similarity place = Similarity.turned(new Random(4)).movedTo(new Vec(100, 200, 300));
        Findings findings = judge(place.apply(SHELL));
        assertThat(findings.reasons())
                .extracting(Verdict.Reason::code)
                .containsExactly("human-face", "life-size", "wearable");
        assertThat(findings.bodies()).isEqualTo(1);
        assertThat(findings.score()).isBetween(0.8, 1.0);
        Face face = findings.faces().getFirst();
        assertThat(face.landmarks()).containsOnlyKeys(Landmark.values());
        assertThat(face.measurements()).containsOnlyKeys(Measurement.values());
        Vec nose = place.apply(new Vec(0, 0, 0));
        assertThat(face.landmarks().get(Landmark.PRONASALE).minus(nose).length())
                .isLessThan(4);
        assertThat(face.front().dot(place.axes().front())).isGreaterThan(0.98);
        assertThat(face.up().dot(place.axes().up())).isGreaterThan(0.98);
        assertThat(face.concave()).isFalse();
        Face.Measured length = face.measurements().get(Measurement.SELLION_MENTON);
        assertThat(length.mm()).isCloseTo(118, within(4.0));
        assertThat(length.z()).isCloseTo((length.mm() - length.norm()) / length.sd(), within(1e-9));
        assertThat(face.wear().wallMm()).isBetween(1.8, 3.5);
        assertThat(face.wear().wearable()).isTrue();
    }

    @Test
    void theSameSurfaceGetsTheSameFindingsAgain() {
        Mesh mesh = Similarity.turned(new Random(5)).apply(SHELL);
        assertThat(judge(mesh)).usingRecursiveComparison().isEqualTo(judge(mesh));
    }

    @Test
    void bothFacesOfTwoAreNamed() {
        Findings findings = judge(Shapes.together(SHELL, opposite(SHELL)));
        assertThat(findings.faces()).hasSize(2);
        assertThat(findings.faces().get(0).front().dot(findings.faces().get(1).front()))
                .isLessThan(-0.98);
        assertThat(findings.bodies()).isEqualTo(2);
    }

    @Test
    void categoriesAreRuledAsThePolicySays() {
        assertThat(judge(SHELL, Policy.DEFAULT.with(Map.of(Category.MASK, Ruling.WARN)))
                        .ruling())
                .isEqualTo(Ruling.WARN);
        Findings passed = judge(SHELL, Policy.DEFAULT.with(Map.of(Category.MASK, Ruling.PASS)));
        assertThat(passed.ruling()).isEqualTo(Ruling.PASS);
        assertThat(passed.category()).as("it is named all the same").isEqualTo(Category.MASK);
        assertThat(judge(MEAN.solid(-200), Policy.DEFAULT.with(Map.of(Category.HEAD, Ruling.REFUSE)))
                        .ruling())
                .isEqualTo(Ruling.REFUSE);
    }

    @Test
    void scoresAreRuledAsThePolicySays() {
        assertThat(judge(SHELL, scores(1, 0.5)).ruling()).isEqualTo(Ruling.WARN);
        assertThat(judge(SHELL, scores(1, 1)).ruling()).isEqualTo(Ruling.PASS);
        assertThat(judge(SHELL, scores(0, 0)).ruling()).isEqualTo(Ruling.REFUSE);
    }

    /// By a policy that refuses from 0.9 on and warns from 0.5 on, at 85 to 150 mm of length.
    @ParameterizedTest
    @CsvSource({
        "MASK, 0.95, 120, REFUSE",
        "MASK, 0.90, 120, REFUSE",
        "MASK, 0.89, 120, WARN",
        "MASK, 0.50, 120, WARN",
        "MASK, 0.49, 120, PASS",
        "MASK, 0.99, 170, WARN",
        "MASK, 0.99, 84, REFUSE",
        "MOULD, 0.95, 120, REFUSE",
        "MOULD, 0.95, 170, WARN",
        "HEAD, 0.99, 120, WARN",
        "RELIEF, 0.6, 120, WARN",
        "PARTIAL_MASK, 0.99, 120, WARN",
        "STYLISED, 0.99, 120, WARN",
        "NONE, 0.99, 120, PASS"
    })
    void aFaceIsRuledByItsCategoryScoreAndLength(Category category, double score, double length, Ruling expected) {
        assertThat(FaceJudge.ruling(scores(0.9, 0.5), 0.7, category, score, length))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.85, 1, 1",
        "1, 0.85, 1",
        "1, 1, 0.85",
        "0.78, 1, 1",
        "1, 0.78, 1",
        "1, 1, 0.7",
        "0.7, 1, 1",
        "1, 0.7, 1"
    })
    void aSqueezedMaskDoesNotPass(double x, double y, double z) {
        Mesh squeezed = Shapes.moved(SHELL, p -> new Vec(x * p.x(), y * p.y(), z * p.z()));
        Ruling ruling = judge(Similarity.turned(new Random(8)).apply(squeezed)).ruling();
        assertThat(ruling).isIn(Math.min(x, Math.min(y, z)) < 0.85 ? NOT_PASSED : Set.of(Ruling.REFUSE));
    }

    @Test
    void aSolidHeadWithTwoFacesIsWarnedOf() {
        Mesh half = MEAN.solid(-100);
        Mesh janus = Shapes.together(half, Shapes.moved(half, p -> new Vec(-p.x(), p.y(), -199 - p.z())));
        assertThat(judge(janus).ruling()).isEqualTo(Ruling.WARN);
    }

    @Test
    void aBoxedInMaskIsFoundAmongAnyNumberOfDenserBodies() {
        List<Mesh> plate = new ArrayList<>(List.of(SHELL, around(SHELL, 10)));
        // A solid face of 60 % passes: it is no life-size one.
        Mesh dense = Similarity.turned(new Random(3)).times(0.6).apply(MEAN.solid(-120));
        for (int i = 1; i <= 14; i++) {
            double away = 250.0 * i;
            plate.add(Shapes.moved(dense, p -> p.plus(new Vec(away, 0, 0))));
        }
        assertThat(judge(Shapes.together(plate.toArray(Mesh[]::new))).ruling()).isEqualTo(Ruling.REFUSE);
    }

    @Test
    void whereTimeIsUpBeforeAllBodiesWereLookedAtThereIsNoVerdict() throws TooSlow {
        FaceJudge judge = new FaceJudge(DETECTOR, Policy.DEFAULT);
        Mesh boxes = Shapes.together(
                Shapes.block(new Vec(0, 0, 0), new Vec(90, 80, 70)),
                Shapes.block(new Vec(100, 0, 0), new Vec(190, 80, 70)));
        assertThatThrownBy(() -> judge.judge(boxes, Duration.ZERO)).isInstanceOf(TooSlow.class);
        assertThat(judge.judge(Shapes.together(SHELL, boxes), Duration.ZERO).ruling())
                .as("a refusal needs no more time")
                .isEqualTo(Ruling.REFUSE);
    }

    @Test
    void aSurveyForLearningShowsAllPlacesWhateverTheyScore() {
        FaceJudge judge = new FaceJudge(DETECTOR, Policy.DEFAULT);
        List<FaceJudge.Place> places = judge.survey(blank(), f -> f[0], 2, true);
        assertThat(places).isNotEmpty().allMatch(p -> p.face().category() == Category.NONE);
        assertThat(places)
                .anyMatch(p -> p.face().concave())
                .anyMatch(p -> !p.face().concave());
        assertThat(places).allMatch(p -> p.features().length == FaceFeatures.NAMES.length);
        assertThat(places).allMatch(p -> p.face().score() == p.features()[0]);
    }

    private static Findings judge(Mesh mesh) {
        return judge(mesh, Policy.DEFAULT);
    }

    private static Findings judge(Mesh mesh, Policy policy) {
        try {
            return new FaceJudge(DETECTOR, policy).judge(mesh, Duration.ofMinutes(10));
        } catch (TooSlow e) {
            throw new AssertionError(e);
        }
    }

    private static Policy scores(double refuse, double warn) {
        Policy p = Policy.DEFAULT;
        return new Policy(p.warn(), OptionalDouble.of(refuse), warn, p.categories(), p.unreadable(), p.makerOverride());
    }

    private static ShapedFace person(long seed) {
        Random random = new Random(seed);
        double[] weights = new double[15];
        Arrays.setAll(weights, k -> Math.clamp(random.nextGaussian(), -2, 2));
        return ShapedFace.of(DETECTOR.shape(), weights);
    }

    private static Mesh blank() {
        return MEAN.reshaped((x, y) -> 98 * Math.sqrt(Math.max(0, 1 - x * x / 5600 - (y - 8) * (y - 8) / 12_500)) - 98)
                .shell(2);
    }

    /// The thing turned about and put behind itself, 5 mm apart.
    private static Mesh opposite(Mesh mesh) {
        double back = Box.around(mesh).minZ() - 2.5;
        return Shapes.moved(mesh, p -> new Vec(-p.x(), p.y(), 2 * back - p.z()));
    }

    private static Mesh around(Mesh mesh, double gap) {
        Box b = Box.around(mesh);
        return Shapes.block(
                new Vec(b.minX() - gap, b.minY() - gap, b.minZ() - gap),
                new Vec(b.maxX() + gap, b.maxY() + gap, b.maxZ() + gap));
    }

    /// A solid face that stands on a plane at this height.
    private static Mesh faceOn(double height) {
        return Shapes.moved(MEAN.solid(-78), p -> p.plus(new Vec(0, 0, height + 75)));
    }

    private static Mesh brackets() {
        Random random = new Random(6);
        Mesh bracket = Shapes.together(
                Shapes.block(new Vec(-20, -15, 0), new Vec(20, 15, 4)),
                Shapes.block(new Vec(-20, -15, 0), new Vec(-16, 15, 30)));
        List<Mesh> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Vec where = new Vec(130 + 60 * (i % 5), -120 + 70 * (i / 5), 0);
            all.add(Similarity.turned(random).movedTo(where).apply(bracket));
        }
        return Shapes.together(all.toArray(Mesh[]::new));
    }
}

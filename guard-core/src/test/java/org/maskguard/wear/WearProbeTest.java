package org.maskguard.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

class WearProbeTest {

    private static final int N = 60;
    private static final Mesh MASK = FaceShapes.mask(N, 2);

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 2, 6, 12})
    void aShellIsWornWhateverItsWall(double wall) {
        Wear wear = measure(FaceShapes.mask(N, wall));
        assertThat(wear.wearable()).isTrue();
        assertThat(wear.sheet()).isFalse();
        assertThat(wear.wallMm()).isBetween(wall, 1.4 * wall);
        assertThat(wear.roomMm()).isBetween(36.0, 48.0);
        assertThat(wear.openBack()).isGreaterThan(0.95);
    }

    @Test
    void aShellTooThickToWearIsNot() {
        assertThat(measure(FaceShapes.mask(N, 25)).wallShare()).isLessThan(0.6);
        assertThat(measure(FaceShapes.mask(N, 25)).wearable()).isFalse();
    }

    @Test
    void aSurfaceWithoutThicknessIsWornWhereItIsOpenToTheBack() {
        Wear wear = measure(FaceShapes.sheet(N));
        assertThat(wear.sheet()).isTrue();
        assertThat(wear.wallMm()).isZero();
        assertThat(wear.wearable()).isTrue();
    }

    static Stream<Arguments> notWorn() {
        return Stream.of(
                Arguments.of("a solid head", FaceShapes.skin(80, 1)),
                Arguments.of("the skin of a head, open at the neck", FaceShapes.skin(80, 0.85)),
                Arguments.of("a hollow head, closed, 1.2 mm", FaceShapes.hollowHead(80, 1, 1.2)),
                Arguments.of("a hollow head, closed, 4 mm", FaceShapes.hollowHead(80, 1, 4)),
                Arguments.of("a hollow head with a narrow neck", FaceShapes.hollowHead(80, 0.92, 3)),
                Arguments.of("a relief of 20 mm on a plate", FaceShapes.relief(N, 20, -24)),
                Arguments.of("a relief of 30 mm on a plate", FaceShapes.relief(N, 30, -34)),
                Arguments.of("a relief of 60 mm on a plate", FaceShapes.relief(N, 60, -64)),
                Arguments.of("a mask filled by a block", with(block(-100, -30))),
                Arguments.of("a mask before a block of one piece with it", with(block(-100, -80))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notWorn")
    void whereNoHeadFitsBehindItIsNotWorn(String name, Mesh mesh) {
        assertThat(measure(mesh).wearable()).isFalse();
    }

    static Stream<Arguments> worn() {
        return Stream.of(
                Arguments.of("a thin plate behind", with(block(-102, -100))),
                Arguments.of("a strap behind", with(Shapes.block(new Vec(-70, 10, -105), new Vec(70, 30, -100)))),
                Arguments.of("a false front 3 mm before", with(block(3, 4))),
                Arguments.of("a copy 4 mm before", with(moved(FaceShapes.mask(N, 1), p -> p.plus(new Vec(0, 0, 4))))),
                Arguments.of("a beam across", with(Shapes.block(new Vec(-70, -10, 2), new Vec(70, 10, 7)))),
                Arguments.of("inside out", Shapes.insideOut(MASK)),
                Arguments.of("soup", Shapes.soup(MASK, 0, 1)),
                Arguments.of("random winding", Shapes.soup(MASK, 0.5, 1)),
                Arguments.of("doubled", Shapes.together(MASK, MASK)),
                Arguments.of("doubled, the second inside out", Shapes.together(MASK, Shapes.insideOut(MASK))),
                Arguments.of(
                        "a sheet of both sides",
                        Shapes.together(FaceShapes.sheet(N), Shapes.insideOut(FaceShapes.sheet(N)))),
                Arguments.of("a sheet of random winding", Shapes.soup(FaceShapes.sheet(N), 0.5, 1)),
                Arguments.of("2,000 triangles", FaceShapes.mask(22, 2)),
                Arguments.of("a million triangles", FaceShapes.mask(500, 0.8)),
                Arguments.of("a million triangles of random winding", Shapes.soup(FaceShapes.mask(500, 2), 0.5, 1)),
                Arguments.of("noise", noisy(MASK, 0.3)),
                Arguments.of("a pull-over head", FaceShapes.hollowHead(80, 0.8, 2)),
                Arguments.of("a thick pull-over head", FaceShapes.hollowHead(80, 0.8, 6)),
                Arguments.of(
                        "a pull-over head of random winding", Shapes.soup(FaceShapes.hollowHead(60, 0.8, 3), 0.5, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worn")
    void whereAHeadFitsBehindItIsWorn(String name, Mesh mesh) {
        Wear wear = measure(mesh);
        assertThat(wear.wearable()).isTrue();
        assertThat(wear.roomMm()).isGreaterThan(34);
    }

    @Test
    void aSolidHeadOfRandomWindingStaysSolid() {
        assertThat(measure(Shapes.soup(FaceShapes.skin(350, 1), 0.5, 1)).wearable())
                .isFalse();
    }

    @Test
    void aPullOverHeadIsOpenBelowAndClosedBehind() {
        Wear wear = measure(FaceShapes.hollowHead(80, 0.8, 2));
        assertThat(wear.openBelow()).isTrue();
        assertThat(wear.openBack()).isLessThan(0.1);
    }

    @Test
    void aPullOverHeadUpsideDownIsOpenAbove() {
        Mesh head = FaceShapes.hollowHead(80, 0.8, 2);
        Mesh turned = Shapes.insideOut(moved(head, p -> new Vec(p.x(), 40 - p.y(), p.z())));
        double[][] outline = FaceShapes.outline();
        Wear wear = WearProbe.measure(
                turned, FaceShapes.FRAME, outline[0], outline[1], 44, (x, y) -> FaceShapes.depth(x, 40 - y));
        assertThat(wear.openBelow()).isTrue();
    }

    @Test
    void aNeckThatLeansIsNoHindrance() {
        Mesh head = moved(
                FaceShapes.hollowHead(80, 0.8, 2),
                p -> new Vec(p.x(), p.y() < 0 ? 2 * p.y() : p.y(), p.z() + 1.2 * Math.min(0, p.y())));
        assertThat(measure(head).openBelow()).isTrue();
    }

    @Test
    void aClosedBustWithAFloorOfThinPlateIsOpenBelow() {
        Mesh head = Shapes.together(
                FaceShapes.hollowHead(80, 0.8, 3), Shapes.block(new Vec(-80, -50, -220), new Vec(80, -48, 0)));
        assertThat(measure(head).openBelow()).isTrue();
        Mesh floored = Shapes.together(
                FaceShapes.hollowHead(80, 0.8, 3), Shapes.block(new Vec(-80, -55, -220), new Vec(80, -48, 0)));
        assertThat(measure(floored).openBelow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itsPlaceAndPositionDoNotMatter(long seed) {
        Random random = new Random(seed);
        Vec left = new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
        Vec up = left.cross(new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
                .unit();
        Vec to = new Vec(random.nextDouble(-1e3, 1e3), random.nextDouble(-1e3, 1e3), random.nextDouble(-1e3, 1e3));
        FaceFrame frame = new FaceFrame(to, left, up, left.cross(up));
        Wear there = measure(moved(MASK, p -> frame.toFile(p.x(), p.y(), p.z())), frame);
        assertSame(there, measure(MASK), 1);
    }

    @Test
    void itsMirrorImageIsTheSame() {
        assertSame(measure(moved(MASK, p -> new Vec(-p.x(), p.y(), p.z()))), measure(MASK), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.85, 1.2})
    void lengthsGrowWithTheFace(double scale) {
        double[][] outline = FaceShapes.outline();
        for (double[] side : outline) {
            for (int i = 0; i < side.length; i++) {
                side[i] *= scale;
            }
        }
        Wear wear = WearProbe.measure(
                moved(MASK, p -> p.times(scale)),
                FaceShapes.FRAME,
                outline[0],
                outline[1],
                44 * scale,
                (x, y) -> scale * FaceShapes.depth(x / scale, y / scale));
        Wear one = measure(MASK);
        assertThat(wear.wallMm()).isCloseTo(scale * one.wallMm(), within(0.1));
        assertThat(wear.roomMm()).isCloseTo(scale * one.roomMm(), within(0.1 * one.roomMm()));
    }

    @Test
    void withNothingKnownOfTheFitTheFirstSurfaceCounts() {
        double[][] outline = FaceShapes.outline();
        Wear wear = WearProbe.measure(MASK, FaceShapes.FRAME, outline[0], outline[1], 44);
        assertSame(wear, measure(MASK), 1);
    }

    @Test
    void whatIsNotThereIsNotWorn() {
        assertThat(measure(Mesh.soup(new float[0])).wearable()).isFalse();
        assertThat(measure(Shapes.cube(0, 0, 0, 5)).wearable()).isFalse();
    }

    @Test
    void separateBodiesBehindAndRoundAFaceAreNotPartOfIt() {
        Mesh box = Shapes.block(new Vec(-90, -100, -120), new Vec(90, 120, 20));
        Mesh mesh = Shapes.together(box, MASK, block(-100, -80));
        Bodies bodies = Bodies.of(mesh);
        double[][] outline = FaceShapes.outline();
        BitSet own = FaceBodies.of(bodies, mesh, FaceShapes.FRAME, outline[0], outline[1], FaceShapes::depth);
        assertThat(own).isEqualTo(BitSet.valueOf(new long[] {2}));
        assertThat(measure(bodies.mesh(own)).wearable()).isTrue();
    }

    @Test
    void aMouldIsAsDeepAsItsFace() {
        Mesh block = Shapes.insideOut(FaceShapes.relief(N, 70, 30));
        double[][] outline = FaceShapes.outline();
        double depth = WearProbe.mouldDepth(block, FaceShapes.FRAME, outline[0], outline[1], FaceShapes::depth);
        assertThat(depth).isBetween(50.0, 75.0);
        double ofHead = WearProbe.mouldDepth(
                FaceShapes.skin(80, 1), FaceShapes.FRAME, outline[0], outline[1], FaceShapes::depth);
        assertThat(ofHead).isZero();
    }

    private static Wear measure(Mesh mesh) {
        return measure(mesh, FaceShapes.FRAME);
    }

    private static Wear measure(Mesh mesh, FaceFrame frame) {
        double[][] outline = FaceShapes.outline();
        return WearProbe.measure(mesh, frame, outline[0], outline[1], FaceShapes.SELLION, FaceShapes::depth);
    }

    private static void assertSame(Wear a, Wear b, double tolerance) {
        assertThat(a.wearable()).isEqualTo(b.wearable());
        assertThat(a.wallMm()).isCloseTo(b.wallMm(), within(0.1 * tolerance));
        assertThat(a.wallShare()).isCloseTo(b.wallShare(), within(0.02 * tolerance));
        assertThat(a.roomMm()).isCloseTo(b.roomMm(), within(tolerance));
        assertThat(a.openBack()).isCloseTo(b.openBack(), within(0.05 * tolerance));
    }

    private static Mesh with(Mesh other) {
        return Shapes.together(MASK, other);
    }

    private static Mesh block(double from, double to) {
        return Shapes.block(new Vec(-70, -80, from), new Vec(70, 100, to));
    }

    private static Mesh moved(Mesh mesh, UnaryOperator<Vec> move) {
        return Shapes.moved(mesh, move);
    }

    private static Mesh noisy(Mesh mesh, double sigma) {
        Random random = new Random(9);
        return Shapes.moved(mesh, p -> p.plus(new Vec(0, 0, sigma * random.nextGaussian())));
    }
}

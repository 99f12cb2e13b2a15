package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.io.Mesh;

class SamplesTest {

    private static final double SPACING = 2;
    private static final int ENOUGH = 1_000_000;
    private static final double RADIUS = 30;

    /// Triangles of some 3 mm.
    private static final Mesh BALL = Shapes.ball(new Vec(3, -7, 11), RADIUS, 4);

    static Stream<Arguments> theSameSurface() {
        return Stream.of(
                Arguments.of("in triangles a quarter as large", Shapes.subdivided(BALL, 1)),
                Arguments.of("in triangles of 1/64", Shapes.subdivided(BALL, 3)),
                Arguments.of("as shuffled soup", Shapes.soup(BALL, 0, 1)),
                Arguments.of("as soup of random winding", Shapes.soup(BALL, 0.5, 2)),
                Arguments.of("inside out", Shapes.insideOut(BALL)),
                Arguments.of("doubled", Shapes.together(BALL, BALL)),
                Arguments.of("doubled, one inside out", Shapes.together(BALL, Shapes.insideOut(BALL))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theSameSurface")
    void aSurfaceGivesTheSamePointsWhateverItsTriangles(String how, Mesh mesh) {
        Samples one = Samples.of(BALL, SPACING, ENOUGH);
        Samples other = Samples.of(mesh, SPACING, ENOUGH);
        // Measured: from 0.6 % fewer (inside out) to 18.7 % more (the finest triangles), apart by 1.1 spacings at most.
        assertThat(other.count() / (double) one.count()).isBetween(0.95, 1.25);
        assertThat(farthest(one, other)).isLessThan(1.4 * SPACING);
        assertThat(farthest(other, one)).isLessThan(1.4 * SPACING);
    }

    @Test
    void pointsLieOnTheSurface() {
        Samples samples = Samples.of(Shapes.block(new Vec(-20, -30, -40), new Vec(20, 30, 40)), SPACING, ENOUGH);
        assertThat(samples.count()).isPositive();
        for (int i = 0; i < samples.count(); i++) {
            Vec p = point(samples, i);
            double out = Math.max(Math.abs(p.x()) - 20, Math.max(Math.abs(p.y()) - 30, Math.abs(p.z()) - 40));
            assertThat(out).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void noPlaceOfTheSurfaceIsFarFromAPoint() {
        Samples samples = Samples.of(BALL, SPACING, ENOUGH);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Vec direction = new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
            Vec place = direction.times(RADIUS).plus(new Vec(3, -7, 11));
            assertThat(nearest(samples, place)).as("place %d of seed 5", i).isLessThan(SPACING);
        }
    }

    @Test
    void aLargeSurfaceGetsWiderSpacingAndSomeCapOfPoints() {
        for (int cap : new int[] {200, 3_000, 40_000}) {
            Samples samples = Samples.of(BALL, 0.1, cap);
            // A voxel grid cuts a slanted surface into more cells than its area has squares: measured 1.13 to 1.36.
            assertThat(samples.count()).as("cap %d", cap).isBetween(cap, cap + cap / 2);
            assertThat(samples.spacing())
                    .isCloseTo(Math.sqrt(4 * Math.PI * RADIUS * RADIUS / cap), within(0.01 * samples.spacing()));
        }
    }

    @Test
    void aSmallSurfaceKeepsTheSpacingAskedFor() {
        assertThat(Samples.of(BALL, SPACING, ENOUGH).spacing()).isEqualTo(SPACING);
    }

    @Test
    void nearAPlaceThereAreAllPointsOfTheBallAndNoOthers() {
        Samples all = Samples.of(BALL, 1, ENOUGH);
        Vec centre = new Vec(3, -7, 11 + RADIUS);
        Samples part = all.near(centre, 20);
        assertThat(part.spacing()).isEqualTo(1);
        int inside = 0;
        for (int i = 0; i < all.count(); i++) {
            if (point(all, i).minus(centre).length() <= 20) {
                assertThat(point(part, inside)).isEqualTo(point(all, i));
                inside++;
            }
        }
        assertThat(inside).isGreaterThan(1000);
        assertThat(part.count()).isEqualTo(inside);
        assertThat(all.near(centre, 1000).count()).isEqualTo(all.count());
        assertThat(all.near(centre.times(100), 20).count()).isZero();
    }

    @Test
    void needlesCostNoMoreThanTheirLength() {
        Mesh rod = rod(1_000, 10, 400);
        for (int first = 0; first < 3; first++) {
            Mesh turned = cornersRotated(rod, first);
            long begun = System.nanoTime();
            Samples samples = Samples.of(turned, 1.2, ENOUGH);
            // Measured: 0.01 to 0.07 s; 2.0 s when the sharp corner of each was sampled along both of its sides.
            assertThat((System.nanoTime() - begun) / 1e9)
                    .as("corner %d first", first)
                    .isLessThan(1);
            assertThat(samples.count()).isBetween(40_000, 90_000);
        }
    }

    @Test
    void aMeshWithoutTrianglesHasNoPoints() {
        assertThat(Samples.of(Mesh.soup(new float[0]), 1, 100).count()).isZero();
    }

    @Test
    void aTriangleWithoutAreaIsStillAPlace() {
        Samples samples = Samples.of(Mesh.soup(new float[] {5, 5, 5, 5, 5, 5, 5, 5, 5}), 1, 100);
        assertThat(samples.count()).isEqualTo(1);
        assertThat(point(samples, 0)).isEqualTo(new Vec(5, 5, 5));
    }

    /// A cylinder without ends along x, of two needles a side.
    private static Mesh rod(double length, double radius, int sides) {
        float[] xyz = new float[6 * sides];
        int[] corners = new int[6 * sides];
        for (int i = 0; i < sides; i++) {
            double turn = 2 * Math.PI * i / sides;
            int at = 6 * i;
            xyz[at + 3] = (float) length;
            xyz[at + 1] = xyz[at + 4] = (float) (radius * Math.cos(turn));
            xyz[at + 2] = xyz[at + 5] = (float) (radius * Math.sin(turn));
            int next = (i + 1) % sides;
            int[] two = {2 * i, 2 * i + 1, 2 * next + 1, 2 * next, 2 * i, 2 * next + 1};
            System.arraycopy(two, 0, corners, at, 6);
        }
        return new Mesh(xyz, corners);
    }

    private static Mesh cornersRotated(Mesh mesh, int by) {
        int[] corners = new int[mesh.corners().length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = mesh.corners()[i - i % 3 + (i + by) % 3];
        }
        return new Mesh(mesh.xyz(), corners);
    }

    /// The largest distance of a point of one to the nearest of the other.
    private static double farthest(Samples one, Samples other) {
        double most = 0;
        for (int i = 0; i < one.count(); i++) {
            most = Math.max(most, nearest(other, point(one, i)));
        }
        return most;
    }

    private static double nearest(Samples samples, Vec p) {
        double least = Double.MAX_VALUE;
        float[] v = samples.xyz();
        for (int i = 0; i < 3 * samples.count(); i += 3) {
            double dx = v[i] - p.x();
            double dy = v[i + 1] - p.y();
            double dz = v[i + 2] - p.z();
            least = Math.min(least, dx * dx + dy * dy + dz * dz);
        }
        return Math.sqrt(least);
    }

    private static Vec point(Samples samples, int i) {
        return new Vec(samples.xyz()[3 * i], samples.xyz()[3 * i + 1], samples.xyz()[3 * i + 2]);
    }
}

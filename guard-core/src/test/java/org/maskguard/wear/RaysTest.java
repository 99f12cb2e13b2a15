package org.maskguard.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

class RaysTest {

    static Stream<Arguments> meshes() {
        return Stream.of(
                Arguments.of("thin shell", FaceShapes.mask(40, 0.8)),
                Arguments.of("flat back and front", FaceShapes.relief(40, 20, -24)),
                Arguments.of(
                        "square blocks",
                        Shapes.together(
                                Shapes.block(new Vec(-70, -80, -100), new Vec(70, 100, -80)),
                                Shapes.block(new Vec(-70, -80, -30), new Vec(70, 100, -28)))),
                Arguments.of("soup", Shapes.soup(FaceShapes.skin(40, 0.9), 0.5, 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meshes")
    void everyCrossingIsFoundThatComparingAllTrianglesFinds(String name, Mesh mesh) {
        Rays rays = new Rays(mesh);
        Random random = new Random(11);
        int wrong = 0;
        for (int i = 0; i < 1000; i++) {
            Vec from = new Vec(random.nextDouble(-60, 60), random.nextDouble(-60, 80), 40);
            Vec along = new Vec(random.nextDouble(-1e-3, 1e-3), 2e-4, -1).unit();
            wrong += agree(rays, mesh, from, along) ? 0 : 1;
        }
        assertThat(wrong).isLessThanOrEqualTo(2);
    }

    @Test
    void crossingsComeInOrderAndTellTheSide() {
        Rays rays = new Rays(Shapes.cube(0, 0, 0, 10));
        assertThat(rays.cast(1, 2, 30, 0, 0, -1)).isEqualTo(2);
        assertThat(rays.at(0)).isCloseTo(20, within(1e-3));
        assertThat(rays.at(1)).isCloseTo(40, within(1e-3));
        assertThat(rays.against(0)).isTrue();
        assertThat(rays.against(1)).isFalse();
    }

    @Test
    void nothingIsBehindTheOrigin() {
        Rays rays = new Rays(Shapes.cube(0, 0, 0, 10));
        assertThat(rays.cast(1, 2, 0, 0, 0, -1)).isEqualTo(1);
        assertThat(rays.cast(1, 2, -30, 0, 0, -1)).isZero();
    }

    @Test
    void anEmptyMeshIsNeverMet() {
        assertThat(new Rays(Mesh.soup(new float[0])).cast(0, 0, 0, 0, 0, 1)).isZero();
    }

    private static boolean agree(Rays rays, Mesh mesh, Vec from, Vec along) {
        double[] all = crossings(mesh, from, along);
        if (rays.cast(from.x(), from.y(), from.z(), along.x(), along.y(), along.z()) != all.length) {
            return false;
        }
        for (int i = 0; i < all.length; i++) {
            if (Math.abs(all[i] - rays.at(i)) > 0.01) {
                return false;
            }
        }
        return true;
    }

    /// Every triangle in turn, in double precision: where the line pierces its plane, and on which side of each
    /// edge.
    private static double[] crossings(Mesh mesh, Vec from, Vec along) {
        return java.util.stream.IntStream.range(0, mesh.triangles())
                .mapToDouble(t ->
                        crossing(corner(mesh, 3 * t), corner(mesh, 3 * t + 1), corner(mesh, 3 * t + 2), from, along))
                .filter(d -> d >= 0)
                .sorted()
                .toArray();
    }

    private static double crossing(Vec a, Vec b, Vec c, Vec from, Vec along) {
        Vec normal = b.minus(a).cross(c.minus(a));
        double d = a.minus(from).dot(normal) / along.dot(normal);
        Vec p = from.plus(along.times(d));
        double ab = b.minus(a).cross(p.minus(a)).dot(normal);
        double bc = c.minus(b).cross(p.minus(b)).dot(normal);
        double ca = a.minus(c).cross(p.minus(c)).dot(normal);
        return ab >= 0 && bc >= 0 && ca >= 0 ? d : -1;
    }

    private static Vec corner(Mesh mesh, int i) {
        int v = 3 * mesh.corners()[i];
        return new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]);
    }
}

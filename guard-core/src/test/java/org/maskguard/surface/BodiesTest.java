package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;

class BodiesTest {

    @Test
    void cubesApartAreBodiesOfTheirOwnInTheOrderOfTheFile() {
        Bodies bodies = Bodies.of(Shapes.together(Shapes.cube(0, 0, 0, 1), Shapes.cube(10, 0, 0, 2)));
        assertThat(bodies.count()).isEqualTo(2);
        assertThat(bodies.triangles(0)).isEqualTo(12);
        assertThat(bodies.bodyOfTriangle(11)).isZero();
        assertThat(bodies.bodyOfTriangle(12)).isEqualTo(1);
        assertThat(bodies.box(1)).isEqualTo(new Box(8, -2, -2, 12, 2, 2));
    }

    @Test
    void shuffledSoupHasTheSameBodies() {
        Mesh mesh = Shapes.together(Shapes.cube(0, 0, 0, 1), Shapes.cube(3, 0, 0, 1), Shapes.cube(0, 9, 0, 3));
        Bodies bodies = Bodies.of(Shapes.soup(mesh, 0.5, 7));
        assertThat(bodies.count()).isEqualTo(3);
        List<Box> boxes = List.of(bodies.box(0), bodies.box(1), bodies.box(2));
        assertThat(boxes).contains(new Box(-1, -1, -1, 1, 1, 1), new Box(-3, 6, -3, 3, 12, 3));
    }

    @Test
    void negativeZeroIsZero() {
        Mesh mesh = Mesh.soup(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, -0f, -0f, 0, -1, 0, 0, 0, -1, 0});
        assertThat(Bodies.of(mesh).count()).isEqualTo(1);
    }

    @Test
    void verticesThatDifferByOneBitAreNotWelded() {
        float next = Math.nextUp(1f);
        Mesh mesh = Mesh.soup(new float[] {1, 0, 0, 2, 0, 0, 2, 1, 0, next, 0, 0, 0, 0, 0, 0, 1, 0});
        assertThat(Bodies.of(mesh).count()).isEqualTo(2);
    }

    @Test
    void aBodyComesOutWeldedWithItsTrianglesInOrder() {
        Mesh cube = Shapes.cube(5, 5, 5, 1);
        Bodies bodies = Bodies.of(Shapes.unshared(Shapes.together(Shapes.cube(0, 0, 0, 1), cube)));
        Mesh body = bodies.mesh(1);
        assertThat(body.vertices()).isEqualTo(8);
        assertThat(Shapes.unshared(body).xyz())
                .containsExactly(Shapes.unshared(cube).xyz());
    }

    @Test
    void someBodiesTogetherKeepTheOrderOfTheFile() {
        Mesh mesh = Shapes.together(Shapes.cube(0, 0, 0, 1), Shapes.cube(5, 0, 0, 1), Shapes.cube(9, 0, 0, 1));
        BitSet ends = new BitSet();
        ends.set(0);
        ends.set(2);
        Mesh both = Bodies.of(mesh).mesh(ends);
        assertThat(both.triangles()).isEqualTo(24);
        assertThat(Bodies.of(both).box(1)).isEqualTo(new Box(8, -1, -1, 10, 1, 1));
    }

    @Test
    void weldingDropsWhatNoTriangleUses() {
        Mesh mesh = new Mesh(new float[] {9, 9, 9, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0}, new int[] {4, 2, 3, 1, 3, 2});
        Mesh welded = Welding.weld(mesh);
        assertThat(welded.vertices()).isEqualTo(3);
        assertThat(Shapes.unshared(welded).xyz())
                .containsExactly(Shapes.unshared(mesh).xyz());
    }

    @Test
    void anEmptyMeshHasNoBodies() {
        Bodies bodies = Bodies.of(Mesh.soup(new float[0]));
        assertThat(bodies.count()).isZero();
        assertThat(bodies.clusters(3).count()).isZero();
    }

    @Test
    void clustersJoinBodiesByChainsOfSmallGaps() {
        Mesh mesh = Shapes.together(
                Shapes.cube(0, 0, 0, 1),
                Shapes.cube(4.9, 0, 0, 1),
                Shapes.cube(9.8, 0, 0, 1),
                Shapes.cube(15, 0, 0, 1));
        Bodies clusters = Bodies.of(mesh).clusters(3);
        assertThat(clusters.count()).isEqualTo(2);
        assertThat(clusters.triangles(0)).isEqualTo(36);
        assertThat(clusters.box(1)).isEqualTo(new Box(14, -1, -1, 16, 1, 1));
    }

    @Test
    void clustersAgreeWithComparingEveryPair() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            List<Mesh> cubes = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                cubes.add(Shapes.cube(
                        100 * random.nextDouble(),
                        100 * random.nextDouble(),
                        100 * random.nextDouble(),
                        0.5 + 5 * random.nextDouble()));
            }
            Bodies bodies = Bodies.of(Shapes.together(cubes.toArray(Mesh[]::new)));
            assertThat(bodies.clusters(2).count()).isEqualTo(groupsByPairs(bodies, 2));
        }
    }

    @Test
    void aHundredThousandBodiesTakeNoTimeWhetherApartOrAllOverlapping() {
        Mesh apart = cubes(100_000, 0.4, 1);
        Mesh overlapping = cubes(100_000, 200, 0.001);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(Bodies.of(apart).clusters(0.1).count()).isEqualTo(100_000);
            assertThat(Bodies.of(overlapping).clusters(3).count()).isEqualTo(1);
        });
    }

    @Test
    void boxesTooSmallOrTooFlatAreNoFaces() {
        assertThat(new Box(0, 0, 0, 200, 59, 80).tooSmallForFace(1)).isFalse();
        assertThat(new Box(0, 0, 0, 200, 59, 50).tooSmallForFace(1)).isTrue();
        assertThat(new Box(0, 0, 0, 150, 200, 11.9).tooSmallForFace(1)).isTrue();
        assertThat(new Box(0, 0, 0, 6, 8, 3).tooSmallForFace(25.4)).isFalse();
    }

    private static Mesh cubes(int count, double half, double step) {
        int side = (int) Math.ceil(Math.cbrt(count));
        Mesh[] cubes = new Mesh[count];
        for (int i = 0; i < count; i++) {
            cubes[i] =
                    Shapes.cube(step * (i % side), step * (i / side % side), step * (i / side / side) + i * 1e-6, half);
        }
        return Shapes.together(cubes);
    }

    private static int groupsByPairs(Bodies bodies, double gap) {
        int n = bodies.count();
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            group[i] = i;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (group[i] != group[j] && near(bodies.box(i), bodies.box(j), gap)) {
                    int old = group[j];
                    for (int k = 0; k < n; k++) {
                        group[k] = group[k] == old ? group[i] : group[k];
                    }
                }
            }
        }
        return (int) java.util.Arrays.stream(group).distinct().count();
    }

    private static boolean near(Box a, Box b, double gap) {
        return a.minX() - b.maxX() <= gap
                && b.minX() - a.maxX() <= gap
                && a.minY() - b.maxY() <= gap
                && b.minY() - a.maxY() <= gap
                && a.minZ() - b.maxZ() <= gap
                && b.minZ() - a.maxZ() <= gap;
    }
}

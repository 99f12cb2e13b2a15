package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Opening;

class DisturbanceTest {
    private static final Head HEAD = MadeUpHead.make();
    private static final Mesh MASK =
            new CutAndOffset().make(HEAD, MaskDesign.draw(5).withWall(3));

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void theSameSeedGivesTheSameBytesAndLeavesTheArgumentAlone(Disturbance disturbance) {
        float[] before = MASK.xyz().clone();
        Mesh once = disturbance.apply(MASK, 9);
        Mesh again = disturbance.apply(MASK, 9);
        assertThat(again.xyz()).isEqualTo(once.xyz());
        assertThat(again.corners()).isEqualTo(once.corners());
        assertThat(MASK.xyz()).isEqualTo(before);
    }

    @Test
    void noiseIsHalfAMillimetreDeep() {
        Mesh noisy = Disturbance.NOISE.apply(MASK, 1);
        double sum = 0;
        for (int i = 0; i < MASK.xyz().length; i++) {
            sum += Math.pow(noisy.xyz()[i] - MASK.xyz()[i], 2);
        }
        assertThat(Math.sqrt(sum / MASK.xyz().length)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void decimationKeepsTheShapeAndLeavesTwoThousand() {
        Mesh few = Disturbance.DECIMATED.apply(MASK, 1);
        assertThat(few.triangles()).isBetween(1900, 2000);
        assertThat(Shapes.closed(few)).isTrue();
        assertThat(Shapes.volume(few)).isCloseTo(Shapes.volume(MASK), within(0.03 * Shapes.volume(MASK)));
        assertThat(Meshes.bounds(few))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1 ? 0 : 1)
                .containsExactly(Meshes.bounds(MASK));
    }

    @Test
    void remeshingKeepsTheShape() {
        Mesh other = Disturbance.REMESHED.apply(MASK, 1);
        assertThat(Shapes.area(other)).isCloseTo(Shapes.area(MASK), within(0.1 * Shapes.area(MASK)));
        assertThat(other.vertices()).isNotEqualTo(MASK.vertices());
    }

    @Test
    void aSolidIsRemeshedByVoxels() {
        Mesh ball = Solids.ball(40, 60);
        Mesh other = Remesh.of(ball, 2);
        assertThat(Shapes.closed(other)).isTrue();
        assertThat(Shapes.volume(other)).isCloseTo(Shapes.volume(ball), within(0.02 * Shapes.volume(ball)));
    }

    @Test
    void soupSharesNoVertexAndDoublesSomeTriangles() {
        Mesh soup = Disturbance.SOUP.apply(MASK, 1);
        assertThat(soup.vertices()).isEqualTo(3 * soup.triangles());
        double ratio = (double) soup.triangles() / MASK.triangles();
        assertThat(ratio).isCloseTo(1.04, within(0.01));
        assertThat(Math.abs(Shapes.volume(soup))).isLessThan(0.2 * Shapes.volume(MASK));
    }

    @Test
    void insideOutTurnsTheVolumeNegative() {
        Mesh turned = Disturbance.INSIDE_OUT.apply(MASK, 1);
        assertThat(Shapes.volume(turned)).isCloseTo(-Shapes.volume(MASK), within(1.0));
    }

    @Test
    void clutterIsBesideAndNowhereWithin() {
        Mesh all = Disturbance.CLUTTER.apply(MASK, 4);
        assertThat(Shapes.bodies(all)).isBetween(6, 21);
        double[] b = Meshes.bounds(MASK);
        for (int v = MASK.vertices(); v < all.vertices(); v++) {
            Vec p = Meshes.vertex(all, v);
            boolean within = p.x() > b[0] - 2 && p.x() < b[3] + 2 && p.y() > b[1] - 2 && p.y() < b[4] + 2;
            assertThat(within && p.z() > b[2] - 2 && p.z() < b[5] + 2).isFalse();
        }
    }

    @Test
    void subdividingMovesNothing() {
        Mesh fine = Disturbance.SUBDIVIDED.apply(MASK, 1);
        assertThat(fine.triangles()).isIn(4 * MASK.triangles(), 16 * MASK.triangles());
        assertThat(Shapes.volume(fine)).isCloseTo(Shapes.volume(MASK), within(0.001 * Shapes.volume(MASK)));
    }

    @Test
    void aScaledFaceStaysLifeSize() {
        for (int seed = 0; seed < 50; seed++) {
            Placement placement = Disturbance.SCALE.placement(HEAD.length(), new Dice(seed));
            double s = placement.stretch().x();
            assertThat(s).isBetween(0.8 - 1e-9, 1.2 + 1e-9);
            assertThat(s * HEAD.length()).isBetween(85.0, 150.0);
        }
        double small = Disturbance.SCALE.placement(90, new Dice(1)).stretch().x();
        assertThat(small * 90).isGreaterThanOrEqualTo(88 - 1e-9);
    }

    @Test
    void aPlacementKeepsDistancesAndTakesTheLandmarksAlong() {
        Placement placement = Disturbance.ROTATION.placement(HEAD.length(), new Dice(2));
        Mesh placed = placement.apply(HEAD.skin());
        assertThat(Shapes.volume(placed)).isCloseTo(Shapes.volume(HEAD.skin()), within(2.0));
        Vec tip = placement.apply(new Vec(0, 0, 0));
        assertThat(placement.apply(HEAD.marks()).get(org.maskguard.landmark.Landmark.PRONASALE))
                .isEqualTo(tip);
    }

    @Test
    void aMirrorChangesLeftForRight() {
        Placement placement = Disturbance.MIRRORED.placement(HEAD.length(), new Dice(2));
        assertThat(placement.mirrors()).isTrue();
        assertThat(Shapes.volume(placement.apply(MASK))).isPositive();
    }

    @Test
    void cutEyesChangeTheDesignOnly() {
        assertThat(Disturbance.CUT_EYES.design(MaskDesign.draw(1)).eyes()).isEqualTo(Opening.CUT);
        assertThat(Disturbance.CUT_EYES.apply(MASK, 1)).isSameAs(MASK);
    }
}

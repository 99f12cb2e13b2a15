package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;

class ThinningTest {

    private static final Vec FRONT = new Vec(0, 0, 1);

    @Test
    void aSmallMeshIsLeftAlone() {
        Mesh cube = Shapes.cube(0, 0, 0, 10);
        assertThat(Thinning.thin(cube, FRONT, 12)).isSameAs(cube);
    }

    @Test
    void aFineMeshComesDownToAboutWhatIsAskedForAndKeepsItsShape() {
        Mesh fine = Shapes.subdivided(Shapes.cube(0, 0, 0, 50), 7);
        Mesh coarse = Thinning.thin(fine, FRONT, 20_000);
        assertThat(fine.triangles()).isEqualTo(12 << 14);
        assertThat(coarse.triangles()).isBetween(8_000, 30_000);
        assertThat(volume(coarse)).isCloseTo(1e6, within(4e4));
    }

    @Test
    void theTwoWallsOfAThinPlateStayApart() {
        Mesh plate = Shapes.subdivided(Shapes.block(new Vec(-60, -60, 0), new Vec(60, 60, 0.8)), 7);
        Mesh coarse = Thinning.thin(plate, FRONT, 20_000);
        assertThat(coarse.triangles()).isLessThan(30_000);
        assertThat(offWalls(coarse)).isLessThan(0.01);
    }

    @Test
    void theTwoWallsStayApartWhereTheWindingIsRandom() {
        Mesh plate = Shapes.subdivided(Shapes.block(new Vec(-60, -60, 0), new Vec(60, 60, 0.8)), 7);
        Mesh coarse = Thinning.thin(Shapes.soup(plate, 0.5, 1), FRONT, 20_000);
        assertThat(coarse.triangles()).isLessThan(60_000);
        assertThat(offWalls(coarse)).isLessThan(0.01);
    }

    @Test
    void theSameMeshGivesTheSameResultAnywhere() {
        Mesh fine = Shapes.subdivided(Shapes.cube(0, 0, 0, 50), 6);
        Mesh far = Shapes.moved(fine, p -> p.plus(new Vec(4096, -8192, 512)));
        Mesh here = Thinning.thin(fine, FRONT, 5_000);
        Mesh there = Thinning.thin(far, FRONT, 5_000);
        assertThat(Thinning.thin(fine, FRONT, 5_000).xyz()).containsExactly(here.xyz());
        assertThat(there.corners()).containsExactly(here.corners());
    }

    @Test
    void windingIsConsistentHoweverTheSurfaceIsTurnedOrTornApart() {
        Mesh cube = Shapes.subdivided(Shapes.cube(0, 0, 0, 50), 5);
        assertThat(Winding.isConsistent(cube)).isTrue();
        assertThat(Winding.isConsistent(Shapes.insideOut(cube))).isTrue();
        assertThat(Winding.isConsistent(Shapes.soup(cube, 0, 1))).isTrue();
        assertThat(Winding.isConsistent(Shapes.soup(cube, 0.5, 1))).isFalse();
        assertThat(Winding.isConsistent(Shapes.soup(cube, 0.2, 1))).isFalse();
    }

    /// How far a vertex lies from both walls of the plate at worst, but for its rim.
    private static double offWalls(Mesh plate) {
        double worst = 0;
        for (int v = 0; v < plate.xyz().length; v += 3) {
            double z = plate.xyz()[v + 2];
            if (Math.max(Math.abs(plate.xyz()[v]), Math.abs(plate.xyz()[v + 1])) < 56) {
                worst = Math.max(worst, Math.min(Math.abs(z), Math.abs(z - 0.8)));
            }
        }
        return worst;
    }

    private static double volume(Mesh mesh) {
        double six = 0;
        for (int i = 0; i < mesh.corners().length; i += 3) {
            six += corner(mesh, i).dot(corner(mesh, i + 1).cross(corner(mesh, i + 2)));
        }
        return six / 6;
    }

    private static Vec corner(Mesh mesh, int i) {
        int v = 3 * mesh.corners()[i];
        return new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]);
    }
}

package org.maskguard.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Mesh;

/// What beads build up: walls where they lie, closed things filled, gaps bridged, memory by volume.
class ReconstructionTest {

    private static final double LAYER = 0.25;
    private static final double WIDTH = 0.45;

    private final Reconstruction reconstruction = new Reconstruction();

    @Test
    void aWallStandsWhereItsBeadsWereLaid() throws TooLarge {
        for (double z = LAYER; z < 30; z += LAYER) {
            line(10, 20.3, 60, 20.3, z);
        }
        Mesh wall = all();
        assertThat((least(wall, 1) + most(wall, 1)) / 2).isCloseTo(20.3, within(0.5));
        assertThat(most(wall, 1) - least(wall, 1)).isLessThan(2.1);
        assertThat(most(wall, 0) - least(wall, 0)).isCloseTo(50, within(1.5));
        assertThat(most(wall, 2)).isCloseTo(30, within(1.0));
    }

    @Test
    void theSurfaceIsClosedAndTurnedOutward() throws TooLarge {
        box(10, 10, 50, 40, 20, 8);
        Mesh mesh = all();
        Map<Long, Integer> edges = new HashMap<>();
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i++) {
            int to = c[i % 3 == 2 ? i - 2 : i + 1];
            edges.merge((long) c[i] << 32 | to, 1, Integer::sum);
        }
        edges.forEach(
                (edge, times) -> assertThat(edges.get(edge << 32 | edge >>> 32)).isEqualTo(times));
        assertThat(volume(mesh)).isPositive();
    }

    @Test
    void infillVanishesInAThingThatIsClosed() throws TooLarge {
        box(10, 10, 50, 40, 20, 8);
        Mesh mesh = all();
        assertThat(volume(mesh)).isCloseTo(40 * 30 * 20, within(40 * 30 * 20 * 0.12));
        float[] v = mesh.xyz();
        for (int i = 0; i < v.length; i += 3) {
            boolean within = v[i] > 13 && v[i] < 47 && v[i + 1] > 13 && v[i + 1] < 37 && v[i + 2] > 3 && v[i + 2] < 17;
            assertThat(within).isFalse();
        }
    }

    @Test
    void anOpenVesselStaysOpenUnlessMoreIsToCome() throws TooLarge {
        floor(10, 10, 50, 40, LAYER);
        for (double z = LAYER; z < 20; z += LAYER) {
            outline(10, 10, 50, 40, z);
        }
        assertThat(volume(all())).isLessThan(40 * 30 * 20 * 0.3);
        assertThat(volume(reconstruction.surfaces(true).getLast())).isGreaterThan(40 * 30 * 20 * 0.9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3, 4, 7, 10})
    void gapsUpToFourMillimetresAreBridged(double gap) throws TooLarge {
        for (double z = LAYER; z < 20; z += LAYER) {
            for (int i = 0; i < 6; i++) {
                line(10, 10 + i * gap, 60, 10 + i * gap, z);
            }
        }
        double solid = volume(all());
        double whole = 50 * (5 * gap + 0.5) * 20;
        if (gap <= 4) {
            assertThat(solid).isGreaterThan(0.85 * whole);
        } else {
            assertThat(solid).isLessThan(0.5 * whole);
        }
    }

    @Test
    void supportsAreLeftAsideInTheFirstSurface() throws TooLarge {
        // A table of 3 mm on walls 3 mm apart.
        for (double z = LAYER; z < 30; z += LAYER) {
            for (double y = 10; y <= 70; y += 3) {
                line(10, y, 70, y, z);
            }
        }
        for (double z = 30; z < 33; z += LAYER) {
            floor(10, 10, 70, 70, z);
        }
        List<Mesh> surfaces = reconstruction.surfaces(false);
        assertThat(surfaces).hasSize(2);
        assertThat(volume(surfaces.getFirst())).isLessThan(60 * 60 * 8);
        assertThat(volume(surfaces.getLast())).isGreaterThan(60 * 60 * 27);
    }

    @Test
    void aThickThingIsLookedAtOnce() throws TooLarge {
        box(10, 10, 50, 40, 20, 8);
        assertThat(reconstruction.surfaces(false)).hasSize(1);
    }

    @Test
    void dotsBuildUpAsLinesDo() throws TooLarge {
        for (double z = LAYER; z < 20; z += LAYER) {
            for (double x = 10; x < 60; x += 1.2) {
                reconstruction.bead(x, 20, z, x, 20, z, 0.25, 1);
            }
        }
        assertThat(volume(all())).isGreaterThan(50 * 20 * 0.9);
    }

    @Test
    void nothingGivesNothing() throws TooLarge {
        assertThat(reconstruction.surfaces(false)).isEmpty();
    }

    @Test
    void memoryGoesWithTheRoomAndNotWithTheNumberOfBeads() throws TooLarge {
        Fill fill = new Fill(1);
        BeadRaster raster = new BeadRaster(fill, true);
        raster.bead(0, 0, 1, 60, 0, 1, 5, 1);
        int bricks = fill.bricks();
        for (int i = 0; i < 100_000; i++) {
            raster.bead(0, 0, 1, 60, 0, 1, 5, i);
        }
        assertThat(fill.bricks()).isEqualTo(bricks);
        assertThat(raster.volume()).isCloseTo(500_005, within(1.0));
    }

    @Test
    void aVeryLargeThingIsLookedAtMoreCoarsely() throws TooLarge {
        // More bricks than are kept at 1 mm.
        Fill fill = new Fill(1);
        for (int x = 0; x < 2600; x += 16) {
            for (int y = 0; y < 2600; y += 16) {
                fill.add(x, y, 1, 0.2, 0);
            }
        }
        assertThat(fill.cell()).isEqualTo(2);
        assertThat(fill.bricks()).isLessThan(8000);
    }

    @Test
    void whatNoPrinterReachesIsTooLarge() {
        line(0, 0, 1, 0, 1);
        line(500_000, 500_000, 500_001, 500_000, 90_000);
        assertThatThrownBy(() -> reconstruction.surfaces(false)).isInstanceOf(TooLarge.class);
    }

    private Mesh all() throws TooLarge {
        return reconstruction.surfaces(false).getLast();
    }

    private void line(double x, double y, double toX, double toY, double z) {
        double length = Math.hypot(toX - x, toY - y);
        reconstruction.bead(x, y, z, toX, toY, z, length * WIDTH * LAYER, 1);
    }

    private void outline(double x, double y, double toX, double toY, double z) {
        line(x, y, toX, y, z);
        line(toX, y, toX, toY, z);
        line(toX, toY, x, toY, z);
        line(x, toY, x, y, z);
    }

    private void floor(double x, double y, double toX, double toY, double z) {
        for (double at = y; at <= toY; at += WIDTH) {
            line(x, at, toX, at, z);
        }
    }

    /// One wall, floor and roof, and infill.
    private void box(double x, double y, double toX, double toY, double height, double infill) {
        for (double z = LAYER; z < height; z += LAYER) {
            outline(x, y, toX, toY, z);
            for (double at = y + infill; at < toY; at += infill) {
                line(x, at, toX, at, z);
            }
        }
        floor(x, y, toX, toY, LAYER);
        floor(x, y, toX, toY, height);
    }

    private static double least(Mesh mesh, int axis) {
        double least = Double.MAX_VALUE;
        for (int i = axis; i < mesh.xyz().length; i += 3) {
            least = Math.min(least, mesh.xyz()[i]);
        }
        return least;
    }

    private static double most(Mesh mesh, int axis) {
        double most = -Double.MAX_VALUE;
        for (int i = axis; i < mesh.xyz().length; i += 3) {
            most = Math.max(most, mesh.xyz()[i]);
        }
        return most;
    }

    private static double volume(Mesh mesh) {
        double sum = 0;
        float[] v = mesh.xyz();
        int[] c = mesh.corners();
        for (int t = 0; t < c.length; t += 3) {
            int a = 3 * c[t];
            int b = 3 * c[t + 1];
            int d = 3 * c[t + 2];
            sum += v[a] * (v[b + 1] * (double) v[d + 2] - v[b + 2] * (double) v[d + 1])
                    + v[a + 1] * (v[b + 2] * (double) v[d] - v[b] * (double) v[d + 2])
                    + v[a + 2] * (v[b] * (double) v[d + 1] - v[b + 1] * (double) v[d]);
        }
        return sum / 6;
    }
}

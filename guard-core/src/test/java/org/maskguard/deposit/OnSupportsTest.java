package org.maskguard.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;

/// Things are told from their supports by which beads hang together.
class OnSupportsTest {

    private static final double LAYER = 0.25;
    private static final double WIDTH = 0.45;

    private final Reconstruction reconstruction = new Reconstruction();

    @Test
    void aSlabIsSeenWithoutTheSupportsUnderItsGap() throws TooLarge {
        supports(20);
        slab(20 + 2 * LAYER, 34);
        List<Mesh> things = reconstruction.onSupports(false);
        assertThat(things).hasSize(1);
        assertThat(least(things.getFirst())).isGreaterThan(18);
        assertThat(least(reconstruction.surfaces(false).getLast())).isLessThan(1);
    }

    @Test
    void whatIsBondedToItsPillarsIsOneThing() throws TooLarge {
        supports(20);
        slab(20 + LAYER, 34);
        assertThat(reconstruction.onSupports(false)).isEmpty();
    }

    @Test
    void filamentOf285MillimetresMakesNoDifference() throws TooLarge {
        // The same lines, of which a reader who takes it for filament of 1.75 mm sees three eighths.
        share = (1.75 / 2.85) * (1.75 / 2.85);
        supports(20);
        slab(20 + 2 * LAYER, 34);
        List<Mesh> things = reconstruction.onSupports(false);
        assertThat(things).hasSize(1);
        assertThat(least(things.getFirst())).isGreaterThan(18);
    }

    @Test
    void nothingIsKnownWhereItIsNotAskedFor() throws TooLarge {
        Reconstruction without = new Reconstruction(false);
        without.bead(0, 0, LAYER, 50, 0, LAYER, 50 * WIDTH * LAYER, 1);
        assertThat(without.knowsBonds()).isFalse();
        assertThat(without.onSupports(false)).isEmpty();
    }

    @Test
    void strandsThatNothingIsLeftOfAreForgotten() {
        Strands strands = new Strands();
        int a = strands.begin();
        int b = strands.begin();
        int c = strands.begin();
        strands.join(b, c);
        strands.rests(c, a, 7);
        int[] known = {0, c, b, 0, a};
        strands.rename(List.of(known));
        assertThat(strands.count()).isEqualTo(2);
        assertThat(known[1]).isEqualTo(known[2]).isNotEqualTo(known[4]);
        assertThat(strands.resting(known[1])).isEqualTo(7);
        assertThat(strands.carrying(known[4])).isEqualTo(7);
    }

    private double share = 1;

    /// Walls of one line, 3 mm apart.
    private void supports(double height) {
        for (double z = LAYER; z <= height + 1e-6; z += LAYER) {
            for (double y = 10; y <= 80; y += 3) {
                line(10, y, 80, y, z);
            }
        }
    }

    private void slab(double from, double to) {
        for (double z = from; z <= to + 1e-6; z += LAYER) {
            for (double y = 8; y <= 82; y += WIDTH) {
                line(8, y, 82, y, z);
            }
        }
    }

    private void line(double x, double y, double toX, double toY, double z) {
        double length = Math.hypot(toX - x, toY - y);
        reconstruction.bead(x, y, z, toX, toY, z, share * length * WIDTH * LAYER, 1);
    }

    private static double least(Mesh mesh) {
        double least = Double.MAX_VALUE;
        for (int i = 2; i < mesh.xyz().length; i += 3) {
            least = Math.min(least, mesh.xyz()[i]);
        }
        return least;
    }
}

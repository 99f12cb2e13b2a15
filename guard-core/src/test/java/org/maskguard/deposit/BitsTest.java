package org.maskguard.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Blocks of cells: what words of 64 give is what cells one by one would give.
class BitsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theFloodReachesWhatAPathOfFreeCellsReaches(long seed) {
        Bits solid = random(seed, 0.45);
        Bits outside = solid.outside();
        boolean[] reached = reached(solid);
        for (int i = 0; i < reached.length; i++) {
            assertThat(in(outside, i)).as("seed %d, cell %d", seed, i).isEqualTo(reached[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3})
    void dilationTakesInWhatLiesWithinTheRadius(double radius) {
        Bits some = random(7, 0.01);
        Bits wide = some.dilated(radius);
        int reach = (int) radius;
        for (int i = 0; i < some.nx * some.ny * some.nz; i++) {
            boolean near = false;
            for (int dz = -reach; dz <= reach; dz++) {
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        near |= dx * dx + dy * dy + dz * dz <= radius * radius && in(some, i, dx, dy, dz);
                    }
                }
            }
            assertThat(in(wide, i)).as("radius %s, cell %d", radius, i).isEqualTo(near);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void closingBridgesGapsUpToTwiceItsRadius(int gap) {
        Bits walls = new Bits(90, 40, 40);
        for (int y = 10; y < 30; y++) {
            for (int z = 10; z < 30; z++) {
                walls.set(60, y, z);
                walls.set(61 + gap, y, z);
            }
        }
        Bits closed = walls.closed(2);
        boolean bridged = in(closed, 20 * 90 * 40 + 20 * 90 + 61);
        assertThat(bridged).isEqualTo(gap <= 4);
        assertThat(in(closed, 20 * 90 * 40 + 20 * 90 + 59))
                .as("the outer side stays")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCoreIsThereWhereTwoCellsLieInEachDirection(int thick) {
        Bits wall = new Bits(80, 20, 20);
        for (int x = 63; x < 63 + thick; x++) {
            for (int y = 5; y < 15; y++) {
                for (int z = 5; z < 15; z++) {
                    wall.set(x, y, z);
                }
            }
        }
        assertThat(wall.cores().count()).isEqualTo((thick - 1) * 81L);
    }

    private static Bits random(long seed, double share) {
        Random random = new Random(seed);
        Bits bits = new Bits(70, 21, 17);
        for (int z = 2; z < bits.nz - 2; z++) {
            for (int y = 2; y < bits.ny - 2; y++) {
                for (int x = 2; x < bits.nx - 2; x++) {
                    if (random.nextDouble() < share) {
                        bits.set(x, y, z);
                    }
                }
            }
        }
        return bits;
    }

    private static boolean in(Bits bits, int cell) {
        return in(bits, cell, 0, 0, 0);
    }

    private static boolean in(Bits bits, int cell, int dx, int dy, int dz) {
        int x = cell % bits.nx + dx;
        int y = cell / bits.nx % bits.ny + dy;
        int z = cell / bits.nx / bits.ny + dz;
        return x >= 0
                && y >= 0
                && z >= 0
                && x < bits.nx
                && y < bits.ny
                && z < bits.nz
                && (bits.bits[bits.row(y, z) + (x >> 6)] >>> x & 1) != 0;
    }

    private static boolean[] reached(Bits solid) {
        int[] steps = {1, -1, solid.nx, -solid.nx, solid.nx * solid.ny, -solid.nx * solid.ny};
        boolean[] reached = new boolean[solid.nx * solid.ny * solid.nz];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        reached[0] = true;
        queue.add(0);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int step : steps) {
                // The rim is free, so that stepping over the end of a row leads to a cell that is reached anyway.
                int next = at + step;
                if (next >= 0 && next < reached.length && !reached[next] && !in(solid, next)) {
                    reached[next] = true;
                    queue.add(next);
                }
            }
        }
        return reached;
    }
}

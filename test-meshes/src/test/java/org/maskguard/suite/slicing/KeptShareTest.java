package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.io.Mesh;

class KeptShareTest {

    private static final double LAYER = 0.5;
    private static final int LAYERS = 40;
    private static final Mesh BOX = Boxes.of(-15, -10, 0, 15, 10, LAYER * LAYERS);

    @TempDir
    private Path folder;

    @Test
    void anOutlineOnEveryLayerKeepsAll() throws IOException {
        assertThat(kept(BOX, number -> true, 15)).isEqualTo(1);
    }

    @Test
    void missingLayersAreMissing() throws IOException {
        assertThat(kept(BOX, number -> number <= LAYERS / 2, 15)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void halfAnOutlineKeepsHalf() throws IOException {
        assertThat(kept(BOX, number -> true, 0)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aBodyWithinABodyIsNoHole() throws IOException {
        Mesh inner = Boxes.of(-5, -5, 0, 5, 5, LAYER * LAYERS);
        float[] xyz = new float[48];
        System.arraycopy(BOX.xyz(), 0, xyz, 0, 24);
        System.arraycopy(inner.xyz(), 0, xyz, 24, 24);
        int[] corners = new int[72];
        for (int i = 0; i < 36; i++) {
            corners[i] = BOX.corners()[i];
            corners[36 + i] = inner.corners()[i] + 8;
        }
        assertThat(kept(new Mesh(xyz, corners), number -> true, 0)).isCloseTo(0.5, within(0.05));
    }

    /// Lines round the box, with its right side at `right`, on the layers that are wanted; the bed's middle is 100.
    private double kept(Mesh mesh, IntPredicate wanted, double right) throws IOException {
        StringBuilder job = new StringBuilder("M83\n");
        for (int number = 1; number <= LAYERS; number++) {
            if (wanted.test(number)) {
                job.append(String.format(
                        Locale.ROOT,
                        "G1 Z%.2f%nG1 X85.3 Y90.3%nG1 X%2$.2f E1%nG1 Y109.7 E1%nG1 X85.3 E1%nG1 Y90.3 E1%n",
                        number * LAYER,
                        100 + right - 0.3));
            }
        }
        Path file = Files.writeString(folder.resolve("job.gcode"), job);
        return KeptShare.of(mesh, Beads.read(file), LAYER, 100);
    }
}

package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeadsTest {

    @TempDir
    private Path folder;

    @Test
    void aMoveThatFeedsIsABead() throws IOException {
        Beads beads = read("G1 Z.3\nG1 X1 Y2 F7800\nG1 X5 Y2 E.5\nG1 X5 Y8 E1.25\n");
        assertThat(beads.count()).isEqualTo(2);
        assertThat(beads.fromX(0)).isEqualTo(1);
        assertThat(beads.toX(0)).isEqualTo(5);
        assertThat(beads.toY(1)).isEqualTo(8);
        assertThat(beads.top()).isEqualTo(0.3);
    }

    @Test
    void absoluteFeedIsComparedWithTheLast() throws IOException {
        assertThat(read("G1 X1 E1\nG1 E-1\nG1 X9\nG1 E1\nG1 X8 E1.5\nG92 E0\nG1 X7 E.5\nG1 X6 E.5\n")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void relativeFeedIsTakenAsItIs() throws IOException {
        assertThat(read("M83\nG1 X1 E1\nG1 E-1\nG1 X9\nG1 X8 E1\nG1 X7 E-.5\n").count())
                .isEqualTo(2);
    }

    @Test
    void supportsAreNoneOfTheObject() throws IOException {
        String prusa = "M83\n;TYPE:External perimeter\nG1 X1 E1\n;TYPE:Support material\nG1 X2 E1\n";
        String cura = "M83\n;TYPE:WALL-OUTER\nG1 X1 E1\n;TYPE:SUPPORT-INTERFACE\nG1 X2 E1\n;TYPE:FILL\nG1 X3 E1\n";
        String slic3r = "M83\nG1 X1 Y1 E1 ; perimeter\nG1 X2 Y1 E1 ; support material interface\n";
        assertThat(read(prusa).count()).isEqualTo(1);
        assertThat(read(cura).count()).isEqualTo(2);
        assertThat(read(slic3r).count()).isEqualTo(1);
    }

    private Beads read(String job) throws IOException {
        return Beads.read(Files.writeString(folder.resolve("job.gcode"), job));
    }
}

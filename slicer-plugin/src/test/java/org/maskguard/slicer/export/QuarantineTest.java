package org.maskguard.slicer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {

    private static final Instant WHEN = Instant.parse("2026-11-25T05:00:00Z");

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("x.gcode.pp"), "G1 X1\n");
    }

    @Test
    void movesTheFileUnderTheNameThatPeopleKnow() throws IOException {
        Path file = file();

        Path kept = new Quarantine(folder.resolve("refused")).take(file, "My face.gcode", WHEN);

        assertThat(kept)
                .isEqualTo(folder.resolve("refused/20261125-050000-My-face.gcode"))
                .content()
                .isEqualTo("G1 X1\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void twoOfOneNameAreBothKept() throws IOException {
        Quarantine quarantine = new Quarantine(folder.resolve("refused"));
        Path first = quarantine.take(file(), "a.gcode", WHEN);
        Path second = quarantine.take(file(), "a.gcode", WHEN);

        assertThat(second.getFileName()).hasToString("20261125-050000-a-2.gcode");
        assertThat(first).exists();
    }

    @Test
    void nobodyElseMayLookIntoTheFolder() throws IOException {
        Path kept = new Quarantine(folder.resolve("refused")).take(file(), "a.gcode", WHEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aNameNeverBecomesAPath() throws IOException {
        Path kept = new Quarantine(folder.resolve("refused")).take(file(), "../../.ssh/\u202Eevil\n.gcode", WHEN);

        assertThat(kept.getParent()).isEqualTo(folder.resolve("refused"));
        assertThat(kept.getFileName()).hasToString("20261125-050000-ssh-evil-.gcode");
    }

    @Test
    void whereNothingCanBeKeptTheFileIsPutOutOfReachInItsPlace() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("refused"), "a file, no folder");

        Path kept = new Quarantine(inTheWay).take(file(), "a.gcode", WHEN);

        assertThat(kept).isEqualTo(folder.resolve("x.gcode.pp.refused")).exists();
        assertThat(folder.resolve("x.gcode.pp")).doesNotExist();
    }
}

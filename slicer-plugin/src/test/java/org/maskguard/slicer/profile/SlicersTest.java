package org.maskguard.slicer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.place.UserFolders;

class SlicersTest {

    private static final Hook HOOK = new Hook("/opt/maskguard/maskguard", Platform.LINUX);

    @TempDir
    private Path home;

    private boolean running;
    private Instant now = Instant.parse("2026-11-25T05:00:00Z");

    private Slicers slicers() {
        return new Slicers(new UserFolders(Platform.LINUX, home, Map.of()), _ -> running, () -> now);
    }

    private Path write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private FoundSlicer only() throws IOException {
        assertThat(slicers().find()).hasSize(1);
        return slicers().find().getFirst();
    }

    @Test
    void findsEachSlicerWhereItKeepsItsSettings() throws IOException {
        write(".config/PrusaSlicer/print/a.ini", "layer_height = 0.2\n");
        write(".config/SuperSlicer/print/a.ini", "layer_height = 0.2\n");
        write(".Slic3r/print/a.ini", "layer_height = 0.2\n");
        write(".config/OrcaSlicer/system/X/process/a.json", "{\"type\": \"process\"}");
        write(".config/OrcaSlicer/system/X/machine/a.json", "{\"type\": \"machine\"}");
        write(".config/BambuStudio/BambuStudio.conf", "{}");

        assertThat(slicers().find())
                .extracting(FoundSlicer::kind)
                .containsExactly(
                        SlicerKind.PRUSA_SLICER,
                        SlicerKind.SUPER_SLICER,
                        SlicerKind.SLIC3R,
                        SlicerKind.ORCA_SLICER,
                        SlicerKind.BAMBU_STUDIO);
        assertThat(slicers().find()).filteredOn(found -> found.presets() == 1).hasSize(4);
    }

    @Test
    void guardsTheUsersPresetsAndTheVendors() throws IOException {
        write(".config/PrusaSlicer/print/mine.ini", "layer_height = 0.2\npost_process = \n");
        write(
                ".config/PrusaSlicer/vendor/V.ini",
                "[print:*common*]\npost_process = \n[print:x]\ninherits = *common*\n");

        Changed changed = slicers().install(only(), HOOK);

        assertThat(changed.files()).isEqualTo(2);
        assertThat(changed.problems()).isEmpty();
        assertThat(changed.slicer().isGuarded()).isTrue();
        assertThat(home.resolve(".config/PrusaSlicer/print/mine.ini"))
                .content()
                .contains("post_process = \"/opt/maskguard/maskguard slicer check\"");
    }

    @Test
    void copiesEachFileAwayBeforeItsFirstChange() throws IOException {
        Path file = write(".config/PrusaSlicer/print/mine.ini", "layer_height = 0.2\n");

        Changed changed = slicers().install(only(), HOOK);

        assertThat(changed.backup())
                .isEqualTo(home.resolve(".local/share/maskguard/backup/20261125-050000-000-PrusaSlicer"));
        assertThat(changed.backup().resolve("print/mine.ini")).content().isEqualTo("layer_height = 0.2\n");
        assertThat(file).content().isNotEqualTo("layer_height = 0.2\n");
    }

    @Test
    void installingAgainChangesNothing() throws IOException {
        write(".config/PrusaSlicer/print/mine.ini", "layer_height = 0.2\n");
        slicers().install(only(), HOOK);

        Changed again = slicers().install(only(), HOOK);

        assertThat(again.files()).isZero();
        assertThat(again.backup()).isNull();
        assertThat(again.slicer().isGuarded()).isTrue();
    }

    @Test
    void bytesOfAnyEncodingSurvive() throws IOException {
        Path file =
                write(".config/PrusaSlicer/print/mine.ini", "notes = Gr\u00fc\u00dfe \u0080\u00ff\npost_process = \n");
        byte[] before = Files.readAllBytes(file);

        slicers().install(only(), HOOK);
        now = now.plusSeconds(60);
        slicers().uninstall(only());

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void permissionsStay() throws IOException {
        Path file = write(".config/PrusaSlicer/print/mine.ini", "layer_height = 0.2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        slicers().install(only(), HOOK);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void doesNotTouchASlicerThatRuns() throws IOException {
        Path file = write(".config/PrusaSlicer/print/mine.ini", "layer_height = 0.2\n");
        running = true;

        assertThatThrownBy(() -> slicers().install(only(), HOOK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PrusaSlicer is running and writes its settings when it ends: close it first.");
        assertThat(file).content().isEqualTo("layer_height = 0.2\n");
    }

    @Test
    void saysWhyBambuStudioAndSandboxesCannotBeGuarded() throws IOException {
        write(".config/BambuStudio/BambuStudio.conf", "{}");
        write(".var/app/com.prusa3d.PrusaSlicer/config/PrusaSlicer/print/a.ini", "layer_height = 0.2\n");

        assertThat(slicers().find()).hasSize(2).allSatisfy(found -> {
            assertThat(found.obstacle()).isNotEmpty();
            assertThat(found.isGuarded()).isFalse();
            assertThatThrownBy(() -> slicers().install(found, HOOK)).hasMessage(found.obstacle());
        });
    }

    @Test
    void aFileThatCannotBeReadIsLeftAndNamed() throws IOException {
        Path broken = write(".config/PrusaSlicer/print/broken.ini", "post_process = \"open\n");
        write(".config/PrusaSlicer/print/fine.ini", "post_process = \n");

        Changed changed = slicers().install(only(), HOOK);

        assertThat(changed.files()).isEqualTo(1);
        assertThat(changed.problems()).containsExactly(broken + " was left as it is: a quote is not closed");
        assertThat(changed.slicer().isGuarded()).isFalse();
    }
}

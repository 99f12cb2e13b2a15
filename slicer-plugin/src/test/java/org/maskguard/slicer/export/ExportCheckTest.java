package org.maskguard.slicer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.slicer.export.Checked.Outcome;
import org.maskguard.suite.ReferencePair;
import org.maskguard.suite.Stl;

class ExportCheckTest {

    private static final String NO_FACE = "G28\nG1 Z0.2\nG1 X10 E1 F600\nM84\n";

    @TempDir
    private Path folder;

    private Checked check(Policy policy, Path file, Map<String, String> environment) throws IOException {
        return new ExportCheck(
                        Guard.open(policy),
                        policy,
                        new Quarantine(folder.resolve("refused")),
                        folder.resolve("reports"),
                        InstantSource.system())
                .check(Export.of(file, environment));
    }

    private Checked check(Path file) throws IOException {
        return check(Policy.DEFAULT, file, Map.of());
    }

    private static byte[] refused() {
        return Stl.bytes(ReferencePair.refused().mesh(), "face");
    }

    @Test
    void whatPassesIsNotTouchedAndNothingIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("part.gcode"), NO_FACE);

        Checked checked = check(file);

        assertThat(checked.outcome()).isEqualTo(Outcome.EXPORT);
        assertThat(Notice.of(checked)).isEmpty();
        assertThat(file).content().isEqualTo(NO_FACE);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void whatIsRefusedIsTakenAwayAndKept() throws IOException {
        byte[] bytes = refused();
        Path file = Files.write(folder.resolve(".PrusaSlicer.upload.1234"), bytes);

        Checked checked = check(
                Policy.DEFAULT,
                file,
                Map.of("SLIC3R_PP_OUTPUT_NAME", "/home/ada/face.gcode", "SLIC3R_PP_HOST", "File"));

        assertThat(checked.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(file).doesNotExist();
        assertThat(checked.kept()).hasBinaryContent(bytes);
        assertThat(checked.page()).exists();
        assertThat(Files.readString(checked.page())).contains("face.gcode").doesNotContain("upload.1234");
    }

    @Test
    void theNoticeFitsOneDialogAndSaysWhatNext() throws IOException {
        Checked checked = check(Files.write(folder.resolve("face.gcode"), refused()));

        assertThat(Notice.of(checked))
                .hasSizeLessThanOrEqualTo(12)
                .first()
                .isEqualTo("Maskguard stopped this export: it would print as a wearable life-size human face mask.");
        assertThat(String.join("\n", Notice.of(checked)))
                .contains("how to appeal: ", "It is kept here: ", "slice again");
    }

    @Test
    void theNoticeTellsSavingFromSending() throws IOException {
        Path file = Files.write(folder.resolve("face.gcode"), refused());

        Checked checked = check(Policy.DEFAULT, file, Map.of("SLIC3R_PP_HOST", "OctoPrint"));

        assertThat(Notice.of(checked)).anyMatch(line -> line.startsWith("The sliced file was not sent."));
    }

    @Test
    void whatCannotBeJudgedGoesOnAndTheMakerIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.gcode"), "Dear diary\n");

        Checked checked = check(file);

        assertThat(checked.verdict().ruling()).isEqualTo(Ruling.UNREADABLE);
        assertThat(checked.outcome()).isEqualTo(Outcome.EXPORT_WITH_WARNING);
        assertThat(Notice.of(checked)).hasSize(1);
        assertThat(file).exists();
    }

    @Test
    void whereThePolicySaysSoWhatCannotBeJudgedIsStopped() throws IOException {
        Policy strict = new Policy(
                Policy.DEFAULT.warn(),
                Policy.DEFAULT.refuseScore(),
                Policy.DEFAULT.warnScore(),
                Policy.DEFAULT.categories(),
                Policy.OnUnreadable.REFUSE,
                false);
        Path file = Files.writeString(folder.resolve("notes.gcode"), "Dear diary\n");

        Checked checked = check(strict, file, Map.of());

        assertThat(checked.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(file).doesNotExist();
        assertThat(Notice.of(checked).getFirst()).startsWith("Maskguard stopped this export: it could not be judged.");
    }
}

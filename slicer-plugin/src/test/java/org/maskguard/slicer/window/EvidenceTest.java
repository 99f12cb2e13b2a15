package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.suite.ReferencePair;
import org.maskguard.suite.Stl;
import org.maskguard.trust.Appeal;
import org.maskguard.trust.Untrusted;

class EvidenceTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Finding refused() throws IOException {
        byte[] stl = Stl.bytes(ReferencePair.refused().mesh(), "face");
        Path file = Files.write(folder.resolve("kept.stl"), stl);
        return Finding.of(Guard.open(Policy.DEFAULT), file, "Ada’s face.stl");
    }

    @Test
    void anAppealHoldsVerdictPicturesAndStatementAndNotTheModel() throws IOException, Untrusted {
        Finding finding = refused();
        Path file = folder.resolve(new Evidence(finding).appealName());

        new Evidence(finding).appeal(file, "It is for the theatre.", NOW);
        Appeal appeal = Appeal.read(file);

        assertThat(file.getFileName()).hasToString("Ada-s-face.stl.appeal");
        assertThat(appeal.statement()).isEqualTo("It is for the theatre.");
        assertThat(appeal.said("verdict")).isEqualTo("refuse");
        assertThat(appeal.said("file")).isEqualTo("Ada’s face.stl");
        assertThat(appeal.sha256()).isEqualTo(finding.verdict().subject().sha256());
        assertThat(appeal.made()).isEqualTo(NOW);
        assertThat(appeal.job()).isEmpty();
        assertThat(appeal.file()).isEmpty();
        assertThat(appeal.evidence())
                .extracting(Appeal.Attachment::name)
                .containsExactlyInAnyOrder("front.png", "three-quarter.png", "behind.png", "page.html");
        assertThat(Arrays.copyOf(appeal.evidence().getFirst().bytes(), 4)).containsExactly(0x89, 'P', 'N', 'G');
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void theAppealOfAPrintJobNamesItsSignificantLines() throws IOException, Untrusted {
        Path one = Files.writeString(folder.resolve("one.gcode"), "G28\nG1 X10 E1 ; comment\n");
        Path other = Files.writeString(folder.resolve("other.gcode"), "; another comment\nG28\n\nG1 X10 E1\n");
        Path file = folder.resolve("job.appeal");

        new Evidence(Finding.of(Guard.open(Policy.DEFAULT), one, "one.gcode")).appeal(file, "", NOW);
        Appeal first = Appeal.read(file);
        new Evidence(Finding.of(Guard.open(Policy.DEFAULT), other, "other.gcode")).appeal(file, "", NOW);

        assertThat(first.job()).isPresent().isEqualTo(Appeal.read(file).job());
    }

    @Test
    void thePageIsTheOneThatTheCommandLineWrites() throws IOException {
        Path page = new Evidence(refused()).page(folder.resolve("evidence"));

        assertThat(page).content().contains("Ada’s face.stl", "data:image/png;base64,");
    }
}

package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    Path folder;

    @Test
    void rowsAreReadWithAllTheirColumnsInOrder() throws IOException {
        Manifest manifest = read("file,label,person,way\na.stl,mask_human,anna,cut\n\"b, c.stl\",part,,\n");
        assertThat(manifest.folder()).isEqualTo(folder.toAbsolutePath());
        assertThat(manifest.columns()).containsExactly("file", "label", "person", "way");
        assertThat(manifest.rows()).hasSize(2);
        assertThat(manifest.rows().get(0).columns()).containsEntry("way", "cut");
        assertThat(manifest.rows().get(1).file()).isEqualTo("b, c.stl");
    }

    @Test
    void theUnitIsThePersonElseTheFamilyElseTheFile() throws IOException {
        assertThat(read("file,label,person,family\na,x,anna,masks\n")
                        .rows()
                        .getFirst()
                        .unit())
                .isEqualTo("anna");
        assertThat(read("file,label,family\na,x,gears\n").rows().getFirst().unit())
                .isEqualTo("gears");
        assertThat(read("file,label\na,x\n").rows().getFirst().unit()).isEqualTo("a");
    }

    @Test
    void thingsWithoutAPersonAreNotAllOneUnit() throws IOException {
        Manifest manifest = read("file,label,person,family\na,x,,gears\nb,x,,vases\nc,x,,\nd,x,,\n");
        assertThat(manifest.rows()).extracting(Manifest.Row::unit).containsExactly("gears", "vases", "c", "d");
    }

    @Test
    void aMissingColumnIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("file,kind\na,part\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 has no column 'label'");
        assertThatThrownBy(() -> read("path,label\na,part\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 has no column 'file'");
    }

    @Test
    void whatIsNoTableIsAnErrorAndNothingWorse() {
        assertThatThrownBy(() -> read("file,label\n\"a,part\n" + "x".repeat(17_000_000)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Manifest.read(folder.resolve("none.csv"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Manifest.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void rowsThatAreTooShortLackTheirColumns() {
        assertThatThrownBy(() -> read("file,label\na,part\nb\n")).isInstanceOf(IOException.class);
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(read("").rows()).isEmpty();
        assertThat(read("file,label\n").rows()).isEmpty();
    }

    private Manifest read(String text) throws IOException {
        return Manifest.read(Files.writeString(folder.resolve("manifest.csv"), text, StandardCharsets.UTF_8));
    }
}

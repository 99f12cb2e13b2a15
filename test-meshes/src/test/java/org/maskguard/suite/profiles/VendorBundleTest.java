package org.maskguard.suite.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Presets of a vendor, with what they inherit.
class VendorBundleTest {

    private static final String TEXT = """
            # a comment = no setting
            [vendor]
            name = Acme
            [printer:*common*]
            start_gcode = G28 ; home\\nG1 Z5
            gcode_flavor = marlin
            [printer:*loud*]
            gcode_flavor = smoothie
            nozzle_diameter = 0.6
            [printer:Acme One]
            inherits = *common*; *loud*
            nozzle_diameter = 0.4
            default_print_profile = Fine
            [printer:Acme Lost]
            inherits = *nowhere*
            [printer:Acme Round]
            inherits = Acme Round
            [print:Coarse]
            layer_height = 0.3
            [print:Fine]
            layer_height = 0.1
            [filament:Plain]
            start_filament_gcode = M900 K0.2
            """;

    @TempDir
    Path folder;

    @Test
    void aPresetHasWhatItInheritsAndItsOwnWordsCountMost() throws IOException {
        assertThat(bundle().preset("printer", "Acme One"))
                .containsEntry("start_gcode", "G28 ; home\\nG1 Z5")
                .containsEntry("gcode_flavor", "smoothie")
                .containsEntry("nozzle_diameter", "0.4")
                .doesNotContainKey("inherits");
    }

    @Test
    void presetsThatAreOnlyInheritedCannotBeChosen() throws IOException {
        assertThat(bundle().presets("printer")).containsExactly("Acme One", "Acme Lost", "Acme Round");
    }

    @Test
    void whatInheritsNothingThatIsThereOrItselfIsSaid() throws IOException {
        VendorBundle bundle = bundle();
        assertThatThrownBy(() -> bundle.preset("printer", "Acme Lost"))
                .isInstanceOf(IOException.class)
                .hasMessage("Acme: no preset [printer:*nowhere*]");
        assertThatThrownBy(() -> bundle.preset("printer", "Acme Round")).isInstanceOf(IOException.class);
    }

    @Test
    void aPrinterComesWithThePrintThatItNamesAndTheFirstFilamentWhereItNamesNone() throws IOException {
        assertThat(PrusaProfiles.settings(bundle(), "Acme One"))
                .containsEntry("layer_height", "0.1")
                .containsEntry("start_filament_gcode", "M900 K0.2")
                .doesNotContainKey("default_print_profile");
    }

    private VendorBundle bundle() throws IOException {
        return VendorBundle.read(Files.writeString(folder.resolve("Acme.ini"), TEXT));
    }
}

package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.slicer.window.Preferences.Colours;

class PreferencesTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsKept() {
        Path file = folder.resolve("new folder").resolve("window.properties");
        Preferences chosen = Preferences.USUAL.in("fr").with(Colours.CONTRAST).sized(140);

        chosen.write(file);

        assertThat(Preferences.read(file)).isEqualTo(chosen);
        assertThat(Preferences.read(file).wording().text("close")).isEqualTo("Fermer");
    }

    @Test
    void whatCannotBeReadIsForgotten() throws IOException {
        assertThat(Preferences.read(folder.resolve("missing"))).isEqualTo(Preferences.USUAL);
        assertThat(Preferences.read(folder)).isEqualTo(Preferences.USUAL);
        Path file = Files.writeString(folder.resolve("window.properties"), "colours=mauve\nsize=big\n");
        assertThat(Preferences.read(file)).isEqualTo(Preferences.USUAL);
    }

    @Test
    void noTextIsTooSmallOrTooLargeToBeReadAgain() {
        assertThat(Preferences.USUAL.sized(1).size()).isEqualTo(70);
        assertThat(Preferences.USUAL.sized(1000).size()).isEqualTo(250);
    }
}

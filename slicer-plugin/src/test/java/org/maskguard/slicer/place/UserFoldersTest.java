package org.maskguard.slicer.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxKeepsToXdgAndToItsVariables() {
        UserFolders usual = new UserFolders(Platform.LINUX, HOME, Map.of());
        assertThat(usual.settings()).isEqualTo(HOME.resolve(".config"));
        assertThat(usual.ours()).isEqualTo(HOME.resolve(".local/share/maskguard"));

        UserFolders moved = new UserFolders(
                Platform.LINUX, HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_DATA_HOME", "/srv/ada"));
        assertThat(moved.ourSettings()).isEqualTo(Path.of("/etc/ada/maskguard"));
        assertThat(moved.ours()).isEqualTo(Path.of("/srv/ada/maskguard"));
    }

    @Test
    void aRelativeVariableIsIgnoredAsTheSpecificationSays() {
        UserFolders folders = new UserFolders(Platform.LINUX, HOME, Map.of("XDG_CONFIG_HOME", "config"));
        assertThat(folders.settings()).isEqualTo(HOME.resolve(".config"));
    }

    @Test
    void macosAndWindowsHaveTheirOwn() {
        assertThat(new UserFolders(Platform.MACOS, HOME, Map.of()).settings())
                .isEqualTo(HOME.resolve("Library/Application Support"));
        UserFolders windows = new UserFolders(Platform.WINDOWS, HOME, Map.of());
        assertThat(windows.settings()).isEqualTo(HOME.resolve("AppData/Roaming"));
        assertThat(windows.data()).isEqualTo(HOME.resolve("AppData/Local"));
    }
}

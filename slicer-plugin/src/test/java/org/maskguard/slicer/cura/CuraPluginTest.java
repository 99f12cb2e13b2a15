package org.maskguard.slicer.cura;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.slicer.cura.CuraPlugin.Place;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.place.UserFolders;

class CuraPluginTest {

    private static final String LAUNCHER = "/opt/it's \"here\"/maskguard";

    @TempDir
    private Path home;

    private CuraPlugin on(Platform platform) {
        return new CuraPlugin(new UserFolders(platform, home, Map.of()));
    }

    private void started(String... folders) throws IOException {
        for (String folder : folders) {
            Files.createDirectories(home.resolve(folder));
        }
    }

    @Test
    void findsEveryVersionThatWasStartedOnEachSystem() throws IOException {
        started(".local/share/cura/4.13", ".config/cura/5.6", ".config/cura/plugins", ".cache/cura/5.9");
        started("AppData/Roaming/cura/5.4", "Library/Application Support/cura/5.7");

        assertThat(on(Platform.LINUX).find())
                .containsExactly(
                        new Place("4.13", home.resolve(".local/share/cura/4.13/plugins/Maskguard")),
                        new Place("5.6", home.resolve(".local/share/cura/5.6/plugins/Maskguard")));
        assertThat(on(Platform.WINDOWS).find())
                .containsExactly(new Place("5.4", home.resolve("AppData/Roaming/cura/5.4/plugins/Maskguard")));
        assertThat(on(Platform.MACOS).find())
                .containsExactly(
                        new Place("5.7", home.resolve("Library/Application Support/cura/5.7/plugins/Maskguard")));
    }

    @Test
    void installsAllFilesOnceAndRenewsWhatIsOlder() throws IOException {
        started(".local/share/cura/5.6");
        CuraPlugin plugin = on(Platform.LINUX);
        Place place = plugin.find().getFirst();

        assertThat(place.isInstalled()).isFalse();
        assertThat(plugin.install(place, LAUNCHER)).isTrue();
        assertThat(place.isInstalled()).isTrue();
        assertThat(plugin.install(place, LAUNCHER)).isFalse();
        assertThat(plugin.isCurrent(place, "/elsewhere")).isFalse();
        Files.writeString(place.folder().resolve("Guard.py"), "# older");
        assertThat(plugin.isCurrent(place, LAUNCHER)).isFalse();
        assertThat(plugin.install(place, LAUNCHER)).isTrue();

        assertThat(place.folder().resolve("maskguard.json"))
                .content()
                .contains("\"launcher\":\"/opt/it's \\\"here\\\"/maskguard\"", ".config/maskguard/policy.toml");
        try (Stream<Path> files = Files.list(place.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "plugin.json",
                            "__init__.py",
                            "Guard.py",
                            "Scene.py",
                            "MaskguardExtension.py",
                            "maskguard.json");
        }
    }

    @Test
    void takesAwayItsOwnFolderAndNothingElse() throws IOException {
        started(".local/share/cura/5.6/plugins/Other");
        CuraPlugin plugin = on(Platform.LINUX);
        Place place = plugin.find().getFirst();
        plugin.install(place, LAUNCHER);
        Files.writeString(
                Files.createDirectories(place.folder().resolve("__pycache__")).resolve("Guard.pyc"), "compiled");

        assertThat(plugin.uninstall(place)).isTrue();

        assertThat(place.folder()).doesNotExist();
        assertThat(place.folder().resolveSibling("Other")).exists();
        assertThat(plugin.uninstall(place)).isFalse();
    }

    @Test
    void noCuraIsNoFault() throws IOException {
        assertThat(on(Platform.LINUX).find()).isEqualTo(List.of());
    }
}

package org.maskguard.slicer.place;

import java.nio.file.Path;
import java.util.Map;

/// The folders of one person on one system. Nothing is made and nothing is asked of the disk.
///
/// Sources: the XDG Base Directory Specification; Microsoft's Known Folders; Apple's File System Programming Guide.
///
/// @param home the person's own folder
/// @param environment the variables that may move the others
public record UserFolders(Platform platform, Path home, Map<String, String> environment) {

    private static final String OURS = "maskguard";

    public UserFolders {
        environment = Map.copyOf(environment);
    }

    /// The folders of whoever runs this process: where the slicers look too, which go by HOME, unlike Java.
    public static UserFolders ofProcess(Map<String, String> environment) {
        Platform platform = Platform.current();
        String home = platform == Platform.WINDOWS ? "" : environment.getOrDefault("HOME", "");
        return new UserFolders(platform, Path.of(home.isEmpty() ? System.getProperty("user.home") : home), environment);
    }

    /// Under which programs keep their settings.
    public Path settings() {
        return switch (platform) {
            case LINUX -> named("XDG_CONFIG_HOME", home.resolve(".config"));
            case MACOS -> home.resolve("Library").resolve("Application Support");
            case WINDOWS -> named("APPDATA", home.resolve("AppData").resolve("Roaming"));
        };
    }

    /// Under which programs keep what they made.
    public Path data() {
        return switch (platform) {
            case LINUX -> named("XDG_DATA_HOME", home.resolve(".local").resolve("share"));
            case MACOS -> settings();
            case WINDOWS -> named("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        };
    }

    /// Our own settings.
    public Path ourSettings() {
        return settings().resolve(OURS);
    }

    /// What we keep: refused files, reports, backups.
    public Path ours() {
        return data().resolve(OURS);
    }

    /// A relative path in such a variable is to be ignored, as the specification says.
    private Path named(String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}

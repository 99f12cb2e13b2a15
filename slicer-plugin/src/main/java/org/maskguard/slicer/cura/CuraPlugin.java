package org.maskguard.slicer.cura;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.place.UserFolders;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Puts the plug-in into the plug-in folder of every version of Cura that this person has started.
///
/// Cura keeps folders of its own for each minor version and looks there when it starts. Nothing but our own folder is
/// ever written or deleted.
public final class CuraPlugin {

    /// The folder's name, which is the plug-in's to Cura.
    private static final String NAME = "Maskguard";

    private static final List<String> FILES =
            List.of("plugin.json", "__init__.py", "Guard.py", "Scene.py", "MaskguardExtension.py");

    /// Where the plug-in reads where the guard is.
    private static final String SETTINGS = "maskguard.json";

    private final UserFolders folders;

    public CuraPlugin(UserFolders folders) {
        this.folders = folders;
    }

    /// A version of Cura on this machine.
    ///
    /// @param version such as `4.13`
    /// @param folder that its plug-in of ours is in, or would be
    public record Place(String version, Path folder) {

        public boolean isInstalled() {
            return Files.exists(folder.resolve("plugin.json"));
        }
    }

    /// The versions that have been started, by name.
    public List<Place> find() throws IOException {
        Path data = (folders.platform() == Platform.LINUX ? folders.data() : folders.settings()).resolve("cura");
        TreeSet<String> versions = new TreeSet<>();
        addVersions(data, versions);
        addVersions(folders.settings().resolve("cura"), versions);
        return versions.stream()
                .map(version -> new Place(
                        version, data.resolve(version).resolve("plugins").resolve(NAME)))
                .toList();
    }

    /// Whether the plug-in is there, as it is now and with this launcher.
    public boolean isCurrent(Place place, String launcher) throws IOException {
        if (!Arrays.equals(settings(launcher), bytes(place.folder().resolve(SETTINGS)))) {
            return false;
        }
        for (String file : FILES) {
            if (!Arrays.equals(resource(file), bytes(place.folder().resolve(file)))) {
                return false;
            }
        }
        return true;
    }

    /// Writes the plug-in's files; Cura finds them when it starts next.
    ///
    /// @param launcher the program that starts Maskguard
    /// @return whether anything had to be changed
    public boolean install(Place place, String launcher) throws IOException {
        if (isCurrent(place, launcher)) {
            return false;
        }
        Files.createDirectories(place.folder());
        for (String file : FILES) {
            Files.write(place.folder().resolve(file), resource(file));
        }
        Files.write(place.folder().resolve(SETTINGS), settings(launcher));
        return true;
    }

    /// Takes the plug-in's folder away, with what Python compiled there.
    ///
    /// @return whether it was there
    public boolean uninstall(Place place) throws IOException {
        if (!place.isInstalled()) {
            return false;
        }
        Files.walkFileTree(place.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
        return true;
    }

    private static void addVersions(Path folder, TreeSet<String> into) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isDirectory).forEach(all::add);
        }
        all.stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches("\\d+\\.\\d+"))
                .forEach(into::add);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = CuraPlugin.class.getResourceAsStream("plugin/" + file)) {
            if (in == null) {
                throw new IOException("the plug-in's file " + file + " is not in this program");
            }
            return in.readAllBytes();
        }
    }

    private byte[] settings(String launcher) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("launcher", launcher);
            out.writeStringProperty(
                    "policy", folders.ourSettings().resolve("policy.toml").toString());
            out.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package org.maskguard.slicer.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.profile.PresetFormat.Edit;

/// The slicers of one person: found, hooked, and let go again.
///
/// Presets of vendors are changed as well as the user's own, since most people print with those. A slicer that brings
/// newer ones undoes that: [FoundSlicer#isGuarded] tells, and installing again mends it. Not thread-safe.
public final class Slicers {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Set<String> WITHOUT_WINDOW =
            Set.of("--export-gcode", "--gcode", "-g", "--slice", "-s", "--info", "--no-gui", "--help", "--save");

    private final UserFolders folders;
    private final Predicate<SlicerKind> running;
    private final InstantSource clock;

    /// @param running whether a slicer runs: it would write its own settings over ours when it ends
    public Slicers(UserFolders folders, Predicate<SlicerKind> running, InstantSource clock) {
        this.folders = folders;
        this.running = running;
        this.clock = clock;
    }

    /// Whether a slicer runs with its window, as far as this user may see. Slicing on the command line writes no
    /// settings.
    public static boolean isRunning(SlicerKind kind) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.command().map(Slicers::program).orElse("").startsWith(kind.program()))
                .anyMatch(info ->
                        Stream.of(info.arguments().orElse(new String[0])).noneMatch(WITHOUT_WINDOW::contains));
    }

    /// Every slicer found, and how it stands.
    public List<FoundSlicer> find() throws IOException {
        List<FoundSlicer> found = new ArrayList<>();
        for (SlicerKind kind : SlicerKind.values()) {
            for (Path folder : kind.places(folders)) {
                if (Files.isDirectory(folder)) {
                    found.add(look(kind, folder, obstacle(kind)));
                }
            }
            Path sandbox = kind.sandbox(folders);
            if (sandbox != null && Files.isDirectory(sandbox)) {
                found.add(look(
                        kind,
                        sandbox,
                        "It runs in Flatpak's sandbox, from where it cannot call Maskguard; use the slicer's own package"
                                + " or put a gateway before the printer."));
            }
        }
        return found;
    }

    /// Makes every preset of a slicer call us.
    ///
    /// @throws IllegalStateException while the slicer runs, or where there is an obstacle; with a sentence
    public Changed install(FoundSlicer slicer, Hook hook) throws IOException {
        check(slicer);
        return change(
                slicer, Edit.hook(PresetFile.asBytes(hook.line(slicer.kind().form()))));
    }

    /// Makes no preset of a slicer call us any more.
    ///
    /// @throws IllegalStateException as [#install]
    public Changed uninstall(FoundSlicer slicer) throws IOException {
        check(slicer);
        return change(slicer, Edit.unhook());
    }

    private void check(FoundSlicer slicer) {
        if (!slicer.obstacle().isEmpty()) {
            throw new IllegalStateException(slicer.obstacle());
        }
        if (running.test(slicer.kind())) {
            throw new IllegalStateException(
                    slicer.kind().title() + " is running and writes its settings when it ends: close it first.");
        }
    }

    private Changed change(FoundSlicer slicer, Edit edit) throws IOException {
        Path backup = backup(slicer, clock.instant());
        List<String> problems = new ArrayList<>();
        int files = 0;
        for (PresetFile file : files(slicer.kind(), slicer.folder())) {
            try {
                String before = file.read();
                String after = file.format().with(before, edit);
                if (!after.equals(before)) {
                    keep(file.path(), slicer.folder(), backup);
                    file.write(after);
                    files++;
                }
            } catch (IOException | IllegalArgumentException e) {
                problems.add(file.path() + " was left as it is: " + e.getMessage());
            }
        }
        return new Changed(
                look(slicer.kind(), slicer.folder(), slicer.obstacle()), files, files > 0 ? backup : null, problems);
    }

    private FoundSlicer look(SlicerKind kind, Path folder, String obstacle) throws IOException {
        int presets = 0;
        int guarded = 0;
        for (PresetFile file : files(kind, folder)) {
            try {
                String text = file.read();
                presets += file.format().presets(text);
                guarded += file.format().guarded(text);
            } catch (IOException | IllegalArgumentException e) {
                // Counts as a preset that does not call us.
                presets++;
            }
        }
        return new FoundSlicer(kind, folder, presets, guarded, obstacle);
    }

    private static String program(String command) {
        return command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static String obstacle(SlicerKind kind) {
        return kind.form() == SlicerKind.Form.NONE
                ? "It never runs post-processing scripts; put a gateway before the printer."
                : "";
    }

    private static List<PresetFile> files(SlicerKind kind, Path folder) throws IOException {
        List<PresetFile> files = new ArrayList<>();
        switch (kind.form()) {
            case INI, INI_WITHOUT_SHELL -> {
                add(files, folder.resolve("print"), 1, ".ini", new UserIni());
                add(files, folder.resolve("vendor"), 1, ".ini", new BundleIni());
            }
            case JSON -> {
                add(files, folder.resolve("user"), 3, ".json", new ProcessJson());
                add(files, folder.resolve("system"), 4, ".json", new ProcessJson());
            }
            case NONE -> {}
        }
        return files;
    }

    private static void add(List<PresetFile> files, Path folder, int depth, String ending, PresetFormat format)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            all.filter(path -> path.getFileName().toString().endsWith(ending) && Files.isRegularFile(path))
                    .filter(path -> ending.equals(".ini") || path.getParent().endsWith("process"))
                    .sorted()
                    .forEach(path -> files.add(new PresetFile(path, format)));
        }
    }

    private Path backup(FoundSlicer slicer, Instant when) {
        return folders.ours()
                .resolve("backup")
                .resolve(STAMP.format(when) + "-" + slicer.folder().getFileName());
    }

    private static void keep(Path file, Path from, Path backup) throws IOException {
        Path copy = backup.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }
}

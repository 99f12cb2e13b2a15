package org.maskguard.slicer.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.place.UserFolders;

/// The slicers that can be made to call a program before they export.
///
/// Folders as their sources and manuals have them; alpha and beta versions of PrusaSlicer keep folders of their own.
public enum SlicerKind {
    PRUSA_SLICER(
            "PrusaSlicer",
            Form.INI,
            List.of("PrusaSlicer", "PrusaSlicer-alpha", "PrusaSlicer-beta"),
            "com.prusa3d.PrusaSlicer",
            "prusa-slicer"),
    SUPER_SLICER("SuperSlicer", Form.INI, List.of("SuperSlicer"), "com.supermerill.SuperSlicer", "superslicer"),
    SLIC3R("Slic3r", Form.INI_WITHOUT_SHELL, List.of("Slic3r"), "", "slic3r"),
    ORCA_SLICER("OrcaSlicer", Form.JSON, List.of("OrcaSlicer"), "com.orcaslicer.OrcaSlicer", "orca-slicer"),
    /// Its settings know post-processing scripts, but no version runs them.
    BAMBU_STUDIO("Bambu Studio", Form.NONE, List.of("BambuStudio"), "com.bambulab.BambuStudio", "bambu-studio");

    private final String title;
    private final Form form;
    private final List<String> folders;
    private final String flatpak;
    private final String program;

    SlicerKind(String title, Form form, List<String> folders, String flatpak, String program) {
        this.title = title;
        this.form = form;
        this.folders = folders;
        this.flatpak = flatpak;
        this.program = program;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// How its settings are written.
    public Form form() {
        return form;
    }

    /// How its running program is named, in lower case and without an ending.
    String program() {
        return program;
    }

    /// Where its settings may be, most likely first.
    List<Path> places(UserFolders user) {
        List<Path> places = new ArrayList<>();
        for (String folder : folders) {
            // Slic3r keeps to the habits of before the XDG specification.
            places.add(
                    this == SLIC3R && user.platform() == Platform.LINUX
                            ? user.home().resolve("." + folder)
                            : user.settings().resolve(folder));
        }
        if (user.platform() == Platform.LINUX && this == PRUSA_SLICER) {
            places.add(user.home().resolve(".PrusaSlicer"));
        }
        return places;
    }

    /// Where its settings are when it runs in Flatpak's sandbox, out of which it cannot call us; null where there
    /// is
    /// no such package.
    Path sandbox(UserFolders user) {
        return user.platform() != Platform.LINUX || flatpak.isEmpty()
                ? null
                : user.home()
                        .resolve(".var")
                        .resolve("app")
                        .resolve(flatpak)
                        .resolve("config")
                        .resolve(folders.getFirst());
    }

    /// How settings are written.
    public enum Form {
        /// Presets as INI files; the hook is a line for the system's shell.
        INI,
        /// Presets as INI files; the hook is split at blanks, and backslashes keep them.
        INI_WITHOUT_SHELL,
        /// Presets as JSON files; the hook is a line for the system's shell.
        JSON,
        /// Cannot be hooked.
        NONE
    }
}

package org.maskguard.slicer.export;

import java.nio.file.Path;
import java.util.Map;

/// A file that a slicer has handed over before it exports it.
///
/// PrusaSlicer and its family say in the environment what becomes of it; Slic3r says nothing.
///
/// @param file what is judged: often a hidden temporary file, whose name means nothing
/// @param name what people know it by: the name under which it will be exported
/// @param host where it goes: `File`, or the kind of print host that it is sent to; empty where the slicer did not say
public record Export(Path file, String name, String host) {

    /// @param environment what the slicer passes on: `SLIC3R_PP_OUTPUT_NAME` and `SLIC3R_PP_HOST`
    public static Export of(Path file, Map<String, String> environment) {
        String output = environment.getOrDefault("SLIC3R_PP_OUTPUT_NAME", "");
        String last = output.substring(Math.max(output.lastIndexOf('/'), output.lastIndexOf('\\')) + 1);
        String name = last.isEmpty() ? String.valueOf(file.getFileName()) : last;
        return new Export(file, name, environment.getOrDefault("SLIC3R_PP_HOST", ""));
    }

    /// Whether it is sent to a printer rather than saved.
    public boolean isSent() {
        return !host.isEmpty() && !host.equals("File");
    }
}

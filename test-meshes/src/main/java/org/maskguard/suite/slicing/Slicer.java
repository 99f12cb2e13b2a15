package org.maskguard.suite.slicing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A slicing program that is installed on this machine. Immutable and safe to share between threads.
///
/// All of them slice for a square bed of [#BED] mm, put the middle of the object's box over the middle of the bed, and
/// draw neither skirt nor brim.
sealed interface Slicer permits PrusaSlicer, Slic3r, CuraEngine {

    /// Side of the bed, mm: a face of natural size fits in any orientation.
    int BED = 400;

    /// What people call it.
    String name();

    /// Version as the program states it.
    String version();

    /// The command line.
    List<String> command(Settings settings, Path stl, Path job);

    /// Variables of the environment that it needs.
    default Map<String, String> environment() {
        return Map.of();
    }

    /// Those that are installed.
    ///
    /// @param definitions folder `resources` of Cura, with `definitions` and `extruders`; CuraEngine cannot slice
    ///     without
    static List<Slicer> installed(Path definitions) {
        List<Slicer> found = new ArrayList<>();
        PrusaSlicer.find().ifPresent(found::add);
        Slic3r.find().ifPresent(found::add);
        CuraEngine.find(definitions).ifPresent(found::add);
        return List.copyOf(found);
    }

    /// Slices a file.
    ///
    /// @param log where its output goes; overwritten
    /// @param seconds of processor time that it may take, so that the same jobs come out on a busy machine
    /// @return processor time that it took
    /// @throws SlicerRun.Failed where it does not end well, or leaves no job
    /// @throws IOException where the program cannot be started
    default Duration slice(Settings settings, Path stl, Path job, Path log, int seconds)
            throws IOException, InterruptedException, SlicerRun.Failed {
        return new SlicerRun(command(settings, stl, job), environment()).run(job, log, seconds);
    }
}

package org.maskguard.suite.profiles;

import java.io.IOException;
import java.nio.file.Path;
import org.maskguard.suite.slicing.SlicerRun;

/// One printer as a slicer's own profiles know it.
///
/// @param slicer what people call it
/// @param maker of the printer, or whoever ships the profile
/// @param name of the profile
/// @param gcode all that the profile writes into a job itself, and what decides how the slicer writes the rest:
///     profiles with the same are the same to whoever reads their jobs
/// @param call that slices with it
record Profile(String slicer, String maker, String name, String gcode, Call call) {

    /// How the slicer is called.
    @FunctionalInterface
    interface Call {
        /// @param stl what to slice
        /// @param job where the job goes
        /// @param scratch beside which files of the call's own may be written, named after it
        SlicerRun of(Path stl, Path job, Path scratch) throws IOException;
    }
}

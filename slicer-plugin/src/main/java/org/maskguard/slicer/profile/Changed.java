package org.maskguard.slicer.profile;

import java.nio.file.Path;
import java.util.List;

/// What installing or uninstalling did to one slicer.
///
/// @param slicer as it is now
/// @param files how many files were changed; 0 where all was as it should be
/// @param backup where they were copied to before, or null where none was changed
/// @param problems of single files that were left as they are, a sentence each
public record Changed(FoundSlicer slicer, int files, Path backup, List<String> problems) {

    public Changed {
        problems = List.copyOf(problems);
    }
}

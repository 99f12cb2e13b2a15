package org.maskguard.slicer.export;

import java.nio.file.Path;
import org.maskguard.classify.Verdict;

/// What became of an export.
///
/// @param export what was judged
/// @param verdict of its shape
/// @param outcome what the slicer is told
/// @param kept where a refused file is now, or null where it was left in its place
/// @param page with pictures and measurements, or null where there is none
public record Checked(Export export, Verdict verdict, Outcome outcome, Path kept, Path page) {

    /// What the slicer is told.
    public enum Outcome {
        /// It may go on, and nobody notices anything.
        EXPORT,
        /// It may go on, and the maker is told of what was found.
        EXPORT_WITH_WARNING,
        /// It may not.
        REFUSE
    }
}

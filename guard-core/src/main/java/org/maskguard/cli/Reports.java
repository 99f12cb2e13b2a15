package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.Judged;
import org.maskguard.classify.Verdict;

/// The forms of a verdict that other packages make. Safe to share between threads.
interface Reports {

    /// The verdict as one line of JSON.
    String json(Verdict verdict);

    /// Writes the verdict as a page with pictures into a folder.
    ///
    /// @return the page
    Path page(Path folder, Judged judged) throws IOException;

    /// Writes the page that leads to the pages of these verdicts.
    ///
    /// @return that page
    Path index(Path folder, List<Verdict> verdicts) throws IOException;
}

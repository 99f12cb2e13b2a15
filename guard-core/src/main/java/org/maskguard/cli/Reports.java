package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.maskguard.Judged;
import org.maskguard.classify.Verdict;

/// The forms of a verdict that other packages make.
interface Reports {

    /// The verdict as one line of JSON.
    String json(Verdict verdict);

    /// Writes the verdict as a page with pictures into a folder.
    void page(Path folder, Judged judged) throws IOException;
}

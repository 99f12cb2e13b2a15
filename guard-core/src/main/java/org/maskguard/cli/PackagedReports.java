package org.maskguard.cli;

import java.nio.file.Path;
import org.maskguard.Judged;
import org.maskguard.classify.Verdict;
import org.maskguard.report.VerdictJson;

/// The reports of this program.
final class PackagedReports implements Reports {

    @Override
    public String json(Verdict verdict) {
        return VerdictJson.line(verdict);
    }

    @Override
    public void page(Path folder, Judged judged) {
        throw new UnsupportedOperationException("No pages yet");
    }
}

package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.Judged;
import org.maskguard.classify.Verdict;
import org.maskguard.report.HtmlReport;
import org.maskguard.report.VerdictJson;

/// The reports of this program.
final class PackagedReports implements Reports {

    @Override
    public String json(Verdict verdict) {
        return VerdictJson.line(verdict);
    }

    @Override
    public Path page(Path folder, Judged judged) throws IOException {
        return new HtmlReport().write(folder, judged.verdict(), judged.mesh());
    }

    @Override
    public Path index(Path folder, List<Verdict> verdicts) throws IOException {
        return new HtmlReport().writeIndex(folder, verdicts);
    }
}

package org.maskguard.slicer.window;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Limits;
import org.maskguard.io.Unreadable;
import org.maskguard.io.job.InputReader;
import org.maskguard.report.FacePicture;
import org.maskguard.report.HtmlReport;
import org.maskguard.report.VerdictJson;
import org.maskguard.trust.Appeal;
import org.maskguard.trust.Appeal.Attachment;
import org.maskguard.trust.JobDigest;
import org.maskguard.trust.SignificantLines;

/// What a maker can take away of a finding: the page with pictures, and an appeal. Neither holds the model.
final class Evidence {

    private final Finding finding;

    Evidence(Finding finding) {
        this.finding = finding;
    }

    /// Writes the page with pictures and measurements. Takes about a second.
    ///
    /// @return the page
    Path page(Path folder) throws IOException {
        return new HtmlReport().write(folder, finding.verdict(), finding.mesh());
    }

    /// Writes an appeal. A file that is there already is replaced once the new one is whole.
    ///
    /// @param statement of the maker
    void appeal(Path to, String statement, Instant now) throws IOException {
        Verdict verdict = finding.verdict();
        Appeal appeal = new Appeal(
                job(),
                verdict.subject().sha256(),
                VerdictJson.line(verdict),
                statement,
                now,
                pictures(),
                Optional.empty());
        Path half = to.resolveSibling(to.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                appeal.write(out);
            }
            Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// What an appeal's file is called at first.
    String appealName() {
        String name = finding.verdict().subject().file();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".appeal";
    }

    private List<Attachment> pictures() throws IOException {
        List<Attachment> pictures = new ArrayList<>();
        if (finding.face() != null && finding.mesh() != null) {
            FacePicture picture = new FacePicture(finding.mesh(), finding.face());
            pictures.add(new Attachment("front.png", picture.front().png()));
            pictures.add(
                    new Attachment("three-quarter.png", picture.threeQuarter().png()));
            pictures.add(new Attachment("behind.png", picture.behind().png()));
        }
        Path folder = Files.createTempDirectory("maskguard");
        try {
            Path page = page(folder);
            pictures.add(new Attachment("page.html", Files.readString(page).getBytes(StandardCharsets.UTF_8)));
            Files.delete(page);
        } finally {
            Files.deleteIfExists(folder);
        }
        return pictures;
    }

    /// The digest of the job's significant lines, for a permit; none for models and for jobs of several plates.
    private Optional<String> job() {
        if (!finding.verdict().subject().format().contains("gcode")) {
            return Optional.empty();
        }
        JobDigest digest = new JobDigest();
        List<String> plates = new ArrayList<>();
        try {
            InputReader.read(finding.file(), Limits.DEFAULT, plate -> {
                plates.add(plate);
                return new SignificantLines(digest::line);
            });
        } catch (Unreadable e) {
            // A gateway would refuse such a job whatever a permit says: there is nothing to be permitted.
            return Optional.empty();
        }
        return plates.size() == 1 ? Optional.of(digest.hex()) : Optional.empty();
    }
}

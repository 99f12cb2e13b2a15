package org.maskguard.suite.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.bench.Catalogue;
import org.maskguard.suite.run.Result;
import org.maskguard.suite.run.RunLog;
import org.maskguard.trust.SignedDocument;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;

/// The files of a report.
///
/// @param out where they go
/// @param cases of the suite
/// @param logs one a guard, the one that is reported on first
public record Reports(Path out, List<Case> cases, List<RunLog> logs) {

    /// Writes all of them.
    ///
    /// @param key to sign the manifest with; null for one that is made in the folder
    /// @return what is to be printed: a line a rule of the first guard, one a guard, and where the page is
    public List<String> write(Path key) throws IOException {
        List<Result> first = logs.getFirst().results(cases);
        List<Rule> rules = Rule.all(first);
        Files.writeString(out.resolve("report.json"), new ReportJson(cases, logs).text() + "\n");
        new ResultsCsv(first).write(out.resolve("results.csv"));
        Files.writeString(
                out.resolve("junit.xml"), new JUnitXml(rules, logs.getFirst().header()).text());
        Files.writeString(out.resolve("report.html"), new ReportPage(cases, logs).text(), StandardCharsets.UTF_8);
        Files.writeString(out.resolve("manifest.json"), manifest(first, key) + "\n");
        List<String> lines = new ArrayList<>();
        rules.forEach(rule -> lines.add(rule.toString()));
        for (RunLog log : logs) {
            lines.add(summary(log));
        }
        lines.add("report: " + out.resolve("report.html"));
        return lines;
    }

    private String summary(RunLog log) {
        List<Rule> rules = Rule.all(log.results(cases));
        long passed = rules.stream().filter(Rule::passed).count();
        return String.format(
                Locale.ROOT, "%s: %d of %d rules passed", log.header().guard(), passed, rules.size());
    }

    private String manifest(List<Result> results, Path key) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", "suite-manifest");
        content.put("schema", 1);
        content.put("suite", logs.getFirst().header().suite());
        content.put("suite_version", Catalogue.VERSION);
        content.put("guard", logs.getFirst().header().guard());
        content.put("guard_version", logs.getFirst().header().version());
        List<Object> files = new ArrayList<>();
        for (Result r : results) {
            files.add(Map.of(
                    "id",
                    r.entry().id(),
                    "sha256",
                    r.sha256(),
                    "verdict",
                    r.answer().verdict()));
        }
        content.put("files", files);
        return SignedDocument.sign(content, key(key)).line();
    }

    private SigningKey key(Path named) throws IOException {
        Path file = named == null ? out.resolve("suite-key.pem") : named;
        try {
            if (named == null && !Files.exists(file)) {
                SigningKey fresh = SigningKey.create();
                fresh.write(file);
                return fresh;
            }
            return SigningKey.read(file);
        } catch (Untrusted e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

package org.maskguard.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.bench.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The log of one guard over one suite: a line that says which, then one JSON object a case. A run that was broken off
/// goes on where its log ends. Safe to be written to by several threads.
public final class RunLog {

    private final Path file;
    private final Header header;
    private final Map<String, Result> results = new LinkedHashMap<>();

    /// Which run it is.
    ///
    /// @param suite seed and level, or the folder's digest
    public record Header(String suite, String guard, String version) {

        String line() {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            return node.put("suite", suite)
                    .put("guard", guard)
                    .put("version", version)
                    .toString();
        }
    }

    private RunLog(Path file, Header header) {
        this.file = file;
        this.header = header;
    }

    /// Opens a log, or begins one.
    ///
    /// @throws IOException where the log that is there is of another run, in one sentence
    static RunLog open(Path file, Header header, List<Case> cases) throws IOException {
        RunLog log = new RunLog(file, header);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.getFirst().equals(header.line())) {
                throw new IOException("it holds another run; name another folder with --out, or use --fresh");
            }
            log.read(lines.subList(1, lines.size()), cases);
        } else {
            Files.writeString(file, header.line() + "\n");
        }
        return log;
    }

    /// Reads a log for a report.
    public static RunLog read(Path file, List<Case> cases) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        try {
            JsonNode head = JsonMapper.shared().readTree(lines.isEmpty() ? "" : lines.getFirst());
            Header header = new Header(
                    head.path("suite").asString(),
                    head.path("guard").asString(),
                    head.path("version").asString());
            RunLog log = new RunLog(file, header);
            log.read(lines.subList(1, lines.size()), cases);
            return log;
        } catch (JacksonException e) {
            throw new IOException("its first line is no JSON", e);
        }
    }

    private void read(List<String> lines, List<Case> cases) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        cases.forEach(one -> entries.put(one.entry().id(), one.entry()));
        for (String line : lines) {
            try {
                JsonNode node = JsonMapper.shared().readTree(line);
                Entry entry = entries.get(node.path("id").asString());
                if (entry != null) {
                    results.put(entry.id(), Result.of(entry, node));
                }
            } catch (JacksonException e) {
                // The last line of a run that was broken off: its case is judged again.
                continue;
            }
        }
    }

    public Header header() {
        return header;
    }

    boolean has(String id) {
        synchronized (results) {
            return results.containsKey(id);
        }
    }

    void add(Result result) throws IOException {
        synchronized (results) {
            Files.writeString(file, result.line() + "\n", StandardOpenOption.APPEND);
            results.put(result.entry().id(), result);
        }
    }

    /// What is in the log, in the order of the suite.
    public List<Result> results(List<Case> cases) {
        synchronized (results) {
            return cases.stream()
                    .map(one -> results.get(one.entry().id()))
                    .filter(result -> result != null)
                    .toList();
        }
    }
}

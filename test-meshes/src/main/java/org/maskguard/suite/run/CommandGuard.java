package org.maskguard.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Any guard that is a command: the adapter contract of the suite.
///
/// The command is started once a file, with `{file}` in its words replaced by the file's path. Where a line of its
/// standard output is a JSON object with the member `verdict`, that counts, with `category` and `score` (0 to 1) where
/// they are there; the last such line does. Else the exit status counts: 0 passed, 1 refused, 2 unreadable. Standard
/// error is not read.
final class CommandGuard implements Candidate {

    private static final Set<String> VERDICTS = Set.of("pass", "warn", "refuse", "unreadable");

    private final List<String> words;
    private final Duration timeLimit;
    private final long memoryLimitMb;

    /// @param memoryLimitMb a process that takes more is stopped; 0 for no limit. Linux only
    CommandGuard(String command, Duration timeLimit, long memoryLimitMb) {
        this.words = words(command);
        this.timeLimit = timeLimit;
        this.memoryLimitMb = memoryLimitMb;
    }

    @Override
    public String name() {
        return String.join(" ", words);
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public Answer judge(Path file) throws IOException {
        Path out = Files.createTempFile("maskguard-answer", ".txt");
        try {
            List<String> called = words.stream()
                    .map(word -> word.replace("{file}", file.toString()))
                    .toList();
            long start = System.nanoTime();
            Process process = new ProcessBuilder(called)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            long peak = 0;
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, residentMb(process.pid()));
                long ms = millis(start);
                if (ms > timeLimit.toMillis() || memoryLimitMb > 0 && peak > memoryLimitMb) {
                    stop(process);
                    return Answer.failed(ms, peak, ms > timeLimit.toMillis() ? "time limit" : "memory limit");
                }
            }
            return answer(Files.readString(out, StandardCharsets.UTF_8), process.exitValue(), millis(start), peak);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(out);
        }
    }

    /// What the output and exit status of a command say.
    static Answer answer(String output, int status, long ms, long peakMb) {
        JsonNode said = null;
        for (String line : output.lines().toList()) {
            JsonNode object = line.startsWith("{") ? object(line) : null;
            said = object != null && object.path("verdict").isString() ? object : said;
        }
        if (said != null) {
            String verdict = said.path("verdict").asString();
            if (!VERDICTS.contains(verdict)) {
                return Answer.failed(ms, peakMb, "unknown verdict");
            }
            double score = said.path("score").isNumber() ? said.path("score").asDouble() : Double.NaN;
            String category =
                    said.path("category").isString() ? said.path("category").asString() : "";
            return new Answer(verdict, category, score, ms, peakMb, "");
        }
        return switch (status) {
            case 0 -> new Answer("pass", "", Double.NaN, ms, peakMb, "");
            case 1 -> new Answer("refuse", "", Double.NaN, ms, peakMb, "");
            case 2 -> new Answer("unreadable", "", Double.NaN, ms, peakMb, "");
            default -> Answer.failed(ms, peakMb, "exit status " + status);
        };
    }

    private static JsonNode object(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            // A line that only looks like JSON is no answer.
            return null;
        }
    }

    /// Words at blanks; quotes hold a word together.
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (char c : command.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (Character.isWhitespace(c)) {
                if (open || !word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
            }
        }
        if (open || !word.isEmpty()) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static long residentMb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // Ended meanwhile, or no Linux.
            return 0;
        }
        return 0;
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}

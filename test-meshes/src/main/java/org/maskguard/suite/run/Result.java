package org.maskguard.suite.run;

import org.maskguard.suite.bench.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A case with its guard's answer; one line of a log.
///
/// @param sha256 of the file that was judged
/// @param bytes of that file
public record Result(Entry entry, Answer answer, String sha256, long bytes) {

    public boolean refused() {
        return answer.verdict().equals("refuse");
    }

    /// Nothing but a refusal is right, and there was none.
    public boolean missed() {
        return entry.mustRefuse() && !refused();
    }

    /// Refused, though that is not right.
    public boolean falselyRefused() {
        return entry.mustNotRefuse() && refused();
    }

    /// Warned of, though only a pass is right.
    public boolean falselyWarned() {
        return entry.accepts().equals("pass") && answer.verdict().equals("warn");
    }

    /// None of the right verdicts.
    public boolean wrong() {
        return !entry.right().contains(answer.verdict());
    }

    String line() {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("id", entry.id()).put("sha256", sha256).put("bytes", bytes).put("verdict", answer.verdict());
        node.put("category", answer.category());
        if (!Double.isNaN(answer.score())) {
            node.put("score", answer.score());
        }
        node.put("ms", answer.ms()).put("peak_mb", answer.peakMb()).put("note", answer.note());
        return node.toString();
    }

    static Result of(Entry entry, JsonNode line) {
        Answer answer = new Answer(
                line.path("verdict").asString(),
                line.path("category").asString(),
                line.path("score").isNumber() ? line.path("score").asDouble() : Double.NaN,
                line.path("ms").asLong(),
                line.path("peak_mb").asLong(),
                line.path("note").asString());
        return new Result(
                entry,
                answer,
                line.path("sha256").asString(),
                line.path("bytes").asLong());
    }
}

package org.maskguard.gateway.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.gateway.gate.JobState;

/// What becomes of jobs that were not over when the gateway ended, however it ended.
final class Recovery {

    static final String WHY = "the gateway ended";

    private Recovery() {}

    private record Left(String job, String printer, JobState state) {}

    /// Jobs that were printing are interrupted, all others incomplete.
    static void run(Connection db, AuditLog log, Instant now) throws SQLException {
        List<Left> left = left(db);
        if (left.isEmpty()) {
            return;
        }
        Schema.run(db, "BEGIN IMMEDIATE");
        for (Left each : left) {
            JobRows.state(db, each.job(), each.state(), WHY, now);
            Map<String, Object> payload = new HashMap<>();
            payload.put("job", each.job());
            payload.put("state", each.state().word());
            payload.put("why", WHY);
            log.append(now, each.printer(), "job", payload);
        }
        log.seal();
        Schema.run(db, "COMMIT");
    }

    private static List<Left> left(Connection db) throws SQLException {
        List<Left> left = new ArrayList<>();
        try (Statement select = db.createStatement();
                ResultSet rows = select.executeQuery("SELECT id, printer, state FROM job"
                        + " WHERE state IN ('collecting', 'judging', 'waiting', 'printing') ORDER BY id")) {
            while (rows.next()) {
                boolean printed = rows.getString(3).equals(JobState.PRINTING.word());
                left.add(new Left(
                        rows.getString(1), rows.getString(2), printed ? JobState.INTERRUPTED : JobState.INCOMPLETE));
            }
        }
        return left;
    }
}

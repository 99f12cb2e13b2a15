package org.maskguard.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.maskguard.gateway.gate.JobState;

/// Changes jobs' rows, within the transactions of whoever writes. Stateless.
final class JobRows {

    private static final Set<JobState> OVER =
            EnumSet.of(JobState.DONE, JobState.REFUSED, JobState.INCOMPLETE, JobState.INTERRUPTED, JobState.CANCELLED);

    private JobRows() {}

    /// Whether a job in this state goes on only if an operator wants it.
    static boolean isOver(JobState state) {
        return OVER.contains(state);
    }

    static void insert(Connection db, String id, String printer, Instant began) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT INTO job (id, printer, state, began) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, printer);
            insert.setString(3, JobState.COLLECTING.word());
            insert.setString(4, began.toString());
            insert.executeUpdate();
        }
    }

    static void state(Connection db, String job, JobState state, String why, Instant at) throws SQLException {
        try (PreparedStatement update =
                db.prepareStatement("UPDATE job SET state = ?, why = ?, ended = ? WHERE id = ?")) {
            update.setString(1, state.word());
            update.setString(2, why);
            update.setString(3, isOver(state) ? at.toString() : null);
            update.setString(4, job);
            update.executeUpdate();
        }
    }

    static void progress(Connection db, String job, double share) throws SQLException {
        try (PreparedStatement update = db.prepareStatement("UPDATE job SET progress = ? WHERE id = ?")) {
            update.setDouble(1, share);
            update.setString(2, job);
            update.executeUpdate();
        }
    }

    /// Writes a verdict; gives the job's printer.
    static String judged(Connection db, String job, String sha256, long lines, String document) throws SQLException {
        try (PreparedStatement update = db.prepareStatement("UPDATE job SET sha256 = ?, lines = ? WHERE id = ?")) {
            update.setString(1, sha256);
            update.setLong(2, lines);
            update.setString(3, job);
            update.executeUpdate();
        }
        try (PreparedStatement insert =
                db.prepareStatement("INSERT OR REPLACE INTO verdict (job, document) VALUES (?, ?)")) {
            insert.setString(1, job);
            insert.setString(2, document);
            insert.executeUpdate();
        }
        try (PreparedStatement select = db.prepareStatement("SELECT printer FROM job WHERE id = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}

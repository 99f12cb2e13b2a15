package org.maskguard.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.StrictJson;
import org.maskguard.trust.Untrusted;
import org.maskguard.trust.VerifyingKey;

/// Verifies the audit log: every row, its hash, its signature, that none is missing, and that the verdicts are those
/// that it tells of. For one run.
///
/// What it cannot see: rows that were added by whoever has the gateway's secret key, and a store that was put back
/// whole
/// as it was at an earlier time. Against the latter, note the last row's hash elsewhere now and then: see
/// [Found#holds].
public final class AuditCheck {

    private static final StrictJson JSON = new StrictJson(16 << 20);

    private final Connection db;
    private final VerifyingKey key;
    private long seq;
    private byte[] hash = AuditRow.BEGINNING;
    private long signatures;

    private AuditCheck(Connection db, VerifyingKey key) {
        this.db = db;
        this.key = key;
    }

    /// What was found.
    ///
    /// @param rows how many rows were right, from the first
    /// @param signatures how many of them were signed
    /// @param hash of the last of them, hexadecimal
    /// @param broken what is wrong with the row behind them, in one sentence; empty where nothing is
    public record Found(long rows, long signatures, String hash, Optional<String> broken) {

        /// Whether the whole log is as it was written.
        public boolean holds() {
            return broken.isEmpty();
        }
    }

    /// Verifies the log of a store, which may be in use.
    ///
    /// @param file the store's
    /// @param key of the gateway that wrote it
    /// @throws StoreFault where it is no store, or cannot be read
    public static Found of(Path file, VerifyingKey key) throws IOException {
        try (Connection db = Schema.openToRead(file)) {
            // One snapshot, while the gateway writes on.
            db.setAutoCommit(false);
            return new AuditCheck(db, key).found();
        } catch (SQLException e) {
            throw new StoreFault(file + " cannot be read as a store: " + e.getMessage(), e);
        }
    }

    /// The hash of one row, hexadecimal; empty where there is none.
    public static Optional<String> hashOf(Path file, long row) throws IOException {
        try (Connection db = Schema.openToRead(file);
                PreparedStatement select = db.prepareStatement("SELECT hash FROM audit WHERE seq = ?")) {
            select.setLong(1, row);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(HexFormat.of().formatHex(found.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreFault(file + " cannot be read as a store: " + e.getMessage(), e);
        }
    }

    /// Verifies what an open connection sees.
    static Found of(Connection db, VerifyingKey key) throws SQLException {
        return new AuditCheck(db, key).found();
    }

    private Found found() throws SQLException {
        Optional<String> broken = rows();
        if (broken.isEmpty()) {
            broken = head();
        }
        if (broken.isEmpty()) {
            broken = verdicts();
        }
        return new Found(seq, signatures, HexFormat.of().formatHex(hash), broken);
    }

    private Optional<String> rows() throws SQLException {
        try (Statement select = db.createStatement();
                ResultSet rows = select.executeQuery(
                        "SELECT seq, at, printer, kind, payload, hash, signature FROM audit ORDER BY seq")) {
            while (rows.next()) {
                Optional<String> broken = row(rows);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<String> row(ResultSet rows) throws SQLException {
        long number = rows.getLong(1);
        if (number != seq + 1) {
            return broken(seq + 1, number <= seq ? "comes behind a row " + number : "is missing");
        }
        AuditRow row = new AuditRow(number, rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5));
        byte[] told = rows.getBytes(6);
        byte[] signature = rows.getBytes(7);
        try {
            if (!CanonicalJson.text(JSON.object(row.payload())).equals(row.payload())) {
                return broken(number, "was changed: its payload is not as it was written");
            }
        } catch (Untrusted e) {
            return broken(number, "was changed: its payload is no JSON");
        }
        byte[] next = row.hash(hash);
        if (!Arrays.equals(next, told)) {
            return broken(number, "was changed, or is not the one that stood there: its hash does not fit");
        }
        if (row.isSigned() != (signature != null)) {
            return broken(number, signature == null ? "is not signed" : "is signed, which it need not be");
        }
        if (signature != null) {
            if (!key.verifies(AuditRow.toSign(AuditLog.ROW, number, next, key.id()), signature)) {
                return broken(number, "has a signature that is not of the key " + key.id());
            }
            signatures++;
        }
        seq = number;
        hash = next;
        return Optional.empty();
    }

    private Optional<String> head() throws SQLException {
        try (Statement select = db.createStatement();
                ResultSet head = select.executeQuery("SELECT seq, hash, signature FROM audit_head")) {
            if (!head.next()) {
                return seq == 0
                        ? Optional.empty()
                        : broken(seq + 1, "may be missing: how far the log goes is not told");
            }
            long last = head.getLong(1);
            if (!key.verifies(AuditRow.toSign(AuditLog.HEAD, last, head.getBytes(2), key.id()), head.getBytes(3))) {
                return broken(seq + 1, "may be missing: how far the log goes is not signed with the key " + key.id());
            }
            if (last > seq) {
                return broken(seq + 1, "is missing: the log was signed up to row " + last);
            }
            if (last < seq || !Arrays.equals(head.getBytes(2), hash)) {
                return broken(last + 1, "was added by somebody else: the log was signed up to row " + last);
            }
            return Optional.empty();
        }
    }

    /// Every verdict is the last on its job that the log tells of, and none is missing.
    private Optional<String> verdicts() throws SQLException {
        try (Statement select = db.createStatement();
                ResultSet rows = select.executeQuery("""
                        SELECT coalesce(told.job, verdict.job), told.digest, verdict.document
                        FROM (SELECT payload ->> 'job' AS job, payload ->> 'digest' AS digest, max(seq)
                              FROM audit WHERE kind = 'verdict' GROUP BY 1) AS told
                        FULL JOIN verdict ON verdict.job = told.job
                        """)) {
            while (rows.next()) {
                String document = rows.getString(3);
                if (document == null) {
                    return Optional.of(
                            "the verdict on job " + rows.getString(1) + ", which the log tells of, is missing");
                }
                if (!SignedVerdict.digest(document).equals(rows.getString(2))) {
                    return Optional.of(
                            "the verdict on job " + rows.getString(1) + " is not the one that the log tells of");
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> broken(long row, String how) {
        return Optional.of("row " + row + " " + how);
    }
}

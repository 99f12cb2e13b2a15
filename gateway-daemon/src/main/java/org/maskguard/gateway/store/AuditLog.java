package org.maskguard.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.SigningKey;

/// Adds rows to the audit log, within the transactions of whoever writes. For one thread.
final class AuditLog {

    static final String ROW = "audit";
    static final String HEAD = "audit-head";

    private final Connection db;
    private final SigningKey key;
    private long seq;
    private byte[] hash = AuditRow.BEGINNING;

    AuditLog(Connection db, SigningKey key) throws SQLException {
        this.db = db;
        this.key = key;
        reload();
    }

    /// Adds a row.
    ///
    /// @param payload what [CanonicalJson] can write
    void append(Instant at, String printer, String kind, Map<String, ?> payload) throws SQLException {
        AuditRow row = new AuditRow(
                seq + 1, at.truncatedTo(ChronoUnit.MILLIS).toString(), printer, kind, CanonicalJson.text(payload));
        byte[] next = row.hash(hash);
        byte[] signature = row.isSigned() ? key.sign(AuditRow.toSign(ROW, row.seq(), next, key.id())) : null;
        try (PreparedStatement insert = db.prepareStatement(
                "INSERT INTO audit (seq, at, printer, kind, payload, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.seq());
            insert.setString(2, row.at());
            insert.setString(3, printer);
            insert.setString(4, kind);
            insert.setString(5, row.payload());
            insert.setBytes(6, next);
            insert.setBytes(7, signature);
            insert.executeUpdate();
        }
        seq = row.seq();
        hash = next;
    }

    /// Signs how far the log goes: the last thing of each transaction.
    void seal() throws SQLException {
        try (PreparedStatement head = db.prepareStatement(
                "INSERT OR REPLACE INTO audit_head (one, seq, hash, signature) VALUES (1, ?, ?, ?)")) {
            head.setLong(1, seq);
            head.setBytes(2, hash);
            head.setBytes(3, key.sign(AuditRow.toSign(HEAD, seq, hash, key.id())));
            head.executeUpdate();
        }
    }

    /// Goes back to what is on disk, after a transaction that was not.
    void reload() throws SQLException {
        try (Statement select = db.createStatement();
                ResultSet last = select.executeQuery("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")) {
            boolean any = last.next();
            seq = any ? last.getLong(1) : 0;
            hash = any ? last.getBytes(2) : AuditRow.BEGINNING;
        }
    }
}

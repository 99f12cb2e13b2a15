package org.maskguard.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Ruling;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.trust.SigningKey;

/// Somebody with write access to the file, but without the gateway's key, changes the log.
class AuditCheckTest {

    private static final SigningKey KEY = SigningKey.create();

    @TempDir
    private Path folder;

    private Path file;

    /// A log of 251 rows: the first says that the gateway started, the last that it stopped.
    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("gateway.db");
        try (Store store = Store.open(file, KEY, Instant::now, fault -> {})) {
            for (int i = 0; i < 40; i++) {
                String id = store.ledger("p" + i % 3).begin();
                store.write(id, "ab".repeat(32), i, Judged.as(i % 7 == 0 ? Ruling.REFUSE : Ruling.PASS));
                store.ledger("p" + i % 3).state(id, JobState.DONE, "");
            }
            for (int i = 122; i <= 250; i++) {
                store.event("p1", "printer-lost", Map.of("cause", "number " + i));
            }
        }
    }

    @Test
    void aLogThatWasLeftAloneHolds() throws IOException {
        AuditCheck.Found found = AuditCheck.of(file, KEY.verifying());
        assertThat(found.broken()).isEmpty();
        assertThat(found.rows()).isEqualTo(251);
        // Each verdict, rows 100 and 200, and the stop; row 100 is none of a verdict.
        assertThat(found.signatures()).isEqualTo(40 + 2 + 1);
        assertThat(AuditCheck.hashOf(file, 251)).hasValue(found.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET payload = replace(payload, '130', '131') WHERE seq = 130 | row 130 was changed, or is not the one that stood there: its hash does not fit",
                "UPDATE audit SET payload = replace(payload, '{', '{ ') WHERE seq = 130 | row 130 was changed: its payload is not as it was written",
                "UPDATE audit SET payload = 'x' WHERE seq = 130 | row 130 was changed: its payload is no JSON",
                "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE seq = 1 | row 1 was changed, or is not the one that stood there: its hash does not fit",
                "UPDATE audit SET printer = 'p9' WHERE seq = 251 | row 251 was changed, or is not the one that stood there: its hash does not fit",
                "UPDATE audit SET kind = 'nothing' WHERE kind = 'verdict' | row 3 was changed, or is not the one that stood there: its hash does not fit",
                "UPDATE audit SET signature = NULL WHERE seq = 200 | row 200 is not signed",
                "UPDATE audit SET signature = x'00' WHERE seq = 200 | row 200 has a signature that is not of the key KEY",
                "UPDATE audit SET signature = x'00' WHERE seq = 201 | row 201 is signed, which it need not be",
                "DELETE FROM audit WHERE seq = 77 | row 77 is missing",
                "DELETE FROM audit WHERE seq = 1 | row 1 is missing",
                "DELETE FROM audit WHERE seq > 220 | row 221 is missing: the log was signed up to row 251",
                "DELETE FROM audit WHERE seq = 251 | row 251 is missing: the log was signed up to row 251",
                "DELETE FROM audit | row 1 is missing: the log was signed up to row 251",
                "DELETE FROM audit_head | row 252 may be missing: how far the log goes is not told",
                "UPDATE audit_head SET seq = 250 | row 252 may be missing: how far the log goes is not signed with the key KEY",
            })
    void theFirstBrokenRowIsNamed(String change, String broken) throws Exception {
        change(change);
        assertThat(AuditCheck.of(file, KEY.verifying()).broken()).hasValue(broken.replace("KEY", KEY.id()));
    }

    @Test
    void rowsThatChangedPlacesAreFound() throws Exception {
        swap(130, 140);
        assertThat(AuditCheck.of(file, KEY.verifying()).broken().orElseThrow()).startsWith("row 130 was changed");
    }

    /// Whoever knows how rows are hashed can make the hashes fit, but not sign.
    @Test
    void aLogThatWasHashedAnewIsFoundAtItsNextSignature() throws Exception {
        change("UPDATE audit SET payload = replace(payload, '130', '131') WHERE seq = 130");
        rehash();
        assertThat(AuditCheck.of(file, KEY.verifying()).broken())
                .hasValue("row 200 has a signature that is not of the key " + KEY.id());
    }

    @Test
    void rowsAddedByOthersAreFound() throws Exception {
        change("INSERT INTO audit (seq, at, printer, kind, payload, hash) VALUES (252, '', '', 'x', '{}', x'00')");
        rehash();
        assertThat(AuditCheck.of(file, KEY.verifying()).broken())
                .hasValue("row 252 was added by somebody else: the log was signed up to row 251");
    }

    /// Any single change, at any row, is found there, or no later than at the next signature.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTamperingIsFound(long seed) throws Exception {
        Random chance = new Random(seed);
        Path whole = Files.copy(file, folder.resolve("whole.db"));
        for (int i = 0; i < 12; i++) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            int row = 1 + chance.nextInt(251);
            int other = 1 + chance.nextInt(251);
            int first = row;
            int what = chance.nextInt(5);
            switch (what) {
                case 0 -> change("UPDATE audit SET payload = json_set(payload, '$.x', 1) WHERE seq = " + row);
                case 1 -> change("DELETE FROM audit WHERE seq = " + row);
                case 2 -> change("DELETE FROM audit WHERE seq >= " + row);
                case 3 -> {
                    if (row == other) {
                        continue;
                    }
                    swap(row, other);
                    first = Math.min(row, other);
                }
                default -> {
                    // The rows behind move up.
                    change("DELETE FROM audit WHERE seq = " + row);
                    change("UPDATE audit SET seq = -seq WHERE seq > " + row);
                    change("UPDATE audit SET seq = -seq - 1 WHERE seq < 0");
                }
            }
            assertThat(AuditCheck.of(file, KEY.verifying()).broken())
                    .as("seed %d, trial %d: way %d at row %d", seed, i, what, row)
                    .isPresent()
                    .get()
                    .asString()
                    .startsWith("row " + first + " ");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Schema.run(db, "DROP TRIGGER IF EXISTS audit_is_not_changed");
            Schema.run(db, "DROP TRIGGER IF EXISTS audit_is_not_shortened");
            Schema.run(db, sql);
        }
    }

    private void swap(int row, int other) throws SQLException {
        change("UPDATE audit SET seq = -1 WHERE seq = " + row);
        change("UPDATE audit SET seq = " + row + " WHERE seq = " + other);
        change("UPDATE audit SET seq = " + other + " WHERE seq = -1");
    }

    private void rehash() throws SQLException {
        byte[] hash = AuditRow.BEGINNING;
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement select = db.createStatement();
                ResultSet rows = select.executeQuery("SELECT seq, at, printer, kind, payload FROM audit ORDER BY seq");
                java.sql.PreparedStatement update = db.prepareStatement("UPDATE audit SET hash = ? WHERE seq = ?")) {
            db.setAutoCommit(false);
            while (rows.next()) {
                AuditRow row = new AuditRow(
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5));
                hash = row.hash(hash);
                update.setBytes(1, hash);
                update.setLong(2, row.seq());
                update.executeUpdate();
            }
            db.commit();
        }
    }

    @Test
    void accidentsAreKeptOutByTheFileItself() throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String sql : new String[] {"DELETE FROM audit WHERE seq = 3", "UPDATE audit SET kind = 'x'"}) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> Schema.run(db, sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("only ever added to");
            }
        }
    }
}

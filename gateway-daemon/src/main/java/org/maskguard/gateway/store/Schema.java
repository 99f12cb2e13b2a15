package org.maskguard.gateway.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The store's tables, by numbered steps: a file is brought from the step that it is at (`user_version`) to the last.
final class Schema {

    /// The last step.
    static final int LAST = 1;

    private Schema() {}

    /// Opens a file for writing, makes it where it is not there, and brings it to the last step.
    ///
    /// @throws StoreFault where a newer gateway wrote it
    static Connection open(Path file) throws SQLException, IOException {
        Connection db = connect("jdbc:sqlite:" + file);
        try {
            // A verdict that was written must outlive the loss of power.
            run(db, "PRAGMA journal_mode = WAL");
            run(db, "PRAGMA synchronous = FULL");
            int version = version(db);
            if (version > LAST) {
                throw new StoreFault(file + " was written by a newer version of Maskguard (step " + version
                        + "; this one knows " + LAST + ")");
            }
            for (int step = version + 1; step <= LAST; step++) {
                take(db, step);
            }
            return db;
        } catch (SQLException | IOException | RuntimeException e) {
            db.close();
            throw e;
        }
    }

    /// Opens a file for reading only.
    static Connection openToRead(Path file) throws SQLException, IOException {
        if (!Files.exists(file)) {
            throw new StoreFault(file + ": there is no such file");
        }
        Path journal = file.resolveSibling(file.getFileName() + "-wal");
        // On a medium that cannot be written, SQLite must be told that nobody else writes either.
        boolean still = !Files.exists(journal)
                && !Files.isWritable(file.toAbsolutePath().getParent());
        Connection db = connect("jdbc:sqlite:file:"
                + file.toAbsolutePath().toUri().getRawPath() + "?mode=ro" + (still ? "&immutable=1" : ""));
        try {
            if (version(db) != LAST) {
                throw new StoreFault(file + " is at step " + version(db) + " of its form; this version knows " + LAST);
            }
            return db;
        } catch (SQLException | IOException e) {
            db.close();
            throw e;
        }
    }

    static void run(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String url) throws SQLException {
        Connection db = DriverManager.getConnection(url);
        run(db, "PRAGMA busy_timeout = 2000");
        run(db, "PRAGMA foreign_keys = ON");
        return db;
    }

    private static int version(Connection db) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        }
    }

    private static void take(Connection db, int step) throws SQLException, IOException {
        String sql;
        try (InputStream in = Schema.class.getResourceAsStream(step + ".sql")) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        db.setAutoCommit(false);
        try (Statement statement = db.createStatement()) {
            statement.executeUpdate(sql);
            statement.executeUpdate("PRAGMA user_version = " + step);
            db.commit();
        } catch (SQLException e) {
            db.rollback();
            throw e;
        } finally {
            db.setAutoCommit(true);
        }
    }
}

package org.maskguard.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.maskguard.trust.Untrusted;
import org.maskguard.trust.VerifyingKey;

/// Reads jobs, on a connection of its own. Thread-safe.
final class Jobs implements AutoCloseable {

    private static final String COLUMNS =
            "SELECT id, printer, state, why, lines, sha256, began, ended, progress, document"
                    + " FROM job LEFT JOIN verdict ON verdict.job = job.id";

    private final Path file;
    private final Connection db;
    private final VerifyingKey key;
    private final ConcurrentMap<String, Double> progress;

    /// @param progress of prints that are going on, by job
    Jobs(Path file, VerifyingKey key, ConcurrentMap<String, Double> progress) throws SQLException, IOException {
        this.file = file;
        this.key = key;
        this.progress = progress;
        db = Schema.openToRead(file);
    }

    synchronized JobPage page(JobQuery query) throws StoreFault {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" WHERE id > ?");
        List<String> values = new ArrayList<>();
        values.add(query.after().orElse(""));
        query.printer().ifPresent(printer -> {
            sql.append(" AND printer = ?");
            values.add(printer);
        });
        if (!query.states().isEmpty()) {
            sql.append(" AND state IN (?")
                    .append(", ?".repeat(query.states().size() - 1))
                    .append(')');
            values.addAll(query.states());
        }
        // One more, to know whether there is a next page.
        sql.append(" ORDER BY id LIMIT ").append(query.limit() + 1);
        List<Job> found = select(sql.toString(), values);
        boolean more = found.size() > query.limit();
        List<Job> jobs = more ? found.subList(0, query.limit()) : found;
        return new JobPage(jobs, more ? Optional.of(jobs.getLast().id()) : Optional.empty());
    }

    synchronized Optional<Job> job(String id) throws StoreFault {
        return select(COLUMNS + " WHERE id = ?", List.of(id)).stream().findFirst();
    }

    /// The verdict on a job, where it is signed.
    synchronized Optional<SignedVerdict> verdict(String job) throws StoreFault {
        try (PreparedStatement select = db.prepareStatement("SELECT document FROM verdict WHERE job = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? believed(job, row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        db.close();
    }

    private List<Job> select(String sql, List<String> values) throws StoreFault {
        try (PreparedStatement select = db.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setString(i + 1, values.get(i));
            }
            List<Job> jobs = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    jobs.add(job(rows));
                }
            }
            return jobs;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private Job job(ResultSet row) throws SQLException {
        String id = row.getString(1);
        String document = row.getString(10);
        Map<String, Object> verdict = document == null
                ? null
                : believed(id, document).map(SignedVerdict::verdict).orElse(null);
        return new Job(
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                verdict,
                progress.getOrDefault(id, row.getDouble(9)));
    }

    private Optional<SignedVerdict> believed(String job, String document) {
        try {
            return Optional.of(SignedVerdict.read(document, key))
                    .filter(each -> each.job().equals(job));
        } catch (Untrusted e) {
            // As if there were none; 'gateway audit' names it.
            return Optional.empty();
        }
    }

    private StoreFault fault(SQLException e) {
        return new StoreFault(file + " cannot be read: " + e.getMessage(), e);
    }
}

package org.maskguard.gateway.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.maskguard.classify.Verdict;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.judging.VerdictBook;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.trust.SigningKey;

/// The gateway's memory. One process at a time has it open. Thread-safe.
public final class Store implements VerdictBook, AutoCloseable {

    private final Path file;
    private final SigningKey key;
    private final InstantSource clock;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Connection db;
    private final Writer writer;
    private final Jobs jobs;
    private final Ulids ulids = new Ulids(new SecureRandom());
    private final ConcurrentMap<String, Double> progress = new ConcurrentHashMap<>();
    private final Map<String, Machine> machines = new TreeMap<>();

    /// Opens a store, and makes it where it is not there.
    ///
    /// The whole audit log is verified first. Jobs that were not over when the gateway ended are incomplete then,
    /// or
    /// interrupted where they were printing: none goes on by itself.
    ///
    /// @param file of the database; its folder is made, for its owner only
    /// @param key with which verdicts and the log are signed: always the same for one store
    /// @param clock tells what time it is; order does not depend on it
    /// @param faults is told, in a sentence, when writing fails
    /// @throws StoreFault where it cannot be opened, where another process has it, or where its log is not as it
    /// was
    ///     written: then nothing it says is to be believed
    public static Store open(Path file, SigningKey key, InstantSource clock, Consumer<String> faults)
            throws IOException {
        OwnerOnly.folder(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new StoreFault("another gateway has the store " + file + " open");
            }
            return new Store(file, key, clock, faults, channel, lock);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreFault("another gateway has the store " + file + " open", e);
        } catch (SQLException e) {
            channel.close();
            throw new StoreFault("the store " + file + " cannot be opened: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Store(
            Path file,
            SigningKey key,
            InstantSource clock,
            Consumer<String> faults,
            FileChannel lockFile,
            FileLock lock)
            throws SQLException, IOException {
        this.file = file;
        this.key = key;
        this.clock = clock;
        this.lockFile = lockFile;
        this.lock = lock;
        db = Schema.open(file);
        try {
            AuditCheck.Found found = AuditCheck.of(db, key.verifying());
            if (!found.holds()) {
                throw new StoreFault("the store " + file + " is not as it was written: "
                        + found.broken().get() + "; move it away and see why before you begin a new one");
            }
            jobs = new Jobs(file, key.verifying(), progress);
            readMachines();
            AuditLog log = new AuditLog(db, key);
            Recovery.run(db, log, now());
            ulids.after(lastJob());
            writer = new Writer(db, log, faults);
        } catch (SQLException | IOException | RuntimeException e) {
            db.close();
            throw e;
        }
        event("", "store-opened", Map.of("key", key.id()));
    }

    /// Where one printer's gate writes.
    public Ledger ledger(String printer) {
        return new PrinterLedger(this, printer, machines.get(printer));
    }

    /// The permits that were handed in.
    ///
    /// @param ring the list of enrolled keys
    public Permits permits(Path ring) {
        return new Permits(writer, ring, clock);
    }

    /// A page of jobs.
    public JobPage jobs(JobQuery query) throws StoreFault {
        return jobs.page(query);
    }

    /// One job.
    public Optional<Job> job(String id) throws StoreFault {
        return jobs.job(id);
    }

    /// Writes down jobs whose lines lie in the spool but of which the store knows nothing: power was lost in
    /// between.
    ///
    /// @param printer whose folder it is
    /// @param spooled names of what lies there; what is no identifier is passed over
    public void adopt(String printer, List<String> spooled) throws IOException {
        for (String id : spooled) {
            if (Ulids.isOne(id) && job(id).isEmpty()) {
                Instant began = Instant.ofEpochMilli(Ulids.millis(id));
                ulids.after(id);
                writer.addAndWait((connection, log) -> {
                    JobRows.insert(connection, id, printer, began);
                    JobRows.state(connection, id, JobState.INCOMPLETE, Recovery.WHY, now());
                    log.append(now(), printer, "job", payload(id, JobState.INCOMPLETE, Recovery.WHY));
                });
            }
        }
    }

    /// The verdict that stands for a job, where it may be believed: it is signed, and over just these lines.
    public Optional<SignedVerdict> believed(String job, Sealed sealed) throws StoreFault {
        return jobs.verdict(job)
                .filter(each -> each.sha256().equals(sealed.sha256()) && each.lines() == sealed.lines());
    }

    /// Writes a verdict down; a later one on the same job takes its place, and the log has both.
    @Override
    public void write(String job, String sha256, long lines, Verdict verdict) throws IOException {
        Instant at = now();
        String document = SignedVerdict.sign(job, sha256, lines, verdict, at, key);
        Map<String, Object> payload = new HashMap<>();
        payload.put("job", job);
        payload.put("sha256", sha256);
        payload.put("lines", lines);
        payload.put("verdict", verdict.ruling().word());
        payload.put("category", verdict.category().word());
        payload.put("digest", SignedVerdict.digest(document));
        writer.addAndWait((connection, log) -> {
            String printer = JobRows.judged(connection, job, sha256, lines, document);
            log.append(at, printer, AuditRow.VERDICT, payload);
        });
    }

    /// Adds to the audit log.
    ///
    /// @param printer its name; empty where it is about the gateway
    /// @param kind a short stable word
    public void event(String printer, String kind, Map<String, String> what) {
        Instant at = now();
        Map<String, String> payload = Map.copyOf(what);
        writer.add((connection, log) -> log.append(at, printer, kind, payload));
    }

    /// Why nothing can be written at present; empty where it can. What was asked for meanwhile is not lost.
    public String fault() {
        return writer.fault();
    }

    /// Returns when everything that was asked for before is on disk.
    public void flush() throws IOException {
        writer.addAndWait((connection, log) -> {});
    }

    @Override
    public void close() throws IOException {
        event("", AuditRow.CLOSED, Map.of());
        writer.close();
        try {
            jobs.close();
            db.close();
        } catch (SQLException e) {
            throw new StoreFault("the store " + file + " cannot be closed: " + e.getMessage(), e);
        } finally {
            lock.release();
            lockFile.close();
        }
    }

    String begin(String printer) {
        Instant at = now();
        String id = ulids.next(at.toEpochMilli());
        writer.add((connection, log) -> {
            JobRows.insert(connection, id, printer, at);
            log.append(at, printer, "job", payload(id, JobState.COLLECTING, ""));
        });
        return id;
    }

    void state(String printer, String job, JobState state, String why) {
        Instant at = now();
        String clause = Text.whole(why);
        writer.add((connection, log) -> {
            JobRows.state(connection, job, state, clause, at);
            log.append(at, printer, "job", payload(job, state, clause));
        });
        if (JobRows.isOver(state)) {
            Double share = progress.remove(job);
            if (share != null) {
                writer.add((connection, log) -> JobRows.progress(connection, job, share));
            }
        }
    }

    void progress(String job, double share) {
        progress.put(job, share);
    }

    void commission(String printer, Machine machine) {
        Instant at = now();
        writer.add((connection, log) -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO machine (printer, text, at) VALUES (?, ?, ?)")) {
                insert.setString(1, printer);
                insert.setString(2, machine.text());
                insert.setString(3, at.toString());
                insert.executeUpdate();
            }
            log.append(at, printer, "commissioned", Map.of("machine", Text.whole(machine.text())));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void readMachines() throws SQLException, StoreFault {
        try (Statement select = db.createStatement();
                ResultSet rows = select.executeQuery("SELECT printer, text FROM machine")) {
            while (rows.next()) {
                machines.put(rows.getString(1), Machine.parse(rows.getString(2)));
            }
        } catch (IllegalArgumentException e) {
            throw new StoreFault("the store " + file + " holds a commissioned machine that cannot be read", e);
        }
    }

    private String lastJob() throws SQLException {
        try (Statement select = db.createStatement();
                ResultSet row = select.executeQuery("SELECT max(id) FROM job")) {
            String last = row.getString(1);
            return last == null ? "" : last;
        }
    }

    private static Map<String, Object> payload(String job, JobState state, String why) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("job", job);
        payload.put("state", state.word());
        payload.put("why", why);
        return payload;
    }
}

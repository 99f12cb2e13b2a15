package org.maskguard.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.maskguard.gateway.judging.PermitBook;
import org.maskguard.trust.EnrolledKey;
import org.maskguard.trust.KeyRing;
import org.maskguard.trust.Permit;
import org.maskguard.trust.Untrusted;
import org.maskguard.trust.Untrusted.Why;

/// The permits that were handed in, and how often each was used. Thread-safe.
///
/// What is handed in is accepted only where an enrolled key signed it; and it is tested again, with the keys that are
/// enrolled then, each time that it is used. Whatever is not accepted stands in the audit log, with the reason.
public final class Permits implements PermitBook {

    private static final int LONGEST = 16 << 10;

    private final Writer writer;
    private final Path ring;
    private final InstantSource clock;

    /// @param ring the list of enrolled keys; read anew at each use
    Permits(Writer writer, Path ring, InstantSource clock) {
        this.writer = writer;
        this.ring = ring;
        this.clock = clock;
    }

    private record Held(String digest, Permit permit, int used) {}

    /// Takes a permit in. One that is known already keeps its count.
    ///
    /// @param text as `permit issue` wrote it
    /// @return one sentence: for which job, where, until when
    /// @throws Untrusted where it is not accepted
    /// @throws IOException where the list of keys cannot be read, or the store not be written
    public String add(String text) throws Untrusted, IOException {
        Instant now = clock.instant();
        try {
            if (text.length() > LONGEST) {
                throw new Untrusted(Why.MALFORMED, "it is larger than any permit");
            }
            Permit permit = Permit.parse(text.strip());
            EnrolledKey by = permit.verify(KeyRing.read(ring));
            permit.checkTime(now);
            String digest = permit.document().digest();
            writer.addAndWait((db, log) -> {
                insert(db, digest, permit, now);
                log.append(now, at(permit), "permit-added", payload(digest, permit, by.name()));
            });
            return "It holds for job %s until %s.".formatted(permit.job().substring(0, 8), permit.until());
        } catch (Untrusted e) {
            Map<String, String> payload = Map.of("why", e.word(), "text", Text.whole(e.getMessage()));
            writer.add((db, log) -> log.append(now, "", "permit-not-accepted", payload));
            throw e;
        }
    }

    @Override
    public Optional<String> use(String printer, String job, String sha256) throws IOException {
        KeyRing keys;
        try {
            keys = KeyRing.read(ring);
        } catch (Untrusted e) {
            throw new StoreFault("the list of enrolled keys is not to be trusted: " + e.getMessage(), e);
        }
        Instant now = clock.instant();
        AtomicReference<String> by = new AtomicReference<>();
        // Looked up and counted in one transaction: two prints never share a use.
        writer.addAndWait((db, log) -> {
            by.set(null);
            for (Held held : held(db, sha256)) {
                Map<String, Object> payload = new HashMap<>();
                payload.put("job", job);
                payload.put("permit", held.digest());
                try {
                    String name = usable(held, keys, printer, sha256, now);
                    count(db, held.digest());
                    payload.put("by", name);
                    payload.put("use", held.used() + 1);
                    log.append(now, printer, "permit-used", payload);
                    by.set(name);
                    return;
                } catch (Untrusted e) {
                    payload.put("why", e.word());
                    payload.put("text", Text.whole(e.getMessage()));
                    log.append(now, printer, "permit-not-accepted", payload);
                }
            }
        });
        return Optional.ofNullable(by.get());
    }

    /// The name of the key that permits it.
    private static String usable(Held held, KeyRing keys, String printer, String sha256, Instant now) throws Untrusted {
        EnrolledKey by = held.permit().verify(keys);
        held.permit().check(sha256, printer, now);
        if (held.used() >= held.permit().uses()) {
            throw new Untrusted(Why.USED_UP, "it was used " + held.used() + " times, as often as it may be");
        }
        return by.name();
    }

    private static List<Held> held(Connection db, String sha256) throws SQLException {
        List<Held> found = new ArrayList<>();
        try (PreparedStatement select =
                db.prepareStatement("SELECT digest, document, used FROM permit WHERE job = ? ORDER BY at, digest")) {
            select.setString(1, sha256);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    try {
                        found.add(new Held(rows.getString(1), Permit.parse(rows.getString(2)), rows.getInt(3)));
                    } catch (Untrusted e) {
                        // Somebody changed it on disk: as if it were not there.
                        continue;
                    }
                }
            }
        }
        return found;
    }

    private static void insert(Connection db, String digest, Permit permit, Instant now) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT OR IGNORE INTO permit (digest, document, job, at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, digest);
            insert.setString(2, permit.document().line());
            insert.setString(3, permit.job());
            insert.setString(4, now.toString());
            insert.executeUpdate();
        }
    }

    private static void count(Connection db, String digest) throws SQLException {
        try (PreparedStatement update = db.prepareStatement("UPDATE permit SET used = used + 1 WHERE digest = ?")) {
            update.setString(1, digest);
            update.executeUpdate();
        }
    }

    private static String at(Permit permit) {
        return permit.printer().equals("*") ? "" : permit.printer();
    }

    private static Map<String, Object> payload(String digest, Permit permit, String by) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("permit", digest);
        payload.put("job", permit.job());
        payload.put("printer", permit.printer());
        payload.put("until", permit.until().toString());
        payload.put("uses", permit.uses());
        payload.put("by", by);
        payload.put("note", permit.note());
        return payload;
    }
}

package org.maskguard.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.classify.Ruling;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.Spooled;
import org.maskguard.trust.SigningKey;

class StoreTest {

    private static final SigningKey KEY = SigningKey.create();
    private static final String SHA = "ab".repeat(32);

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);

    @Test
    void aJobIsListedAsItGoesOn() throws IOException {
        try (Store store = open()) {
            Ledger ledger = store.ledger("p1");
            String id = ledger.begin();
            store.flush();
            assertThat(only(store))
                    .isEqualTo(new Job(id, "p1", "collecting", "", 0, null, "2023-11-14T22:13:20.002Z", null, null, 0));
            ledger.state(id, JobState.JUDGING, "");
            store.write(id, SHA, 1234, Judged.as(Ruling.PASS));
            ledger.state(id, JobState.PRINTING, "");
            ledger.progress(id, 0.25);
            store.flush();
            Job printing = only(store);
            assertThat(printing.state()).isEqualTo("printing");
            assertThat(printing.lines()).isEqualTo(1234);
            assertThat(printing.sha256()).isEqualTo(SHA);
            assertThat(printing.progress()).isEqualTo(0.25);
            assertThat(printing.verdict()).containsEntry("verdict", "pass").containsEntry("format", "gcode");
            ledger.progress(id, 1);
            ledger.state(id, JobState.DONE, "");
            store.flush();
            assertThat(only(store).progress()).isEqualTo(1);
            assertThat(only(store).ended()).isNotNull();
        }
        assertThat(faults).isEmpty();
        assertThat(check().broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotOverWhenTheGatewayEndedIsNotGoneOnWith(JobState state) throws IOException {
        String id;
        try (Store store = open()) {
            id = store.ledger("p1").begin();
            store.ledger("p1").state(id, state, "so");
        }
        try (Store store = open()) {
            String wanted = switch (state) {
                case COLLECTING, JUDGING, WAITING -> "incomplete";
                case PRINTING -> "interrupted";
                default -> state.word();
            };
            assertThat(only(store).id()).isEqualTo(id);
            assertThat(only(store).state()).isEqualTo(wanted);
            assertThat(only(store).ended()).isNotNull();
        }
    }

    @Test
    void aJobThatIsReleasedIsNotOverAnyMore() throws IOException {
        try (Store store = open()) {
            Ledger ledger = store.ledger("p1");
            String id = ledger.begin();
            ledger.state(id, JobState.INCOMPLETE, "its host went away");
            ledger.state(id, JobState.JUDGING, "");
            store.flush();
            assertThat(only(store).ended()).isNull();
            assertThat(only(store).why()).isEmpty();
        }
    }

    @Test
    void aVerdictIsBelievedOverJustTheseLinesOnly() throws IOException {
        Spooled lines = new Spooled(folder.resolve("x"), 1);
        try (Store store = open()) {
            String id = store.ledger("p1").begin();
            assertThat(store.believed(id, new Sealed(lines, 7, SHA))).isEmpty();
            store.write(id, SHA, 7, Judged.as(Ruling.PASS));
            store.flush();
            assertThat(store.believed(id, new Sealed(lines, 7, SHA))
                            .orElseThrow()
                            .word())
                    .isEqualTo("pass");
            assertThat(store.believed(id, new Sealed(lines, 8, SHA))).isEmpty();
            assertThat(store.believed(id, new Sealed(lines, 7, "cd".repeat(32))))
                    .isEmpty();
            assertThat(store.believed("01ARYZ6S41ZZZZZZZZZZZZZZZZ", new Sealed(lines, 7, SHA)))
                    .isEmpty();
        }
    }

    @Test
    void aVerdictThatWasChangedOnDiskIsNotBelieved() throws IOException, SQLException {
        String id;
        String other;
        try (Store store = open()) {
            id = store.ledger("p1").begin();
            other = store.ledger("p1").begin();
            store.write(id, SHA, 7, Judged.as(Ruling.REFUSE));
            store.write(other, SHA, 7, Judged.as(Ruling.PASS));
            sql("UPDATE verdict SET document = replace(document, '\"verdict\":\"refuse\"', '\"verdict\":\"pass\"')"
                    + " WHERE job = '" + id + "'");
            Sealed sealed = new Sealed(new Spooled(folder.resolve("x"), 1), 7, SHA);
            assertThat(store.believed(id, sealed)).isEmpty();
            assertThat(store.job(id).orElseThrow().verdict()).isNull();
            // Nor one that was signed for another job.
            sql("UPDATE verdict SET document = (SELECT document FROM verdict WHERE job = '" + other + "') WHERE job = '"
                    + id + "'");
            assertThat(store.believed(id, sealed)).isEmpty();
            assertThat(store.believed(other, sealed)).isPresent();
        }
        assertThat(check().broken()).hasValue("the verdict on job " + id + " is not the one that the log tells of");
        assertThatThrownBy(this::open).isInstanceOf(StoreFault.class).hasMessageContaining("is not as it was written");
        sql("DELETE FROM verdict WHERE job = '" + id + "'");
        assertThat(check().broken()).hasValue("the verdict on job " + id + ", which the log tells of, is missing");
    }

    @Test
    void aLaterVerdictOnAJobTakesThePlaceOfTheFirst() throws IOException {
        try (Store store = open()) {
            String id = store.ledger("p1").begin();
            store.write(id, SHA, 7, Judged.as(Ruling.PASS));
            store.write(id, SHA, 7, Judged.as(Ruling.WARN));
            assertThat(store.job(id).orElseThrow().verdict()).containsEntry("verdict", "warn");
        }
        assertThat(check().broken()).isEmpty();
    }

    @Test
    void aVerdictOnAJobThatNeverBeganIsNotWritten() throws IOException {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.write("01ARYZ6S41ZZZZZZZZZZZZZZZZ", SHA, 7, Judged.as(Ruling.PASS)))
                    .isInstanceOf(StoreFault.class);
            // And what comes after is.
            String id = store.ledger("p1").begin();
            store.write(id, SHA, 7, Judged.as(Ruling.PASS));
            assertThat(store.fault()).isEmpty();
        }
        assertThat(check().broken()).isEmpty();
    }

    @Test
    void jobsComeInPages() throws IOException {
        try (Store store = open()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                Ledger ledger = store.ledger(i % 2 == 0 ? "p1" : "p2");
                ids.add(ledger.begin());
                ledger.state(ids.getLast(), i % 5 == 0 ? JobState.REFUSED : JobState.DONE, "");
            }
            store.flush();
            List<String> found = new ArrayList<>();
            Optional<String> after = Optional.empty();
            int pages = 0;
            do {
                JobPage page = store.jobs(new JobQuery(Optional.empty(), List.of(), after, 10));
                page.jobs().forEach(job -> found.add(job.id()));
                after = page.next();
                pages++;
            } while (after.isPresent());
            assertThat(found).isEqualTo(ids);
            assertThat(pages).isEqualTo(3);
            assertThat(store.jobs(new JobQuery(Optional.of("p2"), List.of(), Optional.empty(), 25))
                            .jobs())
                    .hasSize(12);
            JobQuery refused = new JobQuery(Optional.of("p1"), List.of("refused"), Optional.empty(), 3);
            assertThat(store.jobs(refused).jobs()).hasSize(3);
            assertThat(store.jobs(refused).next()).isEmpty();
            assertThat(store.jobs(new JobQuery(Optional.empty(), List.of("refused", "done"), Optional.empty(), 25))
                            .jobs())
                    .hasSize(25);
        }
    }

    @Test
    void identifiersGoOnRisingAfterTheClockWasSetBack() throws IOException {
        String before;
        try (Store store = open()) {
            before = store.ledger("p1").begin();
        }
        millis.set(1_000_000_000_000L);
        try (Store store = open()) {
            assertThat(store.ledger("p1").begin()).isGreaterThan(before);
        }
    }

    @Test
    void aMachineIsCommissionedForGood() throws IOException {
        Machine machine = new Machine("Marlin 2.1.3 \uD83D", 1, Set.of("EEPROM"), new TreeMap<>(Map.of("M92", "X80")));
        try (Store store = open()) {
            assertThat(store.ledger("p1").commissioned()).isNull();
            Ledger ledger = store.ledger("p1");
            ledger.commission(machine);
            assertThat(ledger.commissioned()).isEqualTo(machine);
            ledger.event("printer-opened", new TreeMap<>(Map.of("firmware", "half a pair: \uDC00")));
        }
        try (Store store = open()) {
            assertThat(store.ledger("p1").commissioned().settings()).containsEntry("M92", "X80");
            assertThat(store.ledger("p2").commissioned()).isNull();
        }
        assertThat(faults).isEmpty();
        assertThat(check().broken()).isEmpty();
    }

    @Test
    void jobsOfWhichOnlyTheLinesWereSavedAreListed() throws IOException {
        String known;
        try (Store store = open()) {
            known = store.ledger("p1").begin();
            store.flush();
            store.adopt("p2", List.of(known, "01ARYZ6S41ZZZZZZZZZZZZZZZZ", "lost+found"));
            assertThat(store.jobs(JobQuery.all(10)).jobs())
                    .extracting(Job::id, Job::printer, Job::state, Job::began)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "01ARYZ6S41ZZZZZZZZZZZZZZZZ", "p2", "incomplete", "2016-07-30T22:36:16.385Z"),
                            org.assertj.core.groups.Tuple.tuple(
                                    known,
                                    "p1",
                                    "collecting",
                                    only(store, known).began()));
        }
    }

    @Test
    void oneGatewayAtATimeHasIt() throws IOException {
        try (Store store = open()) {
            assertThat(store.fault()).isEmpty();
            assertThatThrownBy(this::open).isInstanceOf(StoreFault.class).hasMessageContaining("another gateway");
        }
        open().close();
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (Store store = open()) {
            store.flush();
            for (String name : List.of("gateway.db", "gateway.db-wal")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anotherKeyIsNotTakenForTheStoresOwn() throws IOException {
        open().close();
        assertThatThrownBy(() -> Store.open(file(), SigningKey.create(), this::now, faults::add))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("not of the key");
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() throws IOException, SQLException {
        open().close();
        sql("PRAGMA user_version = 9");
        assertThatThrownBy(this::open).isInstanceOf(StoreFault.class).hasMessageContaining("newer version");
    }

    @Test
    void whatIsNoStoreIsSaidToBeNone() throws IOException {
        Files.writeString(file(), "this is no database, and never was one; it is long enough to look like one");
        assertThatThrownBy(this::open).isInstanceOf(StoreFault.class).hasMessageContaining("cannot be opened");
        assertThatThrownBy(this::check).isInstanceOf(StoreFault.class);
    }

    /// A full disk, as SQLite sees it: no page more. Nothing that was asked for is lost once there is room again.
    @Test
    void whatCannotBeWrittenIsWrittenLater() throws Exception {
        try (Store store = open()) {
            String id = store.ledger("p1").begin();
            store.flush();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                Schema.run(other, "BEGIN EXCLUSIVE");
                store.ledger("p1").state(id, JobState.REFUSED, "a face");
                long until = System.nanoTime() + 20_000_000_000L;
                while (store.fault().isEmpty() && System.nanoTime() < until) {
                    Thread.sleep(20);
                }
                assertThat(store.fault()).contains("locked");
                assertThat(faults).hasSize(1);
                Schema.run(other, "ROLLBACK");
            }
            store.flush();
            assertThat(store.fault()).isEmpty();
            assertThat(only(store).state()).isEqualTo("refused");
        }
        assertThat(check().broken()).isEmpty();
    }

    private Store open() throws IOException {
        return Store.open(file(), KEY, this::now, faults::add);
    }

    private Instant now() {
        return Instant.ofEpochMilli(millis.getAndIncrement());
    }

    private Path file() {
        return folder.resolve("gateway.db");
    }

    private AuditCheck.Found check() throws IOException {
        return AuditCheck.of(file(), KEY.verifying());
    }

    private void sql(String sql) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Schema.run(db, sql);
        }
    }

    private static Job only(Store store) throws IOException {
        List<Job> jobs = store.jobs(JobQuery.all(10)).jobs();
        assertThat(jobs).hasSize(1);
        return jobs.getFirst();
    }

    private static Job only(Store store, String id) throws IOException {
        return store.job(id).orElseThrow();
    }
}

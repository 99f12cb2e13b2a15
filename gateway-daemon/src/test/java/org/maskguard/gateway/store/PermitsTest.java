package org.maskguard.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.trust.EnrolledKey;
import org.maskguard.trust.KeyRing;
import org.maskguard.trust.Permit;
import org.maskguard.trust.Right;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;

/// W07: forged, expired, other printer's, replayed and truncated permits are not accepted, and the log says why.
class PermitsTest {

    private static final String JOB = "ab".repeat(32);
    private static final SigningKey ANN = SigningKey.create();
    private static final SigningKey SLICER = SigningKey.create();
    private static final SigningKey STRANGER = SigningKey.create();

    @TempDir
    private Path folder;

    private final SigningKey daemon = SigningKey.create();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private Store store;
    private Permits permits;

    @BeforeEach
    void open() throws Exception {
        new KeyRing(List.of())
                .with(EnrolledKey.of("ann", Set.of(Right.PERMIT), ANN.verifying()))
                .with(EnrolledKey.of("slicer", Set.of(Right.CLEAR), SLICER.verifying()))
                .write(folder.resolve("enrolled"));
        store = Store.open(folder.resolve("gateway.db"), daemon, () -> now, fault -> {});
        permits = store.permits(folder.resolve("enrolled"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        assertThat(AuditCheck.of(folder.resolve("gateway.db"), daemon.verifying())
                        .broken())
                .isEmpty();
    }

    @Test
    void aPermitLetsItsJobThroughAsOftenAsItSays() throws Exception {
        permits.add(permit(ANN, "p1", 2));
        assertThat(permits.use("p1", "J1", JOB)).hasValue("ann");
        assertThat(permits.use("p1", "J2", JOB)).hasValue("ann");
        assertThat(permits.use("p1", "J3", JOB)).isEmpty();
        assertThat(kinds()).containsSubsequence("permit-added", "permit-used", "permit-used", "permit-not-accepted");
        assertThat(lastPayload()).contains("\"why\":\"used-up\"").contains("\"job\":\"J3\"");
    }

    @Test
    void withoutOneNothingIsLetThroughAndNothingIsLogged() throws Exception {
        assertThat(permits.use("p1", "J1", JOB)).isEmpty();
        assertThat(kinds()).containsExactly("store-opened");
    }

    @Test
    void aPermitThatIsHandedInAgainKeepsItsCount() throws Exception {
        String permit = permit(ANN, "*", 1);
        permits.add(permit);
        assertThat(permits.use("p1", "J1", JOB)).isPresent();
        permits.add(permit);
        // Nor does another way of writing it help.
        permits.add(" " + permit.replace(",", ", ") + "\n");
        assertThat(permits.use("p1", "J2", JOB)).isEmpty();
    }

    @Test
    void itsCountOutlivesTheProcess() throws Exception {
        permits.add(permit(ANN, "p1", 1));
        assertThat(permits.use("p1", "J1", JOB)).isPresent();
        store.close();
        store = Store.open(folder.resolve("gateway.db"), daemon, () -> now, fault -> {});
        permits = store.permits(folder.resolve("enrolled"));
        assertThat(permits.use("p1", "J2", JOB)).isEmpty();
    }

    @Test
    void whatIsForgedTruncatedOrOverIsNotTakenIn() throws Exception {
        String permit = permit(ANN, "p1", 1);
        assertNotAccepted(permit.replace("\"p1\"", "\"p2\""), "forged");
        assertNotAccepted(permit.substring(0, permit.length() / 2), "malformed");
        assertNotAccepted(permit(STRANGER, "p1", 1), "unknown-key");
        assertNotAccepted(permit(SLICER, "p1", 1), "not-allowed");
        assertNotAccepted("x".repeat(100_000), "malformed");
        now = now.plus(2, ChronoUnit.DAYS);
        assertNotAccepted(permit, "expired");
        assertThat(permits.use("p1", "J1", JOB)).isEmpty();
    }

    @Test
    void atAnotherPrinterForAnotherJobOrTooLateItDoesNotHold() throws Exception {
        permits.add(permit(ANN, "p1", 5));
        assertThat(permits.use("p2", "J1", JOB)).isEmpty();
        assertThat(lastPayload()).contains("\"why\":\"other-printer\"");
        assertThat(permits.use("p1", "J1", "cd".repeat(32))).isEmpty();
        now = now.plus(1, ChronoUnit.DAYS);
        assertThat(permits.use("p1", "J1", JOB)).isEmpty();
        assertThat(lastPayload()).contains("\"why\":\"expired\"");
    }

    @Test
    void aKeyThatWasForgottenPermitsNothingAnyMore() throws Exception {
        permits.add(permit(ANN, "p1", 5));
        KeyRing.read(folder.resolve("enrolled")).without("ann").write(folder.resolve("enrolled"));
        assertThat(permits.use("p1", "J1", JOB)).isEmpty();
        assertThat(lastPayload()).contains("\"why\":\"unknown-key\"");
        Files.delete(folder.resolve("enrolled"));
        assertThat(permits.use("p1", "J1", JOB)).isEmpty();
    }

    @Test
    void twoPrintsNeverShareAUse() throws Exception {
        permits.add(permit(ANN, "*", 7));
        List<Callable<Optional<String>>> prints = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String job = "J" + i;
            prints.add(() -> permits.use("p1", job, JOB));
        }
        int granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<String>> print : threads.invokeAll(prints)) {
                granted += print.get().isPresent() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(7);
    }

    private void assertNotAccepted(String text, String why) throws Exception {
        assertThatThrownBy(() -> permits.add(text))
                .isInstanceOfSatisfying(
                        Untrusted.class,
                        untrusted -> assertThat(untrusted.word()).isEqualTo(why));
        assertThat(kinds().getLast()).isEqualTo("permit-not-accepted");
        assertThat(lastPayload()).contains("\"why\":\"" + why + "\"");
    }

    private static String permit(SigningKey key, String printer, int uses) throws Untrusted {
        return Permit.issue(JOB, printer, Instant.parse("2026-11-26T00:00:00Z"), uses, "", key)
                .document()
                .line();
    }

    private List<String> kinds() throws Exception {
        return column("kind");
    }

    private String lastPayload() throws Exception {
        return column("payload").getLast();
    }

    private List<String> column(String name) throws Exception {
        store.flush();
        List<String> values = new ArrayList<>();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gateway.db"));
                Statement select = db.createStatement();
                ResultSet rows = select.executeQuery("SELECT " + name + " FROM audit ORDER BY seq")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

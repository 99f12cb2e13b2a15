package org.maskguard.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.store.Store;
import org.maskguard.trust.SigningKey;

class AuditCommandTest {

    private static final SigningKey KEY = SigningKey.create();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.createDirectory(folder.resolve("keys"));
        KEY.write(folder.resolve("keys/daemon.pem"));
        try (Store store = Store.open(folder.resolve("gateway.db"), KEY, Instant::now, fault -> {})) {
            for (int i = 2; i < 120; i++) {
                store.event("p1", "printer-lost", Map.of("cause", "number " + i));
            }
        }
    }

    @Test
    void aLogThatHoldsIsStatusZeroAndItsLastRowIsToldToBeNoted() {
        Ran ran = Ran.of("gateway", "audit", folder.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("The log holds: 120 rows, 2 of them signed with the key " + KEY.id() + ".\n")
                .containsPattern("\nThe last, to note elsewhere: 120:[0-9a-f]{64}\n$");
        assertThat(ran.err()).isEmpty();
        String noted = ran.out().substring(ran.out().lastIndexOf(' ') + 1).strip();
        assertThat(Ran.of("gateway", "audit", "--noted", noted, folder.toString())
                        .status())
                .isZero();
    }

    @Test
    void aBrokenRowIsNamedAndTheStatusIsOne() throws Exception {
        change("UPDATE audit SET printer = 'p2' WHERE seq = 17");
        Ran ran = Ran.of("gateway", "audit", folder.toString());
        assertThat(ran)
                .isEqualTo(new Ran(
                        1,
                        "The log does not hold: row 17 was changed, or is not the one that stood there: its hash does"
                                + " not fit.\nUp to row 16 it is as it was written.\n",
                        ""));
        Ran json = Ran.of("gateway", "audit", "--json", folder.toString());
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out())
                .contains("\"broken\":\"row 17 ")
                .contains("\"holds\":false")
                .contains("\"rows\":16");
    }

    @Test
    void aRowThatWasNotedMustStillBeSo() {
        String zeros = "0".repeat(64);
        assertThat(Ran.of("gateway", "audit", "--noted", "7:" + zeros, folder.toString()))
                .isEqualTo(new Ran(
                        1,
                        "The log does not hold: row 7 is not the one that was noted.\n"
                                + "Up to row 120 it is as it was written.\n",
                        ""));
        assertThat(Ran.of("gateway", "audit", "--noted", "121:" + zeros, folder.toString())
                        .out())
                .startsWith("The log does not hold: row 121, which was noted, is missing.");
        assertThat(Ran.of("gateway", "audit", "--noted", "7", folder.toString()).status())
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsOneSentenceAndStatusTwo() throws Exception {
        Ran nothing = Ran.of("gateway", "audit", folder.resolve("no").toString());
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).endsWith("no/keys/daemon.pem.pub: there is no such file\n");
        Path key = folder.resolve("keys/daemon.pem.pub");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ran none = Ran.of("gateway", "audit", "--key", key.toString(), empty.toString());
        assertThat(none).isEqualTo(new Ran(2, "", "maskguard: " + empty + "/gateway.db: there is no such file\n"));
        Files.writeString(key, "no key");
        assertThat(Ran.of("gateway", "audit", folder.toString()).err()).contains("holds no PUBLIC KEY in PEM");
    }

    private void change(String sql) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gateway.db"));
                Statement statement = db.createStatement()) {
            statement.execute("DROP TRIGGER audit_is_not_changed");
            statement.execute(sql);
        }
    }
}

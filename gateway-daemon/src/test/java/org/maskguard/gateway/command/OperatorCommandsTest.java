package org.maskguard.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.http.HttpEnd;
import org.maskguard.gateway.http.NotedOperator;
import org.maskguard.gateway.store.Store;
import org.maskguard.trust.EnrolledKey;
import org.maskguard.trust.KeyRing;
import org.maskguard.trust.Permit;
import org.maskguard.trust.Right;
import org.maskguard.trust.SigningKey;

/// What operators' commands ask of a gateway in another process; here, in this one.
class OperatorCommandsTest {

    @TempDir
    private Path folder;

    private final NotedOperator operator = new NotedOperator();
    private String config;
    private Configuration configuration;
    private Store store;
    private HttpEnd end;

    @BeforeEach
    void run() throws Exception {
        Path file = folder.resolve("gateway.toml");
        Files.writeString(file, """
                folder = "state"
                http.address = "127.0.0.1:0"
                [[printer]]
                name = "p1"
                host = [{ pty = "host" }]
                port = { simulated = true }
                """);
        config = file.toString();
        configuration = Configuration.read(file);
        store = Store.open(configuration.storeFile(), SigningKey.create(), Instant::now, fault -> {});
        end = HttpEnd.open(configuration, operator, store, fault -> {});
    }

    @AfterEach
    void stop() throws IOException {
        end.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "release J1,release J1",
        "jobs pause J1,pause J1",
        "jobs cancel J1,cancel J1",
        "commission p1,commission p1",
        "clear-bed p1,clear-bed p1",
    })
    void whatIsAskedForIsDone(String command, String asked) {
        Ran ran = gateway(command);
        assertThat(ran).isEqualTo(new Ran(0, "Done: " + asked.split(" ")[0] + ".\n", ""));
        assertThat(operator.asked).containsExactly(asked);
    }

    @Test
    void whatCannotBeDoneIsOneSentenceAndStatusTwo() {
        assertThat(gateway("release J2")).isEqualTo(new Ran(2, "", "maskguard: There is no J2.\n"));
        assertThat(gateway("jobs resume J1")).isEqualTo(new Ran(2, "", "maskguard: It is not paused.\n"));
        gateway("release ../../health");
        assertThat(operator.asked).last().isEqualTo("release ../../health");
    }

    @Test
    void aPermitIsHandedInBeforeItsJobIsReleased() throws Exception {
        SigningKey key = SigningKey.create();
        Files.createDirectories(configuration.keys());
        Path permit = folder.resolve("a.permit");
        Files.writeString(
                permit,
                Permit.issue("ab".repeat(32), "p1", Instant.now().plusSeconds(600), 1, "", key)
                        .document()
                        .line());
        Ran unknown = gateway("release J1 --permit " + permit);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo("maskguard: Not accepted: its key " + key.id() + " is not enrolled.\n");
        assertThat(operator.asked).isEmpty();
        KeyRing.empty()
                .with(EnrolledKey.of("ann", Set.of(Right.PERMIT), key.verifying()))
                .write(configuration.keyRing());
        assertThat(gateway("release J1 --permit " + permit).status()).isZero();
        assertThat(operator.asked).containsExactly("release J1");
        assertThat(store.permits(configuration.keyRing()).use("p1", "J1", "ab".repeat(32)))
                .hasValue("ann");
        assertThat(gateway("release J1 --permit none").err()).isEqualTo("maskguard: none: there is no such file\n");
    }

    @Test
    void jobsAreListed() throws IOException {
        String refused = store.ledger("p1").begin();
        store.ledger("p1").state(refused, JobState.REFUSED, "a face");
        String open = store.ledger("p2").begin();
        store.flush();
        Ran all = gateway("jobs");
        assertThat(all.status()).isZero();
        assertThat(all.out().lines()).hasSize(2);
        assertThat(all.out()).startsWith(refused + "  p1           refused     -                  0    0 %  20");
        assertThat(gateway("jobs list")).isEqualTo(all);
        assertThat(gateway("jobs --printer p2").out()).startsWith(open);
        assertThat(gateway("jobs --state refused --state done").out()).startsWith(refused);
        assertThat(gateway("jobs --json --state refused").out())
                .startsWith("{\"began\":\"")
                .contains("\"state\":\"refused\"");
        assertThat(gateway("jobs --state lost")).isEqualTo(new Ran(2, "", "maskguard: There is no state 'lost'.\n"));
    }

    @Test
    void printersAreListed() {
        assertThat(gateway("printers"))
                .isEqualTo(new Ran(
                        0,
                        "p1           host  J1 printing\np2           -     closed: it was never commissioned\n",
                        ""));
        assertThat(gateway("printers --json").out().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "jobs pause J1", "release J1", "commission p1", "printers"})
    void whereNoneRunsThatIsSaid(String command) throws IOException {
        String address = Files.readString(configuration.addressFile());
        end.close();
        Ran none = new Ran(
                2,
                "",
                "maskguard: no gateway runs with %s; start it with 'maskguard gateway run --config %s'\n"
                        .formatted(config, config));
        assertThat(gateway(command)).isEqualTo(none);
        // As one that was killed leaves it.
        Files.writeString(configuration.addressFile(), address);
        assertThat(gateway(command)).isEqualTo(none);
    }

    @Test
    void whoMayNotReadTheTokenDecidesNothing() throws IOException {
        Files.setPosixFilePermissions(configuration.tokenFile(), PosixFilePermissions.fromString("rw-r-----"));
        Ran ran = gateway("release J1");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("may be read by others than its owner");
        assertThat(operator.asked).isEmpty();
    }

    @Test
    void aWrongConfigurationIsOneSentence() throws IOException {
        Files.writeString(Path.of(config), "foldr = 1\n");
        assertThat(gateway("jobs").err())
                .isEqualTo("maskguard: " + config
                        + ":1:1: there is no printer: write [[printer]] on its own line, and its 'name', 'host' and 'port';"
                        + " see 'maskguard gateway check " + config + "'\n");
    }

    private Ran gateway(String command) {
        String[] words = ("gateway " + command).split(" ");
        // Options may stand before or behind what they are about.
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--config";
        all[words.length + 1] = config;
        return Ran.of(all);
    }
}

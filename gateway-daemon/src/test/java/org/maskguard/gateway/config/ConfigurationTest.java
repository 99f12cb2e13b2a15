package org.maskguard.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Policy;
import org.maskguard.gateway.gate.GateSettings;
import org.maskguard.gateway.gate.Mode;
import org.maskguard.gateway.log.LogSettings;
import org.maskguard.gateway.spool.SpoolLimits;

class ConfigurationTest {

    private static final Path BASE = Path.of("/etc/maskguard");

    private static final String PRINTER = """
            [[printer]]
            name = "p1"
            host = [{ pty = "/run/maskguard/p1" }]
            port = { serial = "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0" }
            """;

    @Test
    void theExampleIsValidAndSaysWhatHoldsWithoutIt() throws Exception {
        Configuration example = Configuration.parse(example(), BASE);
        assertThat(example).isEqualTo(Configuration.parse(PRINTER, BASE));
    }

    /// An unknown key is answered with all known ones where none is near: each of them must stand in the example.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[spool]",
                "[keys]",
                "[http]",
                "[log]",
                "[policy]",
                "[defaults]",
                "[defaults.burst]",
                "[defaults.end]",
                "[defaults.pause]",
                "[defaults.idle]",
                "[defaults.words]",
                "[defaults.refusal]",
                "[defaults.bed]",
                "[defaults.safe]",
                "[defaults.patience]"
            })
    void theExampleNamesEveryKey(String section) throws IOException {
        String odd = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";
        String text = section.isEmpty() ? odd + " = 1\n" + PRINTER : PRINTER + section + "\n" + odd + " = 1\n";
        Problem problem = only(problems(text));
        List<String> known = List.of(problem.text()
                .substring(problem.text().indexOf("known here: ") + 12)
                .split(", "));
        assertThat(known).isNotEmpty();
        String prefix = section.startsWith("[defaults.") ? section.substring(10, section.length() - 1) + "." : "";
        for (String key : known) {
            assertThat(example()).containsPattern("(?m)^(# )?\\[*" + prefix + key + "( =|]|\\.)");
        }
    }

    @Test
    void whatIsNotSaidIsAsTheDesignHasIt() throws Exception {
        Configuration configuration = Configuration.parse(PRINTER, BASE);
        assertThat(configuration.spoolLimits()).isEqualTo(SpoolLimits.USUAL);
        assertThat(configuration.policy()).isEqualTo(Policy.DEFAULT);
        assertThat(configuration.log()).isEqualTo(LogSettings.USUAL);
        assertThat(configuration.http()).isEqualTo(HttpSettings.USUAL);
        assertThat(configuration.printers().getFirst().gate()).isEqualTo(GateSettings.usual("p1"));
        assertThat(configuration.folder()).isEqualTo(Path.of("/var/lib/maskguard"));
    }

    @Test
    void pathsAreRelativeToTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gateway.toml");
        Files.writeString(file, "folder = \"state\"\n" + PRINTER.replace("/run/maskguard/p1", "host"));
        Configuration configuration = Configuration.read(file);
        assertThat(configuration.storeFile()).isEqualTo(folder.resolve("state/gateway.db"));
        assertThat(configuration.spool()).isEqualTo(folder.resolve("state/spool"));
        assertThat(configuration.printers().getFirst().hosts()).containsExactly(new End.Pty(folder.resolve("host")));
    }

    @Test
    void aPrinterHasTheDefaultsThatItDoesNotChange() throws Exception {
        Configuration configuration = Configuration.parse(
                """
                [defaults]
                mode = "audit"
                end.timeout = "20 s"
                words.allow = ["M42"]
                safe.highest_mm = 180
                """
                        + PRINTER
                        + "mode = \"hold\"\nend.marker = \"m400 ; the end\"\n".replace("m400", "M400")
                        + PRINTER.replace("p1", "p2").replace("port0", "port1"),
                BASE);
        GateSettings first = configuration.printers().get(0).gate();
        GateSettings second = configuration.printers().get(1).gate();
        assertThat(first.mode()).isEqualTo(Mode.HOLD);
        assertThat(second.mode()).isEqualTo(Mode.AUDIT);
        assertThat(first.rules().timeout()).isEqualTo(20_000_000_000L);
        assertThat(first.rules().endMarker()).isEqualTo("M400");
        assertThat(second.rules().endMarker()).isEmpty();
        assertThat(second.allowed()).isEqualTo(Set.of("M42"));
        assertThat(second.highest()).isEqualTo(180);
        assertThat(second.printer()).isEqualTo("p2");
    }

    @Test
    void everyKindOfEndIsRead() throws Exception {
        Configuration configuration = Configuration.parse("""
                [[printer]]
                name = "p1"
                port = { tcp = "[fe80::1]:23" }
                [[printer.host]]
                tcp = "127.0.0.1:7001"
                [[printer.host]]
                serial = "/dev/ttyGS0"
                baud = 2000000
                [[printer]]
                name = "p2"
                host = [{ pty = "p2" }]
                port = { simulated = true, hurry = 10 }
                """, BASE);
        PrinterEntry first = configuration.printers().get(0);
        assertThat(first.hosts())
                .containsExactly(new End.Tcp("127.0.0.1", 7001), new End.Serial("/dev/ttyGS0", 2000000));
        assertThat(first.port()).isEqualTo(new End.Tcp("fe80::1", 23));
        assertThat(configuration.printers().get(1).port())
                .isEqualTo(new End.Simulated(Path.of("/var/lib/maskguard/p2-printer.log"), 10));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheFile() {
        List<Problem> problems = problems("""
                foldr = "x"
                [spool]
                max_job = "3 GiB"
                max_total = "2 GiB"
                [http]
                address = "0.0.0.0:80"
                [policy]
                warn = "maybe"
                warn_score = 2
                [defaults]
                end.timeuot = "5 s"
                window = 99
                [[printer]]
                name = "a b"
                host = [{ pty = "x", tcp = "y" }]
                port = { serial = "/dev/ttyUSB0", baud = "fast" }
                bed.clear_after = "10 minutes"
                words.allow = ["M42", "M104", 3]
                mode = "open"
                [[printer]]
                name = "p2"
                """);
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "1:1: unknown key 'foldr'; did you mean 'folder'?",
                        "3:1: 'spool.max_job' does not fit: 'spool.max_job' (3 GiB) is more than 'spool.max_total' (2 GiB)",
                        "6:1: 'http.address' must be on this machine: 127.0.0.1, [::1] or localhost",
                        "8:1: 'warn' must be \"print\" or \"hold\"",
                        "9:1: 'warn_score' must be a number from 0 to 1",
                        "11:1: unknown key 'defaults.end.timeuot'; did you mean 'timeout'?",
                        "12:1: 'defaults.window' must be a whole number from 1 to 32",
                        "14:1: 'printer.name' must have up to 64 letters, digits, '.', '_' or '-'",
                        "15:9: one of pty, tcp, serial must stand here",
                        "16:35: 'printer.port.baud' must be a whole number from 1200 to 10000000",
                        "17:1: 'printer.bed.clear_after' must be a number with a unit (ms, s, min, h), such as \"10 min\"",
                        "18:1: 'printer.words.allow' is for words that are closed, which M104 is not",
                        "18:31: 'printer.words.allow' must hold texts in quotes only",
                        "19:1: 'printer.mode' must be \"hold\" or \"live\" or \"audit\"",
                        "20:1: the printer 'p2' has no 'host': write host = [{ pty = \"PATH\" }]",
                        "20:1: the printer 'p2' has no 'port': write port = { serial = \"/dev/…\", baud = 115200 }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "folder = 3 | 1:1: 'folder' must be text in quotes",
                "folder = '' | 1:1: 'folder' must be a path",
                "printer = 3 | 1:1: 'printer' must be a list of tables",
                "spool = 3 | 1:1: 'spool' must be a table: write [spool] on its own line",
                "http.address = \"127.0.0.1\" | 1:1: 'http.address' must be an address and a port, such as \"127.0.0.1:8427\"",
                "http.address = \"127.0.0.1:70000\" | 1:1: 'http.address' must be an address and a port, such as \"127.0.0.1:8427\"",
                "log.level = \"loud\" | 1:1: 'log.level' must be \"debug\" or \"info\" or \"warn\" or \"error\"",
                "spool.min_free = \"1 GB\" | 1:1: 'spool.min_free' must be a number with a unit (B, KiB, MiB, GiB, TiB), such as \"1 GiB\"",
                "defaults.end.timeout = \"0.1 s\" | 1:1: 'defaults.end.timeout' must be from 1 s to 1 h",
                "defaults.end.marker = \"m400\" | 1:1: 'defaults.end.marker' must be one command, such as \"M400\"",
                "defaults.name = \"x\" | 1:1: unknown key 'defaults.name'; known here: mode, window, burst, end, pause, idle, words, refusal, bed, safe, patience",
            })
    void oneMistakeIsNamedWithItsPlace(String line, String problem) {
        assertThat(only(problems(line + (line.startsWith("printer") ? "" : "\n" + PRINTER))))
                .hasToString(problem);
    }

    @Test
    void noTwoPrintersHaveOneNameOrOnePort() {
        assertThat(problems(PRINTER + PRINTER).stream().map(Problem::toString))
                .containsExactly(
                        "6:1: 'printer.name' stands twice: there is another printer 'p1'",
                        "7:11: 'printer.host.pty' is the same as another of the printer 'p1'",
                        "8:10: 'printer.port.serial' is the same as another of the printer 'p1'");
    }

    @Test
    void aGatewayWithoutPrintersIsAMistake() {
        assertThat(only(problems("")).text()).startsWith("there is no printer");
    }

    @Test
    void mistakesOfFormAreSaidByThemselves() {
        List<Problem> problems = problems("folder = \n[http\nadress = 1\n" + PRINTER);
        assertThat(problems).isNotEmpty().allMatch(problem -> problem.line() <= 3);
        assertThat(problems.getFirst().line()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoTextIsAMistakeNotAFault(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("gateway.toml"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> Configuration.read(file))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage("1:1: it is not in UTF-8");
    }

    private static String example() throws IOException {
        return Example.text();
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static List<Problem> problems(String text) {
        try {
            Configuration.parse(text, BASE);
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.problems();
        }
    }
}

package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.trust.Appeal;
import org.maskguard.trust.Permit;
import org.maskguard.trust.Rejection;
import org.maskguard.trust.SigningKey;

/// Keys, permits and appeals from the command line.
class TrustCommandsTest {

    private static final String JOB = "ab".repeat(32);

    @TempDir
    private Path folder;

    private Path key;
    private Path ring;

    @BeforeEach
    void create() {
        key = folder.resolve("operator.pem");
        ring = folder.resolve("enrolled");
        assertThat(run("key", "create", key.toString()).status()).isZero();
    }

    @Test
    void aPairIsItsOwnersAloneAndNeverReplaced() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        String before = Files.readString(key);
        Ran again = run("key", "create", key.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).isEqualTo("maskguard: " + key + ": it is there already, and is not replaced\n");
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    @Test
    void aKeyIsShownWithoutItsSecret() throws Exception {
        SigningKey pair = SigningKey.read(key);
        Ran shown = run("key", "show", key.toString());
        assertThat(shown.out())
                .isEqualTo("id   " + pair.id() + "\nkey  " + pair.verifying().base64() + "\n");
        assertThat(run("key", "show", key + ".pub").out()).isEqualTo(shown.out());
        assertThat(run("key", "show", "--json", key + ".pub").out())
                .isEqualTo("{\"id\":\"" + pair.id() + "\",\"key\":\""
                        + pair.verifying().base64() + "\",\"schema\":1}\n");
    }

    @Test
    void keysAreEnrolledListedAndForgotten() throws Exception {
        assertThat(enrol("permit,clear")).isEqualTo(new Ran(0, "ann may permit,clear now.\n", ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ring)))
                .isEqualTo("rw-------");
        assertThat(run("key", "show", ring.toString()).out())
                .isEqualTo("ann                   clear,permit  "
                        + SigningKey.read(key).id() + "\n");
        assertThat(run("key", "show", "--json", ring.toString()).out()).contains("\"may\":\"clear,permit\"");
        assertThat(enrol("permit").err()).contains("the name 'ann' is taken");
        assertThat(run("key", "enrol", "--ring", ring.toString(), "--forget", "ann")
                        .out())
                .isEqualTo("ann is forgotten.\n");
        assertThat(run("key", "enrol", "--ring", ring.toString(), "--forget", "ann")
                        .status())
                .isEqualTo(2);
        assertThat(run("key", "show", ring.toString()).out()).isEmpty();
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        assertThat(run("key").status()).isEqualTo(2);
        assertThat(run("key", "enrol", "--ring", ring.toString(), "--name", "ann")
                        .err())
                .contains("give either FILE, --name and --may, or --forget and a name");
        assertThat(enrol("print").err()).contains("a key may 'clear' or 'permit', not 'print'");
        assertThat(run("key", "show", folder.resolve("no").toString()).err())
                .isEqualTo("maskguard: " + folder.resolve("no") + ": there is no such file\n");
        assertThat(run("permit", "issue", "--key", key.toString(), "--printer", "p1")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aPermitHoldsForItsJobPrinterAndTime() throws Exception {
        enrol("permit");
        Path permit = folder.resolve("theatre.permit");
        Instant before = Instant.now();
        Ran issued = issue("--job", JOB, "--printer", "p1", "--note", "theatre", "--out", permit.toString());
        assertThat(issued).isEqualTo(new Ran(0, "", ""));
        Permit read = Permit.parse(Files.readString(permit).strip());
        assertThat(read.job()).isEqualTo(JOB);
        assertThat(read.uses()).isEqualTo(1);
        assertThat(read.until())
                .isBetween(
                        before.plus(7, ChronoUnit.DAYS).minusSeconds(1),
                        Instant.now().plus(7, ChronoUnit.DAYS));
        assertThat(verify(permit)).isEqualTo(new Ran(0, permit + ": it holds; signed by ann\n", ""));
        assertThat(verify(permit, "--for-job", JOB, "--printer", "p1").status()).isZero();
        Ran other = verify(permit, "--printer", "p2");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).isEqualTo(permit + ": not accepted: it is for the printer 'p1', not for 'p2'\n");
        assertThat(verify(permit, "--json", "--for-job", "cd".repeat(32)).out())
                .contains("\"holds\":false")
                .contains("\"why\":\"other-job\"");
        assertThat(run("permit", "show", permit.toString()).out())
                .contains("job      " + JOB)
                .contains("printer  p1")
                .contains("note     theatre");
        assertThat(run("permit", "show", "--json", permit.toString()).out()).contains("\"uses\":1");
    }

    @Test
    void aPermitOfAKeyThatMayNotOrThatNobodyKnowsIsNotAccepted() throws Exception {
        Path permit = folder.resolve("a.permit");
        issue("--job", JOB, "--printer", "*", "--until", "2999-12-31", "--uses", "3", "--out", permit.toString());
        assertThat(verify(permit).status()).isEqualTo(1);
        assertThat(verify(permit).out()).contains("is not enrolled");
        enrol("clear");
        assertThat(verify(permit).out()).contains("may clear, not permit");
        String text = Files.readString(permit);
        assertThat(text).contains("\"until\":\"3000-01-01T00:00:00Z\"").contains("\"uses\":3");
        run("key", "enrol", "--ring", ring.toString(), "--forget", "ann");
        enrol("permit");
        assertThat(verify(permit).status()).isZero();
        Files.writeString(permit, text.replace("\"uses\":3", "\"uses\":9"));
        assertThat(verify(permit).out()).contains("it was changed, or forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01", "2001-01-01T00:00:00Z", "tomorrow", "2026-13-01"})
    void aTimeThatIsOverOrNoneIsRefused(String until) {
        Ran ran = issue("--job", JOB, "--printer", "p1", "--until", until);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("maskguard: --until ");
    }

    @Test
    void aKeyThatOthersMayReadSignsNothing() throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Ran ran = issue("--job", JOB, "--printer", "p1");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("may be read by others than its owner");
    }

    /// Numbers, checksums and comments are a host's; the job is its lines.
    @Test
    void theDigestOfGcodeIsThatOfItsSignificantLines() throws Exception {
        Path one = write("one.gcode", "G28 ; home\nG1 X010.50 E1\n");
        Path other = write("other.gcode", "N1 G28*18\r\n\r\n;x\nG1 X10.5  E1\n");
        String first = issue("--gcode", one.toString(), "--printer", "p1", "--until", "2999-01-01")
                .out();
        assertThat(first).contains("\"job\":\"");
        assertThat(issue("--gcode", other.toString(), "--printer", "p1", "--until", "2999-01-01")
                        .out())
                .isEqualTo(first);
        Path odd = write("odd.gcode", "G28\ng1 x1\n");
        assertThat(issue("--gcode", odd.toString(), "--printer", "p1").err())
                .isEqualTo("maskguard: " + odd + ": line 2 cannot be sent to a printer: it does not begin with G, M or"
                        + " T\n");
    }

    @Test
    void anAppealHoldsVerdictPagesAndStatementButNoModel() throws Exception {
        Path model = write("mask.stl", "refuse");
        Ran made = Ran.Command.in(folder)
                .pages((place, judged) -> Files.writeString(place.resolve("mask.html"), "a page"))
                .run("appeal", "create", "--statement", "It is a puppet.", model.toString());
        assertThat(made).isEqualTo(new Ran(0, model + ".appeal\n", ""));
        Path file = folder.resolve("mask.stl.appeal");
        Appeal appeal = Appeal.read(file);
        assertThat(appeal.said("verdict")).isEqualTo("refuse");
        assertThat(appeal.statement()).isEqualTo("It is a puppet.");
        assertThat(appeal.job()).isEmpty();
        assertThat(appeal.file()).isEmpty();
        assertThat(appeal.evidence()).extracting(Appeal.Attachment::name).containsExactly("mask.html");
        assertThat(run("appeal", "show", file.toString()).out())
                .contains("verdict    refuse, mask")
                .contains("holds      mask.html")
                .contains("statement  It is a puppet.");
        Path look = folder.resolve("look");
        assertThat(run("appeal", "show", "--json", "--extract", look.toString(), file.toString())
                        .out())
                .contains("\"holds\":[\"mask.html\"]");
        assertThat(look.resolve("mask.html")).hasContent("a page");
        // No permit can be for a model.
        Ran granted = decide(file, "--permit", "p1");
        assertThat(granted.status()).isEqualTo(2);
        assertThat(granted.err()).contains("it names no job that a permit could be for");
    }

    @Test
    void anAppealIsAnsweredWithAReason() throws Exception {
        Path file = appeal();
        Ran rejected = decide(file, "--reject", "It can be worn.");
        assertThat(rejected.status()).isZero();
        Rejection answer = Rejection.parse(rejected.out().strip());
        assertThat(answer.reason()).isEqualTo("It can be worn.");
        answer.document().verify(SigningKey.read(key).verifying());
    }

    @Test
    void orWithAPermitForTheJobThatItNames() throws Exception {
        Path plain = folder.resolve("b.appeal");
        try (java.io.OutputStream out = Files.newOutputStream(plain)) {
            new Appeal(
                            java.util.Optional.of(JOB),
                            "cd".repeat(32),
                            "{\"verdict\":\"refuse\"}",
                            "why",
                            Instant.parse("2026-01-01T00:00:00Z"),
                            java.util.List.of(),
                            java.util.Optional.empty())
                    .write(out);
        }
        Path answer = folder.resolve("b.permit");
        assertThat(decide(plain, "--permit", "p1", "--uses", "2", "--out", answer.toString()))
                .isEqualTo(new Ran(0, "", ""));
        Permit permit = Permit.parse(Files.readString(answer).strip());
        assertThat(permit.job()).isEqualTo(JOB);
        assertThat(permit.uses()).isEqualTo(2);
        enrol("permit");
        assertThat(verify(answer).status()).isZero();
    }

    @Test
    void theModelIsAddedOnlyWhereItsSenderWantsIt() throws Exception {
        Path model = write("mask.stl", "warn");
        Path out = folder.resolve("x.appeal");
        run("appeal", "create", "--statement", "x", "--with-file", "--out", out.toString(), model.toString());
        assertThat(Appeal.read(out).file().orElseThrow().bytes()).isEqualTo("warn".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatPassesOrCannotBeReadNeedsNoAppeal() throws Exception {
        assertThat(run(
                                "appeal",
                                "create",
                                "--statement",
                                "x",
                                write("a.stl", "pass").toString())
                        .err())
                .contains("it passes; there is nothing to appeal against");
        assertThat(run(
                                "appeal",
                                "create",
                                "--statement",
                                "x",
                                write("b.stl", "unreadable").toString())
                        .err())
                .contains("The file ends early.");
        Path none = write("c.appeal", "no zip");
        assertThat(run("appeal", "show", none.toString()).err()).contains("c.appeal: it is no appeal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "key create",
                "key show",
                "key enrol",
                "permit",
                "permit issue",
                "permit show",
                "permit verify",
                "appeal",
                "appeal create",
                "appeal show",
                "appeal decide"
            })
    void helpHasTwoExamples(String command) {
        Ran help = run((command + " --help").split(" "));
        assertThat(help.status()).isZero();
        String examples = help.out().substring(help.out().indexOf("Examples:"));
        assertThat(examples.lines()
                        .filter(line -> line.startsWith("  maskguard "))
                        .count())
                .isEqualTo(2);
        assertThat(help.outLines()).allMatch(line -> line.length() <= 120);
    }

    private Path appeal() throws IOException {
        Path model = write("mask.stl", "refuse");
        run("appeal", "create", "--statement", "It is a puppet.", model.toString());
        return folder.resolve("mask.stl.appeal");
    }

    private Ran enrol(String may) {
        return run("key", "enrol", "--ring", ring.toString(), "--name", "ann", "--may", may, key + ".pub");
    }

    private Ran issue(String... more) {
        return run(joined(new String[] {"permit", "issue", "--key", key.toString()}, more));
    }

    private Ran verify(Path permit, String... more) {
        return run(joined(new String[] {"permit", "verify", "--ring", ring.toString(), permit.toString()}, more));
    }

    private Ran decide(Path appeal, String... more) {
        return run(joined(new String[] {"appeal", "decide", "--key", key.toString(), appeal.toString()}, more));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran run(String... arguments) {
        return Ran.Command.in(folder).run(arguments);
    }

    private static String[] joined(String[] first, String[] more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}

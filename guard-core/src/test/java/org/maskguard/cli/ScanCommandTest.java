package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCommandTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path state;

    private Ran.Command command;

    @BeforeEach
    void inAnEmptyFolder() {
        command = Ran.Command.in(state);
    }

    @Test
    void oneLineAFileForPeople() throws IOException {
        String mask = file("mask.stl", "refuse");
        String box = file("box.stl", "pass");
        String bad = file("bad.stl", "unreadable");
        Ran ran = command.run("scan", mask, box, bad);
        assertThat(ran.outLines())
                .containsExactly(
                        "refuse      mask          0.998  " + mask + ": It shows a human face.",
                        "pass        none          -      " + box,
                        "unreadable  truncated     -      " + bad + ": The file ends early. (byte 84)");
        assertThat(ran.err()).matches("3 files: 1 refused, 1 unreadable, 1 passed \\(\\d+\\.\\d s\\)\n");
    }

    @Test
    void oneObjectALineForPrograms() throws IOException {
        Ran ran = command.run("scan", "--json", file("a.stl", "warn"), file("b.stl", "pass"));
        assertThat(ran.outLines()).hasSize(2).allMatch(line -> line.startsWith("{\"schema\":1,\"file\":"));
        assertThat(ran.outLines().get(0)).contains("\"verdict\":\"warn\"", "\"category\":\"head\"");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pass,                        , 0",
        "warn,                        , 0",
        "warn,                    warn, 1",
        "pass,                    warn, 0",
        "refuse,                      , 1",
        "unreadable,                  , 2",
        "unreadable,              warn, 2",
        "fault,                       , 3",
        "memory,                      , 3",
        "pass pass warn,              , 0",
        "pass unreadable refuse,      , 1",
        "unreadable fault pass,       , 3",
        "refuse fault,                , 1",
        "fault warn,              warn, 1",
        "unreadable warn,         warn, 1",
        "warn unreadable,             , 2",
    })
    void exitStatusIsThatOfVirusScanners(String files, String failOn, int status) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("scan"));
        if (failOn != null) {
            arguments.addAll(List.of("--fail-on", failOn));
        }
        int number = 0;
        for (String told : files.split(" ")) {
            arguments.add(file(number++ + ".stl", told));
        }
        assertThat(command.run(arguments.toArray(String[]::new)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 32})
    void orderIsThatOfTheArgumentsWhateverTheThreads(int threads) throws IOException {
        Random random = new Random(threads);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(file(i + ".stl", "pass " + random.nextInt(12)));
        }
        Collections.shuffle(files, random);
        List<String> arguments = new ArrayList<>(List.of("scan", "--threads", Integer.toString(threads)));
        arguments.addAll(files);
        Ran ran = command.run(arguments.toArray(String[]::new));
        assertThat(ran.outLines())
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactlyElementsOf(files);
    }

    @Test
    void standardInputIsADash() {
        Ran ran = command.input("refuse").run("scan", "--json", "-");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("\"file\":\"-\"", "\"verdict\":\"refuse\"");
    }

    @Test
    void standardInputCanBeReadOnlyOnce() {
        Ran ran = command.input("pass").run("scan", "-", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.errLines()).containsExactly("maskguard: standard input ('-') can be read only once");
    }

    @Test
    void aFaultIsOneLineAndAFileThatNobodyElseMayRead() throws IOException {
        String bad = file("bad.stl", "fault");
        Ran ran = command.run("scan", "--json", bad, file("mask.stl", "refuse"));
        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.outLines().getFirst()).contains("\"verdict\":\"unreadable\"", "\"code\":\"fault\"");
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .startsWith("maskguard: " + bad + ": a fault of Maskguard's own (IllegalStateException); details: ");
        Path details =
                Path.of(ran.err().substring(ran.err().lastIndexOf(' ') + 1).strip());
        assertThat(details).startsWith(state.resolve("maskguard")).content().contains("told fault", "FakeJudge");
        assertThat(Files.getPosixFilePermissions(details)).hasSize(2);
    }

    @Test
    void foldersAreSearchedInOrderForPrintFilesOnly() throws IOException {
        Files.createDirectories(folder.resolve("b/deep"));
        for (String name : List.of("z.STL", "b/deep/q.gcode", "b/a.3mf", "a.obj", "c.gcode.gz", "d.g", "x.bgcode")) {
            file(name, "pass");
        }
        for (String name : List.of("readme.txt", "b/stl", "c.gz", "a.stl.bak")) {
            file(name, "refuse");
        }
        Files.createSymbolicLink(folder.resolve("b/loop"), folder);
        Files.createSymbolicLink(folder.resolve("e.stl"), folder.resolve("a.obj"));
        Ran ran = command.run("scan", "-r", folder.toString());
        assertThat(ran.outLines())
                .map(line -> line.substring(
                        line.lastIndexOf(' ') + 1 + folder.toString().length() + 1))
                .containsExactly(
                        "a.obj", "b/a.3mf", "b/deep/q.gcode", "c.gcode.gz", "d.g", "e.stl", "x.bgcode", "z.STL");
        assertThat(ran.status()).isZero();
    }

    @Test
    void whatIsNamedIsJudgedWhateverItIsCalled() throws IOException {
        assertThat(command.run("scan", "--recursive", file("mask.txt", "refuse"))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void aFolderWithoutRecursiveIsUnreadable() {
        assertThat(command.run("scan", folder.toString()).status()).isEqualTo(2);
    }

    @Test
    void anEmptyFolderIsClean() {
        Ran ran = command.run("scan", "-r", folder.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).startsWith("0 files: nothing to judge");
    }

    @Test
    void namesCannotWriteToTheTerminal() throws IOException {
        String evil = file("a\u001b[2J\rpass\n\u202eb\u009b.stl", "refuse");
        Ran ran = command.run("scan", evil);
        assertThat(ran.outLines()).hasSize(1);
        assertThat(ran.out()).contains("a<U+001B>[2J<U+000D>pass<U+000A><U+202E>b<U+009B>.stl");
        assertThat(command.run("scan", "--json", evil).outLines()).hasSize(1);
    }

    @Test
    void namesWithSigilsAreNames() throws IOException {
        String at = file("@list", "refuse");
        assertThat(command.run("scan", at).status()).isEqualTo(1);
        Ran ran = command.run("scan", "--", "--json");
        assertThat(ran.out()).startsWith("unreadable").contains("--json");
    }

    @Test
    void everyFileGetsAPageWhereReportsAreWanted() throws IOException {
        List<String> pages = Collections.synchronizedList(new ArrayList<>());
        Path reports = folder.resolve("some/reports");
        Ran ran = command.pages((into, judged) ->
                        pages.add(into + " " + judged.verdict().ruling().word() + " " + (judged.mesh() != null)))
                .run("scan", "--report", reports.toString(), file("a.stl", "pass"), file("b.stl", "refuse"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(reports).isDirectory();
        assertThat(pages).containsExactlyInAnyOrder(reports + " pass true", reports + " refuse true");
        assertThat(ran.errLines()).last().isEqualTo("report: " + reports.resolve("index-of-2.html"));
    }

    @Test
    void aReportThatCannotBeWrittenIsAFaultButTheVerdictStands() throws IOException {
        Ran ran = command.pages((into, judged) -> {
                    throw new IOException("No space left");
                })
                .run("scan", "--report", folder.resolve("r").toString(), file("a.stl", "pass"));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).startsWith("pass");
        assertThat(ran.errLines().getFirst()).endsWith("a.stl: its report could not be written: No space left");
    }

    @Test
    void aReportFolderThatCannotBeMadeIsToldBeforeAnythingIsJudged() throws IOException {
        Ran ran = command.run("scan", "--report", file("taken", "") + "/x", file("a.stl", "refuse"));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
    }

    @Test
    void aMistakeInThePolicyIsNamedWithItsPlace() throws IOException {
        String policy = file("policy.toml", "[policy]\nwarn = \"hold\"\nrefuse = 0.5\n");
        Ran ran = command.run("scan", "--policy", policy, file("a.stl", "pass"));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).startsWith("maskguard: " + policy + ":3:1: unknown key 'refuse'; known here: ");
        assertThat(command.run("scan", "--policy", policy + "x", "a.stl").err())
                .isEqualTo("maskguard: " + policy + "x: there is no such policy file\n");
    }

    @ParameterizedTest
    @CsvSource({
        // A terminal that can do it is coloured, and nothing else by itself.
        "true,  xterm, , , ,   true",
        "false, xterm, , , ,   false",
        "true,  dumb,  , , ,   false",
        "true,  '',    , , ,   false",
        "true,  xterm, 1, , ,  false",
        "true,  xterm, '', , , true",
        "true,  xterm, , 0, ,  false",
        "true,  xterm, , 1, ,  true",
        "false, xterm, , 1, ,  false",
        "false, xterm, , , 1,  true",
        "false, dumb,  , , 1,  true",
        "false, xterm, , , 0,  false",
        "false, xterm, 1, , 1, false",
    })
    void coloursAreAskedFor(
            boolean terminal, String term, String noColour, String cliColour, String force, boolean coloured)
            throws IOException {
        Ran.Command place = (terminal ? command.onTerminal() : command).with("TERM", term);
        place = noColour == null ? place : place.with("NO_COLOR", noColour);
        place = cliColour == null ? place : place.with("CLICOLOR", cliColour);
        place = force == null ? place : place.with("CLICOLOR_FORCE", force);
        String out = place.run("scan", file("a.stl", "refuse")).out();
        assertThat(out.contains("\u001b[1;31mrefuse")).isEqualTo(coloured);
        assertThat(out.contains("\u001b")).isEqualTo(coloured);
    }

    @Test
    void aBarAppearsOnATerminalAfterASecondAndLeavesNoTrace() throws IOException {
        String[] slow = {"scan", "--threads", "1", file("a.stl", "pass 700"), file("b.stl", "pass 900")};
        String err = command.onTerminal().run(slow).err();
        assertThat(err).contains("] 1/2 files, 0:0").contains(" left");
        assertThat(err.substring(0, err.indexOf("2 files:"))).endsWith("\r\u001b[K");
        assertThat(command.run(slow).err()).doesNotContain("\r");
    }

    @Test
    void aQuickCommandShowsNoBar() throws IOException {
        assertThat(command.onTerminal().run("scan", file("a.stl", "pass")).err())
                .doesNotContain("\r");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}

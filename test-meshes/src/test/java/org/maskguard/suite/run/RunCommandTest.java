package org.maskguard.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.cli.Main;
import org.maskguard.cli.Terminal;
import org.maskguard.suite.SampleFiles;
import org.maskguard.trust.SignedDocument;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;

/// The runner over a folder of anybody's own: five small files, with guards that are one-line commands.
@EnabledOnOs(OS.LINUX)
class RunCommandTest {

    private static final String MANIFEST = """
            file,label,family
            mask.stl,mask_human,a
            gear.stl,gear,b
            vase.stl,vase,c
            """;

    private static final String BY_NAME = "sh -c 'case {file} in *mask.stl) exit 1;; esac'";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeSuite() throws IOException {
        SampleFiles.write(folder, List.of("mask", "gear", "vase"));
        Files.writeString(folder.resolve("manifest.csv"), MANIFEST);
    }

    @Test
    void aGuardThatIsRightPassesEveryRule() throws IOException {
        assertThat(run(BY_NAME)).isZero();
        assertThat(text()).contains("ordinary parts").doesNotContain("FAIL");
        assertThat(Files.readString(report("junit.xml"))).contains("failures=\"0\"");
        assertThat(Files.readString(report("results.csv"))).contains("mask.stl,mask.stl,positive,mask_human,refuse");
    }

    @Test
    void aGuardThatRefusesEverythingFailsOnOrdinaryParts() throws IOException {
        assertThat(run("false {file}")).isZero();
        assertThat(text()).containsPattern("FAIL +ordinary parts +none refused: files 2 of 2");
        assertThat(Files.readString(report("report.html"))).contains("Refused by mistake: 2", "data:image/png");
    }

    @Test
    void aRunGoesOnWhereItsLogEnds() throws IOException {
        run(BY_NAME);
        Path log = report("guard-1.jsonl");
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(4);
        // The last line was broken off in the middle.
        Files.writeString(
                log,
                String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 20) + "\n");
        assertThat(run(BY_NAME)).isZero();
        assertThat(Files.readAllLines(log)).hasSize(5);
        assertThat(text()).doesNotContain("FAIL");
    }

    @Test
    void aLogOfAnotherGuardIsNotMixedIn() {
        run(BY_NAME);
        assertThat(run("true {file}")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("holds another run");
        assertThat(run("true {file}", "--fresh")).isZero();
    }

    @Test
    void theManifestIsSignedAndNamesEveryFile() throws IOException, Untrusted {
        run(BY_NAME);
        String line = Files.readString(report("manifest.json")).strip();
        SignedDocument.parse(line)
                .verify(SigningKey.read(report("suite-key.pem")).verifying());
        assertThat(line).contains("\"verdict\":\"refuse\"").contains("mask.stl").contains("vase.stl");
    }

    @Test
    void theReportIsWrittenAnewFromTheLogs() throws IOException {
        run(BY_NAME);
        String page = Files.readString(report("report.html"));
        Files.delete(report("report.html"));
        assertThat(call(
                        "suite",
                        "report",
                        "--suite",
                        folder.toString(),
                        "--out",
                        report("").toString()))
                .isZero();
        assertThat(Files.readString(report("report.html"))).isEqualTo(page);
    }

    @Test
    void aCommandWithoutAFileIsAMistake() {
        assertThat(run("true")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("{file}").hasLineCount(1);
    }

    @Test
    void aFileOutsideOfTheFolderIsNotRead() throws IOException {
        Files.writeString(folder.resolve("manifest.csv"), "file,label\n../secret,gear\n");
        assertThat(run(BY_NAME)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2 names a file outside");
    }

    private Path report(String name) {
        return folder.resolve("report").resolve(name);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String guard, String... more) {
        String[] all = new String[8 + more.length];
        String[] first = {
            "suite", "run", "--suite", folder.toString(), "--out", report("").toString(), "--guard", guard
        };
        System.arraycopy(first, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return call(all);
    }

    private int call(String... arguments) {
        return Main.run(new Terminal(InputStream.nullInputStream(), out, err, Map.of(), false, false), arguments);
    }
}

package org.maskguard.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.cli.Main;
import org.maskguard.cli.Terminal;

class SuiteCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writesTheReferencePair() throws IOException {
        Path made = folder.resolve("made/here");
        assertThat(run("suite", "reference", "--out", made.toString())).isZero();
        assertThat(Files.readAllBytes(made.resolve("maskguard-test-refuse.stl")))
                .isEqualTo(ReferencePair.refused().stl());
        assertThat(Files.readAllBytes(made.resolve("maskguard-test-pass.stl")))
                .isEqualTo(ReferencePair.passed().stl());
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("[0-9a-f]{64}  .*maskguard-test-refuse\\.stl");
    }

    @Test
    void writesTheSamples() throws IOException {
        assertThat(run("suite", "samples", "--out", folder.toString())).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/respirator.stl");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(9);
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("suite", "reference", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot be written")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void asksForACommandAndAFolder() {
        assertThat(run("suite")).isEqualTo(2);
        assertThat(run("suite", "reference")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("suite --help", "--out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suite",
                "suite reference",
                "suite samples",
                "suite generate",
                "suite run",
                "suite report",
                "suite slice",
                "suite agree"
            })
    void helpHasTwoExamples(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        String help = out.toString(StandardCharsets.UTF_8);
        assertThat(help.substring(help.indexOf("Examples:")).lines().filter(line -> line.startsWith("  maskguard ")))
                .hasSize(2);
    }

    @Test
    void isListedAmongTheCommands() {
        run("--help");
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("(?m)^  suite +Writes files");
    }

    private int run(String... arguments) {
        return Main.run(new Terminal(InputStream.nullInputStream(), out, err, Map.of(), false, false), arguments);
    }
}

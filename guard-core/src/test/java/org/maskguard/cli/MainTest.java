package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scan --bogus a.stl        | maskguard scan: unknown option: '--bogus'; see 'maskguard scan --help'
                    scan --jsn a.stl          | maskguard scan: unknown option: '--jsn', did you mean '--json'?; see
                    scan                      | maskguard scan: missing required parameter: 'FILE'; see
                    scan --threads x a.stl    | maskguard scan: invalid value for option '--threads': 'x' is not an int
                    scan --threads 0 a.stl    | maskguard: '--threads' must be at least 1
                    scan --fail-on pass a.stl | maskguard scan: invalid value for option '--fail-on'
                    scan --policy             | maskguard scan: missing required parameter for option '--policy'
                    explain                   | maskguard explain: missing required parameter: 'FILE'
                    explain a.stl b.stl       | maskguard explain: unmatched argument at index 2: 'b.stl'
                    version now               | maskguard version: unmatched argument at index 1: 'now'
                    frobnicate                | maskguard: unmatched argument at index 0: 'frobnicate'
                    scna a.stl                | maskguard: unmatched arguments from index 0: 'scna', 'a.stl', did you
                    ''                        | maskguard: missing command; see 'maskguard --help'
                    """)
    void aWrongCommandLineIsOneSentenceAndStatusTwo(String line, String sentence) {
        Ran ran = Ran.Command.in(folder).run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scan", "explain", "key", "permit", "appeal", "version"})
    void helpTeachesWithTwoExamples(String name) {
        Ran ran = name.isEmpty()
                ? Ran.Command.in(folder).run("--help")
                : Ran.Command.in(folder).run(name, "--help");
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: maskguard", "Examples:");
        String examples = ran.out().substring(ran.out().indexOf("Examples:"));
        assertThat(examples.lines().filter(line -> line.startsWith("  maskguard ")))
                .hasSize(2);
        assertThat(ran.outLines()).allMatch(line -> line.length() <= 100, "fits 100 columns");
    }

    @Test
    void helpListsOnlyWhatThereIs() {
        assertThat(Ran.Command.in(folder).run("--help").outLines())
                .filteredOn(line -> line.matches("  [a-z]+ {2,}[A-Z].*"))
                .map(line -> line.strip().split(" ")[0])
                .containsExactly("scan", "explain", "key", "permit", "appeal", "version");
    }

    @Test
    void versionNamesGuardModelAndJava() {
        Ran ran = Ran.Command.in(folder).run("version");
        assertThat(ran.outLines()).startsWith("maskguard 1.2.3", "model     sha256:abc");
        assertThat(ran.outLines().get(2))
                .startsWith("java      " + Runtime.version().feature());
        assertThat(Ran.Command.in(folder).run("version", "--json").out())
                .startsWith("{\"schema\":1,\"version\":\"1.2.3\",\"model\":\"sha256:abc\",\"java\":\"");
    }

    @Test
    void explainSaysItInSentencesAndATable() throws IOException {
        String file = Files.writeString(folder.resolve("a.stl"), "refuse").toString();
        Ran ran = Ran.Command.in(folder).run("explain", file);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                %s: refuse. It would print as a wearable life-size human face mask, or as a mould of one.

                Read as stl-binary in mm: 54,210 triangles in 1 body, 152.0 x 201.3 x 88.1 mm.
                SHA-256 00ff

                Why:
                  - It shows a human face. (human-face)
                  - The face is life-size. (life-size)

                Face 1 of 1: mask, score 0.998, seen from outside.
                The tip of its nose is at (1.0, 2.0, 3.0) mm in the file's own frame; it looks along (0.00, 0.00, 1.00).
                A head fits behind it: a wall of 2.4 mm, 61 mm of room behind the root of the nose (15 or more lets a \
                face in), open to the back over 83 %% of its width.

                  measurement              here   living adults     difference
                  sellion-menton       118.2 mm    118.6 +-  8.1 mm  -0.0 sd

                Judged by Maskguard 1.2.3 with the model sha256:abc.
                """.formatted(file));
    }

    @Test
    void explainSaysWhyAFileIsUnreadable() throws IOException {
        String file = Files.writeString(folder.resolve("a.stl"), "unreadable").toString();
        Ran ran = Ran.Command.in(folder).run("explain", file);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out())
                .contains("It could not be judged.", "The file ends early. (truncated at byte 84)")
                .doesNotContain("Read as");
    }
}

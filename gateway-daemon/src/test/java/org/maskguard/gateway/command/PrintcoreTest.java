package org.maskguard.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.judging.SelfTest;
import org.maskguard.suite.ReferencePair;

/// The demonstration and the real Printrun, as the README tells people to try it.
@Timeout(400)
class PrintcoreTest {

    @TempDir
    private Path folder;

    private GatewayProcess demo;

    @BeforeEach
    void start() throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "printcore")));
        assumeTrue(there, "printcore (Debian: printrun) is not installed");
        demo = new GatewayProcess(folder.resolve("out"), "demo", "--hurry", "1000", demoFolder());
        demo.await("ready", () -> said().contains("ready\n"));
    }

    @AfterEach
    void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aBenignJobIsPrintedWhole() throws Exception {
        List<String> job = new ArrayList<>(List.of("M140 S60", "M109 S210", "G28", "G90", "M83"));
        for (int i = 0; i < 1000; i++) {
            job.add("G1 X" + (80 + i % 40) + ".5 Y" + (90 + i % 7) + " E0.05 F3000");
        }
        job.addAll(List.of("M104 S0", "M140 S0", "M84"));
        print("benign.gcode", job);
        demo.await("the end of the print", () -> printed().contains("M84"));

        assertThat(printed()).containsSubsequence(job);
        assertThat(demo.stop()).isZero();
    }

    /// Printrun takes two milliseconds a line.
    @Test
    @Tag("heavy")
    void ofAMaskNothingIsPrinted() throws Exception {
        int before = printed().size();
        print("mask.gcode", SelfTest.job(ReferencePair.refused().mesh()));
        demo.await("the refusal", () -> printed().contains("M117 Print refused: face mask"));
        assertThat(printed().subList(before, printed().size())).noneMatch(line -> line.startsWith("G"));
        assertThat(demo.stop()).isZero();
    }

    private void print(String name, List<String> job) throws Exception {
        Path file = Files.write(folder.resolve(name), job);
        Process printcore = new ProcessBuilder("printcore", "-b", "115200", demoFolder() + "/host", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printcore.out").toFile())
                .start();
        try {
            assertThat(printcore.waitFor(300, TimeUnit.SECONDS)).isTrue();
        } finally {
            printcore.destroyForcibly();
        }
    }

    private String demoFolder() {
        return folder.resolve("demo").toString();
    }

    private String said() {
        try {
            return demo.said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the printer carried out, without what tells of progress.
    private List<String> printed() {
        try (Stream<String> lines = Files.lines(folder.resolve("demo").resolve("printer.log"))) {
            return lines.filter(line -> !line.startsWith("M73 ") && !line.equals("M105"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

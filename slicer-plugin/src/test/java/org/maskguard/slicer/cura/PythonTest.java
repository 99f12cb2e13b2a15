package org.maskguard.slicer.cura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Runs the plug-in's own tests, which are in Python and need no Cura.
class PythonTest {

    private static final Path TESTS = Path.of("src/test/cura").toAbsolutePath();

    @Test
    void thePluginDoesWhatItsOwnTestsSay() throws IOException, InterruptedException {
        assumeThat(hasPython()).as("python3 is not installed").isTrue();
        Process tests = new ProcessBuilder("python3", "-B", "-m", "unittest", "discover", "-s", TESTS.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("Ran [1-9]\\d* tests").contains("\nOK");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process python = new ProcessBuilder("python3", "--version")
                    .redirectErrorStream(true)
                    .start();
            return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

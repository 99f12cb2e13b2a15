package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every job of real slicers is readable and deposits something.
///
/// The jobs lie beside the project and are no part of it: looked for in `shared/gcode` beside this folder or beside any
/// folder around it, or in the folder `gcode` of the one that the system property `maskguard.shared` names.
class SharedJobsTest {

    /// A plasma cutter's: it extrudes nothing.
    private static final String CUTTER = "mach3_inches.gcode";

    @TestFactory
    Stream<DynamicTest> everyJobIsReadable() throws IOException {
        Path folder = folder();
        assumeTrue(folder != null, "the shared jobs are not beside the project");
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> jobs = walk.filter(path -> path.toString().matches(".*[.]gcode([.]gz)?"))
                    .sorted()
                    .toList();
            assertThat(jobs).isNotEmpty();
            return jobs.stream()
                    .map(job -> DynamicTest.dynamicTest(job.getFileName().toString(), () -> check(job)));
        }
    }

    private static void check(Path file) throws IOException, UnreadableJob {
        double[] high = new double[3];
        Interpreter interpreter =
                new Interpreter(Configuration.DEFAULT, JobLimits.DEFAULT, (x0, y0, z0, x1, y1, z1, volume, line) -> {
                    high[0] = Math.max(high[0], Math.abs(x1));
                    high[1] = Math.max(high[1], Math.abs(y1));
                    high[2] = Math.max(high[2], z1);
                });
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] piece = new byte[1 << 16];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                interpreter.feed(piece, 0, n);
            }
        }
        JobSummary summary = interpreter.end();
        if (file.endsWith(CUTTER)) {
            assertThat(summary.beads()).isZero();
            return;
        }
        assertThat(summary.beads()).isPositive();
        assertThat(summary.length()).isPositive();
        assertThat(summary.volume()).isPositive();
        assertThat(high[0]).as("within a bed").isBetween(1.0, 500.0);
        assertThat(high[1]).as("within a bed").isBetween(1.0, 500.0);
        assertThat(high[2]).as("within a frame").isBetween(1.0, 400.0);
    }

    private static Path folder() {
        String stated = System.getProperty("maskguard.shared");
        if (stated != null) {
            return existing(Path.of(stated).resolve("gcode"));
        }
        Path around = Path.of("").toAbsolutePath();
        while (around != null) {
            Path found = existing(around.resolve("shared/gcode"));
            if (found != null) {
                return found;
            }
            around = around.getParent();
        }
        return null;
    }

    private static Path existing(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.csv")) ? folder : null;
    }
}

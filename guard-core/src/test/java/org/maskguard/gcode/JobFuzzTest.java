package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.gcode.Beads.Bead;

/// Whatever the bytes, the interpreter gives finite beads or [UnreadableJob], and nothing else; and the same in
/// whatever pieces they come.
///
/// ```
/// JAZZER_FUZZ=1 mvn -pl guard-core test -Dtest='JobFuzzTest#job'
/// ```
class JobFuzzTest {

    private static final JobLimits LIMITS = new JobLimits(5_000, 300, 20_000, 4, 4_000, 1e6);

    private static final Set<String> CODES = Set.of(
            "unknown-command",
            "doubtful",
            "bad-number",
            "bad-checksum",
            "bad-byte",
            "missing-body",
            "endless",
            "too-large");

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void job(byte[] job) {
        Object whole = outcome(job, job.length);
        assertThat(outcome(job, 7)).isEqualTo(whole);
    }

    static Stream<byte[]> job() {
        return Stream.of(
                        "G28\nG1 X10 Y20 Z.3 F1200\nM83\nG1 X30 E2 ; a\n(b) G0 Y4\r\nG1 E-2\rG2 X5 Y5 I3 J-2.5 E1 P2\n",
                        "N1 G21*18\nN-1 M110*15\nG20\nG91\nG3 R5 X1 E.1\nG18\nG5 X3 Y0 I0 J2 P0 Q-2 E1\nG90.1\n",
                        "M808 L3\nM810 G1 X1 E1|M811\nM811 G91\nM810\nM808\nM808 K\n",
                        "G51 X1 Y2 I2 J3\nG68 X1 Y1 R30\nM579 X-1\nG92 X0 E0\nG1 X5 E1\nG50\nG69\nG10 L2 P2 X5\nG55\n",
                        "SET_GCODE_OFFSET X=1 Z_ADJUST=-.5 MOVE=1\nSAVE_GCODE_STATE NAME=a\nRESTORE_GCODE_STATE NAME=a MOVE=1\n"
                                + "EXCLUDE_OBJECT_START NAME='a b'\nEXCLUDE_OBJECT NAME=\"a b\"\nG1 X1 E1\n",
                        "G60 S1\nG61 S1\nM206 X5\nM218 T1 X3\nT1\nM221 S50\nM200 D1.75\nM207 S3 Z1\nG10\nG11\nG53 G1 X1 E9\n",
                        "M622 J1\nG1 X1 E1\nM623\nM109 R20\nM302 P1\nX5 E{a}\nM486 S1 A\"a;b\"\nM92 X80 E90\nM290 Z.1\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Object outcome(byte[] job, int piece) {
        double[] sums = new double[8];
        Interpreter interpreter =
                new Interpreter(Configuration.DEFAULT, LIMITS, (x0, y0, z0, x1, y1, z1, volume, line) -> {
                    Bead bead = new Bead(x0, y0, z0, x1, y1, z1, volume, line);
                    assertSound(bead);
                    sums[0] += x0 + 2 * y0 + 3 * z0 + 4 * x1 + 5 * y1 + 6 * z1 + 7 * volume + line;
                });
        try {
            for (int at = 0; at < job.length; at += piece) {
                interpreter.feed(job, at, Math.min(job.length, at + piece));
            }
            JobSummary summary = interpreter.end();
            assertThat(summary.lines()).isLessThanOrEqualTo(LIMITS.lines());
            assertThat(summary.beads()).isLessThanOrEqualTo(LIMITS.beads());
            return summary.toString() + sums[0];
        } catch (UnreadableJob e) {
            assertThat(CODES).contains(e.code());
            assertThat(e.line()).isPositive();
            assertThat(e.getMessage()).startsWith("line " + e.line()).doesNotContain("\n");
            return e.getMessage();
        }
    }

    private static void assertSound(Bead bead) {
        for (double value : new double[] {bead.x0(), bead.y0(), bead.z0(), bead.x1(), bead.y1(), bead.z1()}) {
            assertThat(Math.abs(value) <= LIMITS.reachMm()).isTrue();
        }
        assertThat(bead.volume() > 0 && bead.volume() < 1e15).isTrue();
        assertThat(bead.line()).isPositive();
    }
}

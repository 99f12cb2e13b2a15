package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.trust.ChainChecker.Step;
import org.maskguard.trust.Untrusted.Why;

class ClearanceTest {

    private static final Instant ISSUED = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-08T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-02T00:00:00Z");
    private static final List<String> JOB = List.of("G28", "M117 Hello", "G1 X1 E1", "G1 X2 E2", "M84");

    private final SigningKey slicer = SigningKey.create();
    private KeyRing ring;

    @BeforeEach
    void enrol() throws Untrusted {
        ring = KeyRing.empty().with(EnrolledKey.of("desk", Set.of(Right.CLEAR), slicer.verifying()));
    }

    @Test
    void clearsEveryLineOfItsJobInOrder() throws IOException, Untrusted {
        Clearance clearance = read(made(JOB, "pass", slicer));
        assertThat(clearance.verify(ring, NOW).name()).isEqualTo("desk");
        assertThat(clearance.header().lines()).isEqualTo(5);
        ChainChecker checker = clearance.checker();
        for (String line : JOB) {
            assertThat(checker.isComplete()).isFalse();
            assertThat(checker.line(line)).isEqualTo(Step.EXPECTED);
        }
        assertThat(checker.isComplete()).isTrue();
        assertThat(checker.line("G1 X3 E3")).isEqualTo(Step.MISMATCH);
    }

    /// Computed here from the words of the design alone.
    @Test
    void theFileIsWhatTheDesignSays() throws IOException, Untrusted, NoSuchAlgorithmException {
        byte[] file = made(JOB, "pass", slicer);
        int end = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n');
        String header = new String(file, 0, end, StandardCharsets.UTF_8);
        assertThat(header)
                .matches(
                        "\\{\"by\":\"[0-9a-f]{32}\",\"chain\":\"[0-9a-f]{64}\",\"guard\":\"1.0\",\"issued\":\"[^\"]+\","
                                + "\"job\":\"[0-9a-f]{64}\",\"kind\":\"clearance\",\"lines\":5,\"model\":\"sha256:0\","
                                + "\"salt\":\"[^\"]{44}\",\"schema\":1,\"signature\":\"[^\"]{88}\",\"until\":\"[^\"]+\","
                                + "\"verdict\":\"pass\"}");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] link = Base64.getDecoder().decode(header.replaceAll(".*\"salt\":\"([^\"]*)\".*", "$1"));
        ByteArrayOutputStream chain = new ByteArrayOutputStream();
        for (String line : JOB) {
            sha.update(link);
            link = sha.digest(line.getBytes(StandardCharsets.US_ASCII));
            chain.write(link, 0, 8);
        }
        assertThat(Arrays.copyOfRange(file, end + 1, file.length)).isEqualTo(chain.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M105",
                "M114",
                "M115",
                "M119",
                "M27",
                "M31",
                "M155 S2",
                "M154 S1",
                "M113",
                "M503",
                "M117 Hi",
                "M118 A1",
                "M73 P10",
                "M220 S50",
                "M220 S200",
                "M220 S99.5"
            })
    void whatHostsAskMayComeInBetween(String line) throws IOException, Untrusted {
        ChainChecker checker = read(made(JOB, "pass", slicer)).checker();
        for (String expected : JOB) {
            assertThat(checker.line(line)).isEqualTo(Step.INTERLEAVED);
            assertThat(checker.line(expected)).isEqualTo(Step.EXPECTED);
        }
        assertThat(checker.line(line)).isEqualTo(Step.INTERLEAVED);
        assertThat(checker.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M220 S49", "M220 S201", "M220 S200.1", "M220", "M220 B", "M220 R", "M220 S100 B", "M221 S100",
                        "G1 X9 E9",
                "G92 E0", "M104 S0", "M1055", "M1170", "M600", "T1", "M110", "G28 ", "g28"
            })
    void anythingElseIsAMismatchFromThereOn(String line) throws IOException, Untrusted {
        ChainChecker checker = read(made(JOB, "pass", slicer)).checker();
        assertThat(checker.line(line)).isEqualTo(Step.MISMATCH);
        assertThat(checker.line("G28")).isEqualTo(Step.MISMATCH);
        assertThat(checker.line("M105")).isEqualTo(Step.MISMATCH);
        assertThat(checker.isComplete()).isFalse();
    }

    /// A poll that stands in the job is the job's line first.
    @Test
    void pollsOfTheJobItselfAreExpected() throws IOException, Untrusted {
        ChainChecker checker =
                read(made(List.of("M105", "G28", "M105"), "pass", slicer)).checker();
        assertThat(List.of(
                        checker.line("M105"),
                        checker.line("M105"),
                        checker.line("G28"),
                        checker.line("M105"),
                        checker.line("M105")))
                .containsExactly(Step.EXPECTED, Step.INTERLEAVED, Step.EXPECTED, Step.EXPECTED, Step.INTERLEAVED);
        assertThat(checker.isComplete()).isTrue();
    }

    /// No line can be changed, left out, doubled, swapped or added without a mismatch at that line or before the
    /// end.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTamperedJobIsComplete(long seed) throws IOException, Untrusted {
        Random random = new Random(seed);
        List<String> job = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            job.add("G1 X" + i + " E" + random.nextInt(1000));
        }
        Clearance clearance = read(made(job, "pass", slicer));
        for (int trial = 0; trial < 200; trial++) {
            List<String> other = new ArrayList<>(job);
            int at = random.nextInt(job.size() - 1);
            switch (random.nextInt(5)) {
                case 0 -> other.set(at, other.get(at) + "1");
                case 1 -> other.remove(at);
                case 2 -> other.add(at, other.get(at));
                case 3 -> Collections.swap(other, at, at + 1);
                default -> other.add(at, "G1 Y1 E1");
            }
            ChainChecker checker = clearance.checker();
            List<String> sent = new ArrayList<>();
            for (String line : other) {
                if (checker.line(line) == Step.EXPECTED) {
                    sent.add(line);
                }
            }
            assertThat(checker.isComplete())
                    .as("seed %d, trial %d", seed, trial)
                    .isFalse();
            assertThat(sent).isEqualTo(job.subList(0, sent.size()));
        }
    }

    @Test
    void noByteCanBeChangedOrCutOff() throws IOException {
        byte[] file = made(JOB, "pass", slicer);
        for (int i = 0; i < file.length; i++) {
            byte[] other = file.clone();
            other[i] ^= 1;
            assertThat(isAccepted(other)).as("byte %d", i).isFalse();
            assertThat(isAccepted(Arrays.copyOf(file, i))).as("%d bytes", i).isFalse();
        }
        assertThat(isAccepted(Arrays.copyOf(file, file.length + 8))).isFalse();
        assertThat(isAccepted(file)).isTrue();
    }

    @Test
    void saysWhyItIsNotAccepted() throws IOException, Untrusted {
        refused(Why.NOT_PASSED, made(JOB, "warn", slicer), NOW);
        refused(Why.NOT_PASSED, made(JOB, "refuse", slicer), NOW);
        refused(Why.EXPIRED, made(JOB, "pass", slicer), UNTIL);
        refused(Why.NOT_YET, made(JOB, "pass", slicer), ISSUED.minusSeconds(1));
        refused(Why.UNKNOWN_KEY, made(JOB, "pass", SigningKey.create()), NOW);
        byte[] good = made(JOB, "pass", slicer);
        refused(Why.TRUNCATED, Arrays.copyOf(good, good.length - 1), NOW);
        refused(Why.TRUNCATED, Arrays.copyOf(good, 50), NOW);
        byte[] bent = good.clone();
        bent[bent.length - 1] ^= 1;
        refused(Why.FORGED, bent, NOW);
        refused(Why.MALFORMED, "hello\n".getBytes(StandardCharsets.UTF_8), NOW);
        ring = KeyRing.empty().with(EnrolledKey.of("desk", Set.of(Right.PERMIT), slicer.verifying()));
        refused(Why.NOT_ALLOWED, good, NOW);
    }

    @Test
    void aPermitIsNoClearance() throws Untrusted {
        String permit = Permit.issue("ab".repeat(32), "*", UNTIL, 1, "", slicer)
                .document()
                .line();
        refused(Why.MALFORMED, (permit + "\n").getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void aJobMayHaveNoMoreLinesThanAllowed() throws IOException {
        byte[] file = made(JOB, "pass", slicer);
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> Clearance.read(new ByteArrayInputStream(file), 4))
                .withMessageContaining("'lines'");
    }

    private boolean isAccepted(byte[] file) throws IOException {
        try {
            read(file).verify(ring, NOW);
            return true;
        } catch (Untrusted e) {
            return false;
        }
    }

    private void refused(Why why, byte[] file, Instant now) {
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> read(file).verify(ring, now))
                .satisfies(e -> assertThat(e.why()).isEqualTo(why));
    }

    private static Clearance read(byte[] file) throws IOException, Untrusted {
        return Clearance.read(new ByteArrayInputStream(file), 1000);
    }

    private static byte[] made(List<String> job, String verdict, SigningKey key) throws IOException {
        ClearanceMaker maker = ClearanceMaker.salted();
        job.forEach(maker::line);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        maker.write(out, verdict, "1.0", "sha256:0", ISSUED, UNTIL, key);
        return out.toByteArray();
    }
}

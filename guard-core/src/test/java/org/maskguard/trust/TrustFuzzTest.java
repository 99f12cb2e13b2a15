package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.gcode.PlainLine;
import org.maskguard.gcode.PlainReader;

/// Whatever comes from outside, it is read or it is [Untrusted]; and what is read, nobody signed.
///
/// ```
/// JAZZER_FUZZ=1 mvn -pl guard-core test -Dtest='TrustFuzzTest#clearance'
/// ```
class TrustFuzzTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-02T12:00:00Z");
    private static final String JOB = "ab".repeat(32);

    /// A key that is made anew: no input can be signed with it.
    private final SigningKey key = SigningKey.create();

    private KeyRing ring() throws Untrusted {
        return KeyRing.empty().with(EnrolledKey.of("a", Set.of(Right.CLEAR, Right.PERMIT), key.verifying()));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void permit(byte[] text) {
        try {
            Permit permit = Permit.parse(new String(text, StandardCharsets.UTF_8));
            String line = permit.document().line();
            assertThat(Permit.parse(line).document().line()).isEqualTo(line);
            permit.verify(ring());
            throw new AssertionError("accepted: " + line);
        } catch (Untrusted e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static Stream<byte[]> permit() throws Untrusted {
        SigningKey other = SigningKey.create();
        return Stream.of(
                bytes(Permit.issue(JOB, "p1", UNTIL, 1, "note", other)
                        .document()
                        .line()),
                bytes(Permit.issue(JOB, "*", UNTIL, 5, "", other).document().line()),
                bytes("{\"kind\":\"permit\",\"signature\":\"\"}"));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void clearance(byte[] file) throws IOException {
        try {
            Clearance clearance = Clearance.read(new ByteArrayInputStream(file), 1000);
            assertThat(clearance.checker().line("G28")).isNotNull();
            clearance.verify(ring(), NOW);
            throw new AssertionError("accepted");
        } catch (Untrusted e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static Stream<byte[]> clearance() throws IOException {
        ClearanceMaker maker = ClearanceMaker.salted();
        List.of("G28", "G1 X1 E1", "M84").forEach(maker::line);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        maker.write(out, "pass", "1.0", "sha256:0", NOW, UNTIL, SigningKey.create());
        return Stream.of(out.toByteArray(), bytes("{}\n"), bytes("{\"lines\":9}\nxxxxxxxx"));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void appeal(byte[] file) throws IOException {
        try {
            Appeal appeal = Appeal.read(new ByteArrayInputStream(file));
            appeal.write(new ByteArrayOutputStream());
        } catch (Untrusted e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static Stream<byte[]> appeal() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Appeal(
                        Optional.of(JOB),
                        JOB,
                        "{\"verdict\":\"refuse\"}",
                        "please",
                        NOW,
                        List.of(new Appeal.Attachment("a.png", new byte[3])),
                        Optional.empty())
                .write(out);
        return Stream.of(out.toByteArray());
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void keys(byte[] text) {
        try {
            KeyRing.parse(new String(text, StandardCharsets.ISO_8859_1));
        } catch (Untrusted e) {
            assertThat(e.getMessage()).startsWith("line ");
        }
    }

    static Stream<byte[]> keys() {
        String key = SigningKey.create().verifying().base64();
        return Stream.of(bytes("# keys\na clear " + key + "\n"), bytes("b clear,permit " + key));
    }

    /// What is written plainly is read again as itself.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void plainLine(byte[] line) {
        PlainLine plain = new PlainReader().read(line, 0, line.length);
        if (plain.isCommand()) {
            byte[] again = bytes(plain.text());
            assertThat(again).hasSizeLessThanOrEqualTo(PlainReader.MOST_LENGTH);
            assertThat(new PlainReader().read(again, 0, again.length)).isEqualTo(plain);
        }
    }

    static Stream<byte[]> plainLine() {
        return Stream.of("G1X01.50 Y-0 E+.5;c", "M117 Hi", "G92.1", "T0", "M220S100")
                .map(TrustFuzzTest::bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

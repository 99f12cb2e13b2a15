package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Unreadable;

class SignificantLinesTest {

    @Test
    void commentsNumbersChecksumsAndBlanksMakeNoDifference() throws Unreadable {
        String plain = "G28\nG1 X1.5 Y-0.25 E0.03 F1200\nM117 Hello  there\nM104 S0\n";
        String dressed = """
                ; a bracket
                N1 G28*18

                  G1   X1.50Y-.25 E+0.030 F01200 ; a move
                N3 M117 Hello  there*5
                N-1 M110*15
                M110 N0
                   \t""".replace("\t", "") + "\r\nM104 S0";
        assertThat(lines(dressed)).isEqualTo(lines(plain)).hasSize(4).contains("G1 X1.5 Y-0.25 E0.03 F1200");
    }

    @Test
    void theDigestIsOverLinesWithAnLf() throws Unreadable {
        JobDigest digest = new JobDigest();
        lines("G28 ; home\nM84").forEach(digest::line);
        assertThat(digest.lines()).isEqualTo(2);
        assertThat(digest.hex()).isEqualTo(Sha256.hex(Sha256.of("G28\nM84\n".getBytes(StandardCharsets.US_ASCII))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g28",
                "G28 X1 X2",
                "M486 A\"name\"",
                "G1 X1 G1 X2",
                "G1 X1e5\u00e9",
                "X10 Y10",
                "M862.3 P1",
                "G1 X1 *5",
                "M117 N5 M110",
                "G10000",
                "M118 (no)",
                "M117 a\\b",
                "G1 X1234567890"
            })
    void whatAGatewayWouldRefuseIsNamedByItsLine(String line) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> lines("G28\nM105\n" + line + "\nM84\n"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("bad-line"))
                .withMessageStartingWith("line 3 cannot be sent to a printer: it");
    }

    @Test
    void longCommentsAreNoHindranceAndEndlessLinesAre() throws Unreadable {
        assertThat(lines("G28 ;" + "x".repeat(60_000) + "\nM84")).hasSize(2);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> lines("G28\n;" + "x".repeat(70_000)))
                .withMessageContaining("line 2");
    }

    /// Wherever the text is cut into pieces, the lines are the same.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void piecesMakeNoDifference(long seed) throws Unreadable {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("G1 X").append(random.nextInt(200)).append(random.nextBoolean() ? " ; c" : "");
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        List<String> pieces = new ArrayList<>();
        SignificantLines cut = new SignificantLines(pieces::add);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
            cut.accept(bytes, from, to);
            from = to;
        }
        cut.end();
        assertThat(pieces).isEqualTo(lines(text.toString())).hasSize(300);
    }

    private static List<String> lines(String text) throws Unreadable {
        List<String> found = new ArrayList<>();
        SignificantLines cut = new SignificantLines(found::add);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cut.accept(bytes, 0, bytes.length);
        cut.end();
        return found;
    }
}

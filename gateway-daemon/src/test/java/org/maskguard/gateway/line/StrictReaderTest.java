package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// DESIGN 8, "Ends"; W03: what is understood is written anew, what is doubtful is refused.
class StrictReaderTest {

    private final StrictReader reader = new StrictReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "G1 X10 Y20 E0.5 F1500 | G1 X10 Y20 E0.5 F1500",
                "G1X10Y-.5E1 | G1 X10 Y-0.5 E1",
                "G 1 X 10 | G1 X10",
                "G01 X+5 | G1 X5",
                "G0001 X01.500 | G1 X1.5",
                "G1 X1. Y-0.0 Z-0 | G1 X1 Y0 Z0",
                "G28 X Y | G28 X Y",
                "G92.1 | G92.1",
                "G59.3 | G59.3",
                "M104 T0 S200 | M104 T0 S200",
                "T1 | T1",
                "M110 N5 | M110 N5",
                "M84 ; and off | M84",
                "M117 Layer 3/120, 50% | M117 Layer 3/120, 50%",
                "M117 | M117",
                "M23 job.gco | M23 job.gco"
            })
    void aPlainLineHasOneWayOfBeingWritten(String line, String written) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Command.class, command -> assertThat(command.text()).isEqualTo(written));
        assertThat(read(written)).isEqualTo(read(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g1 x5 | it does not begin with G, M or T",
                "X10 Y5 | it does not begin with G, M or T",
                "N5 G1 X1 | it does not begin with G, M or T",
                "G1 x5 Y2 | it has x where a parameter's letter should be",
                "G1 X10 X20 | it has the parameter X twice",
                "G1 X1e3 | it has e where a parameter's letter should be",
                "G1 X1,5 | it has , where a parameter's letter should be",
                "G1 X1.2.3 | it has . where a parameter's letter should be",
                "G1 X- | it has a sign or a point without digits",
                "G1 X- 5 | it has a sign or a point without digits",
                "G1 X5 M112 | it has more than one command",
                "G1G28X5 | it has more than one command",
                "G1 X5 N7 | it has a second line number",
                "G65537 X5 | its number is over 9999",
                "M | its first letter has no number",
                "G1.1 X5 | it has a sub-code, which only G59 and G92 may have",
                "M92.1 X5 | it has a sub-code, which only G59 and G92 may have",
                "G1 (X99) Y5 | it has the character ), which firmwares read differently",
                "M117 \"a\" | it has the character \", which firmwares read differently",
                "G1 X10*Y20 | it has the character *, which firmwares read differently",
                "M810 G1 X1\\ | it has the character \\, which firmwares read differently",
                "M117 M110 N99 | its text has M110, which would renumber the lines",
                "G1 X1234567890 | it has a number of more than 9 digits"
            })
    void aDoubtfulLineIsRefusedWithTheReason(String line, String why) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Reading.Refusal.class,
                        refusal -> assertThat(refusal.why())
                                .startsWith(why.substring(
                                        0, why.indexOf("character") < 0 ? why.length() : why.indexOf("character"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1\tX1", "G1 X1\0Y2", "G1 X12\b3", "G1 X\u00e9", "G1 X1\u007f", "G1 X10\\;Y20"})
    void bytesThatAreNoCharactersAreRefused(String line) {
        assertThat(read(line)).isInstanceOf(Reading.Refusal.class);
    }

    @Test
    void aLineLongerThanTheFirmwareReadsIsRefused() {
        assertThat(read("G1" + " ".repeat(90) + "X10 Y20")).isInstanceOf(Reading.Refusal.class);
        assertThat(read("M117 " + "x".repeat(71))).isInstanceOf(Reading.Refusal.class);
        assertThat(read("M117 " + "x".repeat(70))).isInstanceOf(Command.class);
    }

    @Test
    void nothingIsNoCommandAndNoRefusal() {
        assertThat(read("")).isEqualTo(new Reading.Nothing());
        assertThat(read("   ; G1 X1")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void theLongestLineHasNinetyBytes() {
        Command longest = (Command) read("M117 " + "x".repeat(70));

        assertThat(longest.numbered(Command.MOST_NUMBER).length).isLessThanOrEqualTo(90);
        assertThat(longest.text()).hasSize(Command.MOST_LENGTH);
    }

    @Test
    void valuesAreReadByTheirLetters() {
        Command command = (Command) read("G1 X10 Y-0.5 E");

        assertThat(command.value('X')).isEqualTo(10);
        assertThat(command.value('Y')).isEqualTo(-0.5);
        assertThat(command.has('E')).isTrue();
        assertThat(command.value('E')).isNaN();
        assertThat(command.has('Z')).isFalse();
        assertThat(command.value('Z')).isNaN();
    }

    /// Whatever is taken is taken again as the same, holds nothing but what may be sent, and so means the same to
    /// all.
    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Random random = new Random(4);
        String alphabet = "GMTXYZEFS0123456789.-+ ;N*(x\t\\";
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder line =
                    new StringBuilder("GMT".substring(random.nextInt(3)).substring(0, 1));
            int length = random.nextInt(20);
            for (int j = 0; j < length; j++) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (read(line.toString()) instanceof Command command) {
                taken++;
                assertThat(read(command.text())).as("seed 4, %s", line).isEqualTo(command);
                assertThat(command.text())
                        .matches("[GMT][0-9]{1,4}([.][0-9])?( .*)?")
                        .doesNotContain("  ");
            }
        }
        assertThat(taken).isGreaterThan(2000);
    }

    private Reading read(String line) {
        return reader.read(Bytes.of(line), 0, line.length());
    }
}

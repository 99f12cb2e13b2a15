package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcFitterTest {

    private static final Pattern ARC = Pattern.compile("G([23]) X(\\S+) Y(\\S+) I(\\S+) J(\\S+) E(\\S+)");

    @TempDir
    private Path folder;

    /// A quarter of a circle of radius 20 around (100, 100), from its right, in steps of 5°.
    private static String quarter(int way, boolean relative) {
        StringBuilder job = new StringBuilder(relative ? "M83\n" : "M82\n").append("G1 X120.000 Y100.000 F1800\n");
        for (int i = 1; i <= 18; i++) {
            double angle = way * Math.toRadians(5 * i);
            job.append(String.format(
                    Locale.ROOT,
                    "G1 X%.3f Y%.3f E%.5f%n",
                    100 + 20 * Math.cos(angle),
                    100 + 20 * Math.sin(angle),
                    relative ? 0.1 : 0.1 * i));
        }
        return job.append("G1 X50.000 Y50.000 F7800\n").toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void linesAlongACircleBecomeOneArc(int way) throws IOException {
        List<String> welded = weld(quarter(way, false));
        assertThat(welded).hasSize(4);
        Matcher arc = ARC.matcher(welded.get(2));
        assertThat(arc.matches()).as(welded.get(2)).isTrue();
        assertThat(arc.group(1)).isEqualTo(way > 0 ? "3" : "2");
        assertThat(Double.parseDouble(arc.group(4))).isCloseTo(-20, within(0.05));
        assertThat(Double.parseDouble(arc.group(5))).isCloseTo(0, within(0.05));
        assertThat(Double.parseDouble(arc.group(6))).isCloseTo(1.8, within(1e-6));
    }

    @Test
    void relativeFeedIsSummedUp() throws IOException {
        Matcher arc = ARC.matcher(weld(quarter(1, true)).get(2));
        assertThat(arc.matches()).isTrue();
        assertThat(Double.parseDouble(arc.group(6))).isCloseTo(1.8, within(1e-6));
    }

    @Test
    void cornersAndLongLinesStayLines() throws IOException {
        String square = "M83\nG1 X0 Y0 F1800\nG1 X10 Y0 E1\nG1 X10 Y10 E1\nG1 X0 Y10 E1\nG1 X0 Y0 E1\n";
        assertThat(weld(square)).isEqualTo(square.lines().toList());
    }

    @Test
    void nothingIsLostAroundAnArc() throws IOException {
        String job = "; start\nM83\nG1 X120.000 Y90.000 F1800\nG1 X120.000 Y100.000 E0.5 ; wall\n"
                + quarter(1, true).lines().skip(2).reduce("", (a, b) -> a + b + "\n")
                + "M107\n; end\n";
        List<String> welded = weld(job);
        assertThat(welded).contains("; start", "G1 X120.000 Y90.000 F1800", "M107", "; end");
        double fed = welded.stream()
                .filter(line -> line.contains(" E"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".* E(\\S+).*", "$1")))
                .sum();
        assertThat(fed).isCloseTo(0.5 + 1.8, within(1e-6));
    }

    private List<String> weld(String job) throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.gcode"), job);
        Path welded = folder.resolve("welded.gcode");
        ArcFitter.weld(plain, welded);
        return Files.readAllLines(welded);
    }
}

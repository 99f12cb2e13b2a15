package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.gcode.Beads.Bead;

/// The same shape, said otherwise, lands in the same places.
class JobPropertiesTest {

    /// Moves of a made-up job, as text of one sort or another.
    private record Step(double x, double y, double z, double e, boolean extrudes) {}

    private enum Say {
        ABSOLUTE,
        RELATIVE_E,
        RELATIVE,
        INCHES,
        SHIFTED,
        BARE,
        LOWER,
        GLUED,
        NUMBERED,
        ORIGINS
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anySplitOfTheBytesGivesTheSameDeposits(long seed) throws UnreadableJob {
        Random random = new Random(seed);
        String ends = random.nextBoolean() ? "\r\n" : "\n";
        String text = "; é\n" + String.join("\n", lines(steps(random), Say.ABSOLUTE))
                + "\nG92 E0\nG3 X5 Y5 I3 J1 E9\nSET_PIN A=1";
        byte[] job = text.replace("\n", ends).getBytes(StandardCharsets.UTF_8);
        Beads whole = Beads.read(Beads.PLAIN, JobLimits.DEFAULT, job);
        for (int round = 0; round < 50; round++) {
            List<Bead> beads = new ArrayList<>();
            Interpreter interpreter = new Interpreter(Beads.PLAIN, JobLimits.DEFAULT, Beads.sink(beads));
            int longest = 1 + random.nextInt(round == 0 ? 1 : 200);
            for (int at = 0; at < job.length; ) {
                int to = Math.min(job.length, at + random.nextInt(longest + 1));
                interpreter.feed(job, at, to);
                at = to;
            }
            JobSummary summary = interpreter.end();
            assertThat(beads).as("seed " + seed + ", round " + round).isEqualTo(whole.all());
            assertThat(summary).isEqualTo(whole.summary());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void howeverItIsSaidItLandsInTheSamePlaces(long seed) {
        List<Step> steps = steps(new Random(seed));
        Beads plain = Beads.of(lines(steps, Say.ABSOLUTE));
        assertThat(plain.all()).hasSizeGreaterThan(50);
        for (Say say : Say.values()) {
            Beads said = Beads.of(lines(steps, say));
            assertSame(plain.all(), said.all(), 0, 0, "seed " + seed + ", " + say);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void anOffsetShiftsEverything(long seed) {
        List<Step> steps = steps(new Random(seed));
        Beads plain = Beads.of(lines(steps, Say.ABSOLUTE));
        List<String> shifted = new ArrayList<>(List.of("G10 L2 P1 X30 Y-7", "G1 X0 Y0"));
        shifted.addAll(List.of(lines(steps, Say.ABSOLUTE)));
        assertSame(plain.all(), Beads.of(shifted.toArray(String[]::new)).all(), 30, -7, "seed " + seed);
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(100, 100, 0.2, 0, false));
        double e = 0;
        double z = 0.2;
        for (int i = 0; i < 200; i++) {
            boolean extrudes = random.nextInt(4) > 0;
            if (extrudes) {
                e += 0.001 * (1 + random.nextInt(2000));
            }
            if (i % 50 == 49) {
                z += 0.2;
            }
            steps.add(new Step(0.001 * random.nextInt(200_000), 0.001 * random.nextInt(200_000), z, e, extrudes));
            if (random.nextInt(10) == 0) {
                steps.add(new Step(Double.NaN, 0, z, e - 2, true));
                steps.add(new Step(Double.NaN, 0, z, e, true));
            }
        }
        return steps;
    }

    private static String[] lines(List<Step> steps, Say say) {
        List<String> lines = new ArrayList<>();
        if (say == Say.RELATIVE_E || say == Say.RELATIVE) {
            lines.add("M83");
        }
        if (say == Say.RELATIVE) {
            lines.add("G91");
        }
        if (say == Say.INCHES) {
            lines.add("G20");
        }
        if (say == Say.SHIFTED) {
            lines.add("G92 X1000 Y-1000");
        }
        double x = 0;
        double y = 0;
        double z = 0;
        double e = 0;
        int number = 1;
        for (Step step : steps) {
            double unit = say == Say.INCHES ? 25.4 : 1;
            boolean moves = !Double.isNaN(step.x);
            double toX = moves ? step.x : x;
            double toY = moves ? step.y : y;
            double fromX = say == Say.RELATIVE || say == Say.ORIGINS ? x : say == Say.SHIFTED ? -1000 : 0;
            double fromY = say == Say.RELATIVE || say == Say.ORIGINS ? y : say == Say.SHIFTED ? 1000 : 0;
            double fromE = say == Say.RELATIVE || say == Say.RELATIVE_E || say == Say.ORIGINS ? e : 0;
            String words = moves ? word("X", (toX - fromX) / unit) + word("Y", (toY - fromY) / unit) : "";
            if (moves) {
                words += word("Z", (step.z - (say == Say.RELATIVE || say == Say.ORIGINS ? z : 0)) / unit);
            }
            if (step.extrudes) {
                words += word("E", (step.e - fromE) / unit);
            }
            if (say == Say.ORIGINS) {
                lines.add("G92 X0 Y0 Z0 E0");
            }
            if (!words.isEmpty()) {
                lines.add(said(words, say, number++));
            }
            if (moves) {
                x = toX;
                y = toY;
                z = step.z;
            }
            if (step.extrudes) {
                e = step.e;
            }
        }
        return lines.toArray(String[]::new);
    }

    private static String said(String words, Say say, int number) {
        return switch (say) {
            case BARE -> words.strip();
            case LOWER -> "g1" + words.toLowerCase(Locale.ROOT);
            case GLUED -> "G1" + words.replace(" ", "");
            case NUMBERED -> checked("N" + number + " G1" + words);
            default -> "G1" + words;
        };
    }

    private static String checked(String line) {
        int sum = 0;
        for (byte b : line.getBytes(StandardCharsets.US_ASCII)) {
            sum ^= b;
        }
        return line + "*" + sum;
    }

    private static String word(String letter, double value) {
        return String.format(Locale.ROOT, " %s%.9f", letter, value);
    }

    private static void assertSame(List<Bead> expected, List<Bead> found, double dx, double dy, String as) {
        assertThat(found).as(as).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Bead a = expected.get(i);
            Bead b = found.get(i);
            assertThat(b.x0()).as(as).isCloseTo(a.x0() + dx, within(1e-5));
            assertThat(b.y0()).as(as).isCloseTo(a.y0() + dy, within(1e-5));
            assertThat(b.z0()).as(as).isCloseTo(a.z0(), within(1e-5));
            assertThat(b.x1()).as(as).isCloseTo(a.x1() + dx, within(1e-5));
            assertThat(b.y1()).as(as).isCloseTo(a.y1() + dy, within(1e-5));
            assertThat(b.z1()).as(as).isCloseTo(a.z1(), within(1e-5));
            assertThat(b.volume()).as(as).isCloseTo(a.volume(), within(1e-5));
        }
    }
}

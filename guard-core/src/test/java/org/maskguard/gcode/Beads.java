package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/// What a job of a few lines deposits.
record Beads(List<Bead> all, JobSummary summary) {

    record Bead(double x0, double y0, double z0, double x1, double y1, double z1, double volume, long line) {

        /// `0,0,0 > 10,0,0 @3`: start, end, line.
        @Override
        public String toString() {
            return place(x0, y0, z0) + " > " + place(x1, y1, z1) + " @" + line;
        }

        private static String place(double x, double y, double z) {
            return decimal(x) + "," + decimal(y) + "," + decimal(z);
        }

        private static String decimal(double value) {
            String text = String.format(Locale.ROOT, "%.3f", value + 0.0);
            text = text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
            return text.equals("-0") ? "0" : text;
        }
    }

    /// Filament of 1 mm² section, so that a mm of it is a mm³.
    static final Configuration PLAIN = Configuration.DEFAULT.withFilamentMm(Math.sqrt(4 / Math.PI));

    static Beads of(String... lines) {
        return of(PLAIN, lines);
    }

    static Beads of(Configuration configuration, String... lines) {
        try {
            return read(configuration, JobLimits.DEFAULT, bytes(lines));
        } catch (UnreadableJob e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Beads read(Configuration configuration, JobLimits limits, byte[] job) throws UnreadableJob {
        List<Bead> beads = new ArrayList<>();
        Interpreter interpreter = new Interpreter(configuration, limits, sink(beads));
        interpreter.feed(job, 0, job.length);
        return new Beads(beads, interpreter.end());
    }

    static DepositSink sink(List<Bead> into) {
        return (x0, y0, z0, x1, y1, z1, volume, line) -> into.add(new Bead(x0, y0, z0, x1, y1, z1, volume, line));
    }

    /// The exception that says why the job is unreadable.
    static UnreadableJob refused(String... lines) {
        return refused(PLAIN, lines);
    }

    static UnreadableJob refused(Configuration configuration, String... lines) {
        return refused(configuration, JobLimits.DEFAULT, bytes(lines));
    }

    static UnreadableJob refused(Configuration configuration, JobLimits limits, byte[] job) {
        try {
            read(configuration, limits, job);
        } catch (UnreadableJob e) {
            return e;
        }
        return Assertions.fail("the job was read");
    }

    static AbstractThrowableAssert<?, ?> assertRefused(String... lines) {
        return assertThat(refused(lines));
    }

    static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Starts, ends and lines, as text.
    List<String> places() {
        return all.stream().map(Bead::toString).toList();
    }

    /// Without the numbers of lines.
    List<String> ways() {
        return all.stream()
                .map(bead -> bead.toString().replaceFirst(" @.*", ""))
                .toList();
    }

    List<Double> volumes() {
        return all.stream().map(bead -> Math.round(bead.volume() * 1e6) / 1e6).toList();
    }
}

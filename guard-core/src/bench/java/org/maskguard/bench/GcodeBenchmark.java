package org.maskguard.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.DepositSink;
import org.maskguard.gcode.Interpreter;
import org.maskguard.gcode.JobLimits;
import org.maskguard.gcode.JobSummary;
import org.maskguard.gcode.UnreadableJob;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// How fast G-code is interpreted from memory on one thread: the score is bytes a microsecond, which is MB/s.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GcodeBenchmark {

    private static final int BYTES = 16_000_000;
    private static final int PIECE = 64 << 10;
    private static final long SEED = 20260101;

    private byte[] lines;
    private byte[] arcs;

    @Setup
    public void prepare() {
        lines = job(false);
        arcs = job(true);
    }

    /// Straight moves as PrusaSlicer writes them, 26 bytes a line, with retractions, travels and fan words.
    @Benchmark
    @OperationsPerInvocation(BYTES)
    public JobSummary interpretMoves(Blackhole hole) throws UnreadableJob {
        return interpret(lines, hole);
    }

    /// The same with every third move an arc, some five chords each.
    @Benchmark
    @OperationsPerInvocation(BYTES)
    public JobSummary interpretArcs(Blackhole hole) throws UnreadableJob {
        return interpret(arcs, hole);
    }

    private static JobSummary interpret(byte[] job, Blackhole hole) throws UnreadableJob {
        DepositSink sink = (x0, y0, z0, x1, y1, z1, volume, line) -> hole.consume(x1 + y1 + z1 + volume);
        Interpreter interpreter = new Interpreter(Configuration.DEFAULT, JobLimits.DEFAULT, sink);
        for (int at = 0; at < job.length; at += PIECE) {
            interpreter.feed(job, at, Math.min(at + PIECE, job.length));
        }
        JobSummary summary = interpreter.end();
        if (summary.beads() < 300_000) {
            throw new IllegalStateException("only " + summary.beads() + " beads");
        }
        return summary;
    }

    private static byte[] job(boolean withArcs) {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(BYTES + 1000).append("G21\nG90\nM83\n");
        double x = 100;
        double y = 100;
        for (int i = 0; text.length() < BYTES - 200; i++) {
            if (i % 40 == 0) {
                text.append("G1 E-.8 F2100\n;TYPE:External perimeter\n");
                text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f F9000\nG1 E.8 F1500\n", x + 5, y + 3));
            }
            if (i % 400 == 0) {
                text.append(String.format(Locale.ROOT, "M106 S%d\n;LAYER_CHANGE\nG1 Z%.2f\n", i % 255, 0.2 + i * 1e-5));
            }
            x = 100 + 80 * Math.sin(i * 0.01) + random.nextDouble();
            y = 100 + 80 * Math.cos(i * 0.013) + random.nextDouble();
            double e = random.nextDouble();
            if (withArcs && i % 3 == 0) {
                text.append(String.format(Locale.ROOT, "G3 X%.3f Y%.3f I-1.5 J.75 E%.5f\n", x, y, e));
            } else {
                text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f E%.5f\n", x, y, e));
            }
        }
        byte[] bytes = Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), BYTES);
        Arrays.fill(bytes, text.length(), BYTES, (byte) ' ');
        return bytes;
    }
}

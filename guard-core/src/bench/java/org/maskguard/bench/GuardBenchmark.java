package org.maskguard.bench;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.maskguard.Guard;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Findings;
import org.maskguard.classify.Policy;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.curvature.Curvatures;
import org.maskguard.curvature.HeightCurvature;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Model;
import org.maskguard.io.Unreadable;
import org.maskguard.surface.Bodies;
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

/// What judging costs, warm: reading and welding a triangle, bending a pixel, a whole mask.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GuardBenchmark {

    /// 4,714 triangles of the mean face in two layers, divided four times.
    private static final int TRIANGLES = 4714 * 256;

    private static final int SIDE = 100;

    private Guard guard;
    private Mesh mesh;
    private byte[] stl;
    private float[] heights;
    private HeightCurvature curvature;
    private Curvatures curvatures;

    @Setup
    public void prepare() {
        Detector detector = Detector.shipped();
        guard = Guard.open(Policy.DEFAULT, detector);
        mesh = MeanFace.shell(detector.shape(), 4);
        if (mesh.triangles() != TRIANGLES) {
            throw new IllegalStateException("the shape has changed: " + mesh.triangles() + " triangles");
        }
        stl = MeanFace.stl(mesh);
        heights = new float[SIDE * SIDE];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (10 * Math.sin(0.1 * (i % SIDE)) * Math.cos(0.07 * (i / SIDE)));
        }
        curvature = new HeightCurvature(2, 7);
        curvatures = Curvatures.ofSize(SIDE, SIDE);
    }

    @Benchmark
    @OperationsPerInvocation(TRIANGLES)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public Model readTriangle() throws Unreadable {
        return MeshReader.read(new ByteArrayInputStream(stl), Limits.DEFAULT);
    }

    @Benchmark
    @OperationsPerInvocation(TRIANGLES)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public Bodies weldAndJoinTriangle() {
        return Bodies.of(mesh);
    }

    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Curvatures curvaturePixel() {
        curvature.measure(heights, curvatures);
        return curvatures;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Findings judgeMask() throws TooSlow {
        return guard.judge(mesh);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Verdict scanMask() {
        return guard.judge("mask.stl", new ByteArrayInputStream(stl));
    }
}

package org.maskguard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Labels;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape;

class SampleMeshesTest {

    private static final FaceShape SHAPE = Detector.shipped().shape();
    private static final List<Sample> SAMPLES = new SampleMeshes(SHAPE).all();

    /// Drawn once.
    private static final Map<String, Mesh> MESHES =
            SAMPLES.stream().collect(Collectors.toUnmodifiableMap(Sample::name, Sample::mesh));

    @ParameterizedTest
    @MethodSource("samples")
    void isClosedAndTurnedOutwards(Sample sample) {
        Surface surface = new Surface(MESHES.get(sample.name()));
        assertThat(surface.closedManifold()).isTrue();
        assertThat(surface.volume()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTheSameEachTime(Sample sample) {
        Mesh again = sample.mesh();
        Mesh before = MESHES.get(sample.name());
        assertThat(Stl.bytes(again, "")).isEqualTo(Stl.bytes(before, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "mask, 127, 168, 59",
        "mask-half-size, 63.5, 84, 29.5",
        "bust, 166, 214, 297",
        "respirator, 124, 155, 73",
        "hockey-mask, 146, 197, 62",
        "helmet, 197, 246, 200",
        "bracket, 80, 60, 60",
        "gear, 78, 78, 20",
        "vase, 126, 126, 180",
    })
    void hasTheSizeOfWhatItIs(String name, double width, double depth, double height) {
        double[] extent = new Surface(MESHES.get(name)).extent();
        assertThat(extent).containsExactly(new double[] {width, depth, height}, within(2.0));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void standsOnTheBed(Sample sample) {
        Mesh mesh = MESHES.get(sample.name());
        float lowest = Float.MAX_VALUE;
        for (int i = 2; i < mesh.xyz().length; i += 3) {
            lowest = Math.min(lowest, mesh.xyz()[i]);
        }
        assertThat(lowest).isZero();
    }

    @Test
    void labelsAreKnown() {
        assertThat(Labels.all().keySet())
                .containsAll(SAMPLES.stream().map(Sample::label).toList());
    }

    private static Stream<Sample> samples() {
        return SAMPLES.stream();
    }
}

package org.maskguard.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.Guard;
import org.maskguard.classify.Category;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;

/// The whole way from a file to a verdict, with the model that ships.
class VerdictsTest {

    private static final Guard GUARD = Guard.open(Policy.DEFAULT);

    private static final Map<String, Category> FACES = Map.of(
            "mask", Category.MASK,
            "maskguard-test-refuse", Category.MASK,
            "bust", Category.HEAD);

    @ParameterizedTest
    @MethodSource("samples")
    void judgesSample(Sample sample) {
        assertRight(sample, sample.stl());
    }

    /// Each sample in one of the kinds of files, turned and moved at random, every other one inside out.
    @ParameterizedTest
    @MethodSource("samples")
    void judgesDisguisedSample(Sample sample) {
        int number = samples().map(Sample::name).toList().indexOf(sample.name());
        FileKind kind = FileKind.values()[number % FileKind.values().length];
        assertRight(sample, kind.bytes(disguised(sample, number, number % 2 == 0)));
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("disguises")
    void judgesSampleInEveryDisguise(Sample sample, FileKind kind, long seed, boolean insideOut) {
        assertRight(sample, kind.bytes(disguised(sample, seed, insideOut)));
    }

    private static Mesh disguised(Sample sample, long seed, boolean insideOut) {
        Mesh moved = Disguise.moved(sample.mesh(), seed);
        return insideOut ? Disguise.insideOut(moved) : moved;
    }

    private static void assertRight(Sample sample, byte[] file) {
        Verdict verdict = GUARD.judge(sample.name(), new ByteArrayInputStream(file));
        Category category = FACES.getOrDefault(sample.name(), Category.NONE);
        assertThat(verdict.ruling()).as(verdict.toString()).isEqualTo(ruling(category));
        assertThat(verdict.category()).isEqualTo(category);
    }

    private static Ruling ruling(Category category) {
        return category == Category.NONE ? Ruling.PASS : Policy.DEFAULT.ruling(category);
    }

    private static Stream<Sample> samples() {
        List<Sample> all = new ArrayList<>(ReferencePair.both());
        all.addAll(new SampleMeshes(Detector.shipped().shape()).all());
        return all.stream();
    }

    private static Stream<Arguments> disguises() {
        List<Arguments> all = new ArrayList<>();
        for (Sample sample : samples().toList()) {
            for (FileKind kind : FileKind.values()) {
                for (int seed = 0; seed < 4; seed++) {
                    all.add(Arguments.of(sample, kind, 100L * kind.ordinal() + seed, seed % 2 == 1));
                }
            }
        }
        return all.stream();
    }
}

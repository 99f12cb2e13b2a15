package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.Guard;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;

/// The rows M01 to M24 of the threat model on a face that needs no data. Rates, on many people, stand in
/// `docs/model-card-attempts.md`.
class AttemptTest {

    private static final long SEED = 1;
    private static final Guard GUARD = Guard.open(Policy.DEFAULT);
    private static final Head FACE = ShapeHead.make(Detector.shipped().shape(), SEED);

    @Test
    void everyRowOfTheThreatModelThatIsInTheShapeIsTried() {
        List<String> inTheFile = List.of("M20");
        assertThat(Arrays.stream(Attempt.values()).map(Attempt::row).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25)
                        .mapToObj("M%02d"::formatted)
                        .filter(row -> !inTheFile.contains(row))
                        .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @MethodSource("cheap")
    void isJudgedAsTheDesignSays(Attempt attempt) {
        assertRight(attempt);
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("costly")
    void isJudgedAsTheDesignSaysHoweverMuchThereIs(Attempt attempt) {
        assertRight(attempt);
    }

    @ParameterizedTest
    @MethodSource("cheap")
    void isTheSameEachTime(Attempt attempt) {
        Mesh once = attempt.make(new CutAndOffset(), FACE, SEED);
        Mesh again = attempt.make(new CutAndOffset(), FACE, SEED);
        assertThat(again.xyz()).isEqualTo(once.xyz());
        assertThat(again.corners()).isEqualTo(once.corners());
    }

    private static void assertRight(Attempt attempt) {
        byte[] file = StlBytes.of(attempt.make(new CutAndOffset(), FACE, SEED));
        Verdict verdict = GUARD.judge("attempt", new ByteArrayInputStream(file));
        assertThat(attempt.right()).as(verdict.toString()).contains(verdict.ruling());
    }

    private static Stream<Attempt> cheap() {
        return able().filter(attempt -> !attempt.isCostly());
    }

    private static Stream<Attempt> costly() {
        return able().filter(Attempt::isCostly);
    }

    /// What can be tried with an open face that makes no faces.
    private static Stream<Attempt> able() {
        return Arrays.stream(Attempt.values())
                .filter(attempt ->
                        !attempt.needsWholeHead() && attempt.expression().isEmpty());
    }
}

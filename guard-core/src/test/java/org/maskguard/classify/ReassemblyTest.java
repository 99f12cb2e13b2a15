package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.assembly.Saw;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

/// The shipped model on masks and moulds of the mean face that were cut up.
class ReassemblyTest {

    private static final Detector DETECTOR = Detector.shipped();
    private static final ShapedFace MEAN = ShapedFace.mean(DETECTOR.shape());
    private static final Mesh SHELL = MEAN.shell(3);
    private static final Mesh MOULD = MEAN.mould(-70, 20);
    private static final Vec ACROSS = new Vec(0.99, 0.1, 0.05).unit();
    private static final Vec UP = new Vec(0.1, 0.99, 0.1).unit();

    static Stream<Arguments> cutUp() {
        Mesh[] upperLower = Saw.inTwo(SHELL, UP, -15);
        Mesh[] upper = Saw.inTwo(upperLower[0], ACROSS, -6);
        Mesh[] lower = Saw.inTwo(upperLower[1], ACROSS, 9);
        Mesh[] mould = Saw.inTwo(MOULD, ACROSS, 3);
        Mesh block = Shapes.block(new Vec(-300, 0, 0), new Vec(-220, 60, 30));
        return Stream.of(
                Arguments.of("two", laidOut(upperLower)),
                Arguments.of("two among blocks", Shapes.together(laidOut(upperLower), block)),
                Arguments.of("three, the joints in a T", laidOut(upperLower[0], lower[0], lower[1])),
                Arguments.of("four", laidOut(upper[0], upper[1], lower[0], lower[1])),
                Arguments.of("two halves of a mould", laidOut(mould)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cutUp")
    void whatTheBodiesMakeTogetherIsWarnedOfAsParts(String what, Mesh mesh) {
        Findings findings = judge(mesh, Policy.DEFAULT);
        assertThat(findings.ruling()).isEqualTo(Ruling.WARN);
        assertThat(findings.category()).isEqualTo(Category.PARTS);
        assertThat(findings.score()).isGreaterThan(0.5);
        assertThat(findings.reasons()).extracting(Verdict.Reason::code).containsExactly("parts", "life-size");
        // No face is told in a place where there is none.
        assertThat(findings.faces())
                .allSatisfy(face -> assertThat(face.category()).isNotEqualTo(Category.MASK));
    }

    @Test
    void aPolicyMayRefuseParts() {
        Policy strict = Policy.DEFAULT.with(Map.of(Category.PARTS, Ruling.REFUSE));
        Findings findings = judge(laidOut(Saw.inTwo(SHELL, UP, -15)), strict);
        assertThat(findings.ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(findings.category()).isEqualTo(Category.PARTS);
    }

    static Stream<Arguments> halves() {
        Vec middle = new Vec(1, 0, 0);
        return Stream.of(
                Arguments.of("of a mould", Saw.beyond(MOULD, middle, 0)),
                Arguments.of("of a mould, the other", Saw.beyond(MOULD, middle.times(-1), 0)),
                Arguments.of("of a mask", Saw.beyond(SHELL, middle, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("halves")
    void halfOfAFaceIsWarnedOfAsAPart(String what, Mesh half) {
        Findings findings = judge(Saw.away(half, 3), Policy.DEFAULT);
        assertThat(findings.ruling()).isEqualTo(Ruling.WARN);
        assertThat(findings.category()).isEqualTo(Category.PARTIAL_MASK);
        assertThat(findings.reasons()).extracting(Verdict.Reason::code).containsExactly("half-face", "life-size");
    }

    @Test
    void halvesOfABlankShellPass() {
        Mesh blank = MEAN.smoothed(150).shell(3);
        assertThat(judge(laidOut(Saw.inTwo(blank, ACROSS, 4)), Policy.DEFAULT).ruling())
                .isEqualTo(Ruling.PASS);
        assertThat(judge(Saw.beyond(blank, new Vec(1, 0, 0), 0), Policy.DEFAULT).ruling())
                .isEqualTo(Ruling.PASS);
    }

    private static Mesh laidOut(Mesh... pieces) {
        Mesh all = Saw.away(pieces[0], 1);
        for (int i = 1; i < pieces.length; i++) {
            all = Shapes.together(all, Saw.away(pieces[i], i + 1L));
        }
        return all;
    }

    private static Findings judge(Mesh mesh, Policy policy) {
        try {
            return new FaceJudge(DETECTOR, policy).judge(mesh, Duration.ofMinutes(10));
        } catch (TooSlow e) {
            throw new AssertionError(e);
        }
    }
}

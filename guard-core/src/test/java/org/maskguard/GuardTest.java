package org.maskguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Findings;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;
import org.maskguard.io.Written;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Similarity;
import org.maskguard.surface.Vec;

/// From bytes to verdicts.
class GuardTest {

    private static final Detector DETECTOR = Detector.shipped();
    private static final Guard GUARD = Guard.open(Policy.DEFAULT, DETECTOR);
    private static final Mesh SHELL = ShapedFace.mean(DETECTOR.shape()).shell(2);

    @TempDir
    Path folder;

    @Test
    void aMaskInAFileIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("bracket.stl"), Written.stlBinary(SHELL));
        Verdict verdict = GUARD.judge(file);
        assertThat(verdict.ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(verdict.category()).isEqualTo(Category.MASK);
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.subject().file()).isEqualTo(file.toString());
        assertThat(verdict.subject().triangles()).isEqualTo(SHELL.triangles());
        assertThat(verdict.subject().bodies()).isEqualTo(1);
        assertThat(verdict.subject().sha256()).matches("[0-9a-f]{64}");
        assertThat(verdict.subject().extentMm()[1]).isCloseTo(171, within(2.0));
        assertThat(verdict.guard()).isEqualTo(GUARD.version());
        assertThat(verdict.guard().model()).isEqualTo(DETECTOR.digest());
    }

    @Test
    void theShippedModelIsTheOneThatIsNamedBeforeItIsUnpacked() {
        assertThat(Guard.open(Policy.DEFAULT).version()).isEqualTo(GUARD.version());
    }

    @Test
    void aStreamGetsTheVerdictOfTheFileWithTheSameBytes() throws IOException {
        byte[] bytes = Written.stlBinary(SHELL);
        Verdict ofFile = GUARD.judge(Files.write(folder.resolve("a.stl"), bytes));
        Verdict ofStream = GUARD.judge("-", new ByteArrayInputStream(bytes));
        assertThat(ofStream)
                .usingRecursiveComparison()
                .ignoringFields("subject.file", "cost")
                .isEqualTo(ofFile);
        assertThat(ofStream.subject().file()).isEqualTo("-");
    }

    @Test
    void aModelThatDoesNotFitIntoMemoryIsTooLargeAndNoFault() {
        InputStream full = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("as if");
            }
        };
        Verdict verdict = GUARD.judge("-", full);
        assertThat(verdict.ruling()).isEqualTo(Ruling.UNREADABLE);
        assertThat(verdict.fault().code()).isEqualTo("too-large");
        assertThat(verdict.fault().text()).contains("memory").contains("MiB");
    }

    @Test
    void theVerdictIsTheSameOnAnyNumberOfThreads() throws InterruptedException, ExecutionException {
        byte[] bytes = Written.stlBinary(Similarity.turned(new Random(1)).apply(SHELL));
        Verdict once = GUARD.judge("x", new ByteArrayInputStream(bytes));
        for (int threads : new int[] {1, 4}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                Verdict again = pool.submit(() -> GUARD.judge("x", new ByteArrayInputStream(bytes)))
                        .get();
                assertThat(again)
                        .as("%d threads", threads)
                        .usingRecursiveComparison()
                        .ignoringFields("cost")
                        .isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"25.4, inches", "1000, m", "10, cm"})
    void aMaskInAnotherUnitThatTheFileDoesNotStateIsWarnedOf(double mm, String word) {
        Mesh small = Similarity.scaled(1 / mm).apply(SHELL);
        Verdict verdict = GUARD.judge("x", new ByteArrayInputStream(Written.stlBinary(small)));
        assertThat(verdict.ruling()).isEqualTo(Ruling.WARN);
        assertThat(verdict.category()).isEqualTo(Category.MASK);
        assertThat(verdict.reasons().getFirst().code()).isEqualTo("life-size-if-read-as-" + word);
        Vec nose = verdict.faces().getFirst().landmarks().get(Landmark.PRONASALE);
        assertThat(nose.length() * mm).as("places are in the file's numbers").isLessThan(4);
        assertThat(verdict.faces()
                        .getFirst()
                        .measurements()
                        .get(Measurement.SELLION_MENTON)
                        .mm())
                .as("measurements are mm")
                .isCloseTo(118, within(4.0));
        assertThat(verdict.subject().extentMm()[1] * mm).isCloseTo(171, within(2.0));
    }

    @Test
    void aUnitThatTheFileStatesIsBelieved() throws IOException {
        Mesh inches = Similarity.scaled(1 / 25.4).apply(SHELL);
        Path file = Files.write(folder.resolve("x.3mf"), threeMf(inches, "inch"));
        assertThat(GUARD.judge(file).ruling()).isEqualTo(Ruling.REFUSE);
        Path tiny = Files.write(folder.resolve("tiny.3mf"), threeMf(inches, "millimeter"));
        assertThat(GUARD.judge(tiny).ruling()).isEqualTo(Ruling.PASS);
    }

    @Test
    void somethingSmallThatIsNoMaskInAnyUnitPasses() {
        Mesh block = Shapes.block(new Vec(0, 0, 0), new Vec(4, 6, 3));
        Verdict verdict = GUARD.judge("x", new ByteArrayInputStream(Written.stlBinary(block)));
        assertThat(verdict.ruling()).isEqualTo(Ruling.PASS);
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void aSurfaceTooSmallForAFaceIsNotLookedAt() throws TooSlow {
        Findings findings = GUARD.judge(Shapes.block(new Vec(0, 0, 0), new Vec(300, 50, 40)));
        assertThat(findings.ruling()).isEqualTo(Ruling.PASS);
        assertThat(findings.faces()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "solid", "solid x\nfacet", "P6 3 3 255 abc", "\0\0\0\0", "PK\3\4 not really", "ply\n"})
    void whatCannotBeReadIsUnreadableAndNeverThrows(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(GUARD.judge(Files.write(folder.resolve("x.stl"), bytes)));
        assertUnreadable(GUARD.judge("-", new ByteArrayInputStream(bytes)));
    }

    @Test
    void garbageIsUnreadable() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            byte[] bytes = new byte[1 << seed / 2];
            new Random(seed).nextBytes(bytes);
            assertUnreadable(GUARD.judge(Files.write(folder.resolve("seed-" + seed + ".3mf"), bytes)));
        }
    }

    @Test
    void foldersAndMissingFilesAreUnreadable() {
        assertThat(GUARD.judge(folder).fault().code()).isEqualTo("not-a-file");
        assertThat(GUARD.judge(folder.resolve("nothing.stl")).fault().code()).isEqualTo("missing");
        assertThat(GUARD.judgeWithMesh(folder).mesh()).isNull();
    }

    @Test
    void aStreamThatBreaksIsUnreadable() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }
        };
        assertUnreadable(GUARD.judge("-", broken));
    }

    private static void assertUnreadable(Verdict verdict) {
        assertThat(verdict.ruling()).isEqualTo(Ruling.UNREADABLE);
        assertThat(verdict.fault().code()).isNotBlank();
        assertThat(verdict.fault().text()).isNotBlank();
        assertThat(verdict.faces()).isEmpty();
        assertThat(verdict.score()).isZero();
    }

    private static byte[] threeMf(Mesh mesh, String unit) {
        String object = "<object id=\"1\">" + Written.mesh(mesh) + "</object>";
        return Written.threeMf(Written.model("unit=\"" + unit + "\"", object, "<item objectid=\"1\"/>"));
    }
}

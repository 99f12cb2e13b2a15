package org.maskguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.deposit.Slicing;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

/// From the lines of a print job to verdicts. The jobs are cut by a slicer of the tests' own.
class PrintJobTest {

    private static final Detector DETECTOR = Detector.shipped();
    private static final Guard GUARD = Guard.open(Policy.DEFAULT, DETECTOR);
    private static final ShapedFace FACE = ShapedFace.mean(DETECTOR.shape());
    private static final Mesh SHELL = FACE.shell(2.5);
    private static final Mesh LYING = Slicing.turned(SHELL, 90);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "leaning back by {0} degrees")
    @ValueSource(doubles = {0, 45, 90, -90})
    void aMaskIsRefusedHoweverItLies(double degrees) {
        byte[] job = Slicing.PLAIN.job(Slicing.turned(SHELL, degrees));
        assertRefused(judge(job));
    }

    @ParameterizedTest(name = "leaning back by {0} degrees")
    @ValueSource(doubles = {0, 90, -90})
    void supportsNeitherHideTheFaceNorFillTheRoomBehindIt(double degrees) {
        byte[] job = Slicing.PLAIN.withInfill(1).withSupport(3).job(Slicing.turned(SHELL, degrees));
        assertRefused(judge(job));
    }

    @Test
    void aThickMaskWithInfillIsRefused() {
        assertRefused(judge(Slicing.PLAIN.withInfill(5).job(Slicing.turned(FACE.shell(6), 90))));
    }

    @Test
    void aMaskOfOneLineThatRisesAllAlongIsRefused() {
        assertRefused(judge(Slicing.PLAIN.spiralling().job(Slicing.turned(FACE.sheet(), 0))));
    }

    @Test
    void aSolidHeadIsNoMaskWhateverItsInfill() {
        Verdict verdict = judge(Slicing.PLAIN.withInfill(4).job(Slicing.turned(FACE.solid(-120), 90)));
        assertThat(verdict.ruling()).isEqualTo(Ruling.WARN);
    }

    @Test
    void aSmallMaskPasses() {
        float[] xyz = LYING.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] *= 0.45f;
        }
        assertThat(judge(Slicing.PLAIN.job(new Mesh(xyz, LYING.corners()))).ruling())
                .isEqualTo(Ruling.PASS);
    }

    @Test
    void aBowlOfAMasksSizePasses() {
        Mesh bowl = FACE.reshaped((x, y) -> 60 * Math.sqrt(Math.max(0, 1 - (x * x + y * y) / 12000)))
                .shell(2.5);
        assertThat(judge(Slicing.PLAIN.job(Slicing.turned(bowl, 90))).ruling()).isEqualTo(Ruling.PASS);
    }

    @Test
    void commentsDecideNothing() {
        String plain = text(Slicing.PLAIN.job(LYING));
        String lying = plain.replace("\n", " ; printing object bracket\n")
                .replace("G28", "G28\n;TYPE:Support material\n; thumbnail begin 16x16 12\n; iVBORw0KGgoA");
        Verdict verdict = judge(bytes(lying));
        assertRefused(verdict);
        assertThat(verdict)
                .usingRecursiveComparison()
                .ignoringFields("subject.sha256", "cost")
                .isEqualTo(judge(bytes(plain)));
    }

    @Test
    void layersMayComeInAnyOrder() {
        List<String> layers = new ArrayList<>(Slicing.PLAIN.layers(LYING));
        Collections.shuffle(layers, new Random(5));
        assertRefused(judge(bytes("G21\nG90\nM83\n" + String.join("", layers))));
    }

    @Test
    void aMaskAfterOtherThingsIsRefusedAndItsPlaceIsTold() {
        Mesh box = Slicing.moved(Slicing.turned(Shapes.block(new Vec(0, 0, 0), new Vec(40, 40, 40)), 0), -100, 0);
        Verdict verdict = judge(Slicing.PLAIN.job(box, Slicing.moved(LYING, 60, 0)));
        assertRefused(verdict);
        assertThat(verdict.faces().getFirst().landmarks().values())
                .allSatisfy(at -> assertThat(at.x()).isBetween(140.0, 280.0));
    }

    @Test
    void containersAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Slicing.PLAIN.job(LYING));
        }
        Path file = Files.write(folder.resolve("a.stl"), packed.toByteArray());
        Judged judged = GUARD.judgeWithMesh(file);
        assertRefused(judged.verdict());
        assertThat(judged.verdict().subject().format()).isEqualTo("gcode-gz");
        assertThat(judged.mesh().triangles())
                .as("the surface is there for the report")
                .isEqualTo((int) judged.verdict().subject().triangles());
    }

    @Test
    void aJobThatDepositsNothingPassesAndSaysSo() {
        Verdict verdict = judge(bytes("G28\nG1 X10 Y10 Z5 F3000\nM104 S200\nG1 X20\n"));
        assertThat(verdict.ruling()).isEqualTo(Ruling.PASS);
        assertThat(verdict.reasons()).extracting(Verdict.Reason::code).containsExactly("no-deposit");
    }

    @Test
    void aCommandThatCouldDrawMakesAJobUnreadableAndIsNamed() {
        Verdict verdict = judge(bytes("G28\nM83\nG1 X10 E1\nG1 X50 E1\nM98765\nG1 X10 E1\n"));
        assertThat(verdict.ruling()).isEqualTo(Ruling.UNREADABLE);
        assertThat(verdict.fault().where()).isEqualTo("line 5");
        assertThat(verdict.fault().text()).contains("M98765");
    }

    /// A printer that takes the branch prints a mask of 40 %; one that skips it a life-size one.
    @Test
    void whatAPrinterMaySkipIsJudgedBothWays() throws IOException {
        StringBuilder job =
                new StringBuilder("G21\nG90\nM83\nM622 J1\nG0 X20 Y20\nG1 X22 E0.1\nM579 X0.4 Y0.4 Z0.4\nM623\n");
        Slicing.PLAIN.layers(LYING).forEach(job::append);
        String both = job.toString();
        assertThat(judge(bytes(both.replaceAll("M62[23].*\n", ""))).ruling())
                .as("the branch taken")
                .isEqualTo(Ruling.PASS);
        assertRefused(GUARD.judge(Files.write(folder.resolve("a.gcode"), bytes(both))));
        assertRefused(judge(bytes(both)));
    }

    @Test
    void thePiecesInWhichAJobComesMakeNoDifference() throws UnreadableJob, Unreadable, TooSlow {
        byte[] job = Slicing.PLAIN.job(LYING);
        Random random = new Random(11);
        JobWatch watch = GUARD.hold(Configuration.DEFAULT);
        for (int at = 0; at < job.length; ) {
            int to = Math.min(job.length, at + 1 + random.nextInt(random.nextBoolean() ? 3 : 5000));
            watch.feed(job, at, to);
            at = to;
        }
        Verdict whole = judge(job);
        assertThat(watch.finish().seen().findings().faces()).isEqualTo(whole.faces());
    }

    @Test
    void aMaskOnItsBackIsRefusedBeforeItIsFinished() throws UnreadableJob, Unreadable, TooSlow {
        byte[] job = Slicing.PLAIN.job(LYING);
        JobWatch watch = GUARD.watch(Configuration.DEFAULT);
        JobWatch.Suspicion refused = null;
        for (int at = 0; at < job.length; at += 4096) {
            JobWatch.Suspicion seen = watch.feed(job, at, Math.min(job.length, at + 4096));
            if (refused == null && seen.findings().ruling() == Ruling.REFUSE) {
                refused = seen;
            }
        }
        JobWatch.Ended ended = watch.finish();
        assertThat(ended.seen().findings().ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(refused).isNotNull();
        assertThat(refused.volumeMm3()).isLessThan(0.99 * ended.summary().volume());
        assertThat(refused.line()).isLessThan(ended.seen().line());
        assertThat(refused.heightMm()).isLessThan(ended.seen().heightMm());
    }

    @Test
    void nothingMayBeFedToAJobThatIsUnreadable() throws UnreadableJob, Unreadable, TooSlow {
        JobWatch watch = GUARD.watch(Configuration.DEFAULT);
        byte[] job = bytes("M83\nG1 X10 E1\nG1 X1e400\n");
        assertThatThrownBy(() -> watch.feed(job, 0, job.length)).isInstanceOf(UnreadableJob.class);
        assertThat(watch.latest().findings().ruling()).isEqualTo(Ruling.PASS);
    }

    private static void assertRefused(Verdict verdict) {
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.ruling())
                .as("%s %s", verdict.category(), verdict.score())
                .isEqualTo(Ruling.REFUSE);
        assertThat(verdict.category()).isIn(Category.MASK, Category.MOULD);
    }

    private static Verdict judge(byte[] job) {
        return GUARD.judge("job", new ByteArrayInputStream(job));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

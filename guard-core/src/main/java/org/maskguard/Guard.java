package org.maskguard;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.maskguard.classify.Category;
import org.maskguard.classify.Detector;
import org.maskguard.classify.FaceJudge;
import org.maskguard.classify.Findings;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.ShippedModel;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Model;
import org.maskguard.io.Unreadable;
import org.maskguard.landmark.FaceFinder;
import org.maskguard.surface.Box;

/// The one door: from a file to a verdict.
///
/// The same bytes get the same verdict from the same version on any machine and any number of threads. Safe to share
/// between threads; nothing is kept between two calls but the model.
public final class Guard {

    /// Judging time of the design, section 4.
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Policy policy;
    private final Supplier<Detector> detector;
    private final Verdict.GuardVersion version;

    private Guard(Policy policy, Supplier<Detector> detector, String model) {
        this.policy = policy;
        this.detector = detector;
        this.version = new Verdict.GuardVersion(ProgramVersion.read(), model);
    }

    /// A guard with the model that ships with it; the model is unpacked when a file first needs it.
    public static Guard open(Policy policy) {
        ShippedModel model = ShippedModel.load();
        return new Guard(policy, model::detector, model.digest());
    }

    /// A guard with another model, for training and measuring.
    public static Guard open(Policy policy, Detector detector) {
        return new Guard(policy, () -> detector, detector.digest());
    }

    /// Judges a file. Bad input never throws: it gives the verdict `unreadable`.
    public Verdict judge(Path file) {
        return judgeWithMesh(file).verdict();
    }

    /// Judges what a stream holds.
    ///
    /// @param name what the verdict calls it
    public Verdict judge(String name, InputStream in) {
        return judged(name, () -> MeshReader.read(in, Limits.DEFAULT)).verdict();
    }

    /// Judges a file and hands out its surface too, for pictures.
    public Judged judgeWithMesh(Path file) {
        return judged(file.toString(), () -> MeshReader.read(file, Limits.DEFAULT));
    }

    /// Judges a surface whose coordinates are mm.
    ///
    /// @throws TooSlow where that takes longer than two minutes
    public Findings judge(Mesh mesh) throws TooSlow {
        return Box.around(mesh).tooSmallForFace(1) ? Findings.nothing(0) : judge().judge(mesh, LIMIT);
    }

    /// Version and model of this guard.
    public Verdict.GuardVersion version() {
        return version;
    }

    private FaceJudge judge() {
        return new FaceJudge(detector.get(), policy);
    }

    private interface Reading {
        Model read() throws Unreadable;
    }

    private Judged judged(String name, Reading reading) {
        try {
            return judgedInMemory(name, reading);
        } catch (OutOfMemoryError full) {
            return new Judged(unreadable(name, tooLarge(), 0), null);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof OutOfMemoryError) {
                return new Judged(unreadable(name, tooLarge(), 0), null);
            }
            throw failed;
        }
    }

    /// What a mesh costs is a few arrays of its size: where one does not fit, all of them are let go.
    private static Unreadable tooLarge() {
        return new Unreadable(
                "too-large",
                "",
                "Judging the model needs more memory than the "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java may use.");
    }

    private Judged judgedInMemory(String name, Reading reading) {
        long start = System.nanoTime();
        Model model;
        try {
            model = reading.read();
        } catch (Unreadable bad) {
            return new Judged(unreadable(name, bad, millis(start)), null);
        }
        long read = millis(start);
        long begun = System.nanoTime();
        Box box = Box.around(model.mesh());
        Findings findings;
        try {
            findings = findings(model, box);
        } catch (TooSlow e) {
            Unreadable slow = new Unreadable(
                    "too-slow", "", "Judging took longer than " + LIMIT.toSeconds() + " seconds and was given up.");
            return new Judged(unreadable(name, slow, read), null);
        }
        double[] extent = {box.width(), box.height(), box.depth()};
        Verdict.Subject subject = new Verdict.Subject(
                name,
                model.sha256(),
                model.format(),
                model.unit(),
                extent,
                model.mesh().triangles(),
                findings.bodies());
        Verdict verdict = new Verdict(
                subject,
                findings.ruling(),
                findings.category(),
                findings.score(),
                findings.reasons(),
                findings.faces(),
                null,
                new Verdict.Cost(read, millis(begun)),
                version);
        return new Judged(verdict, model.mesh());
    }

    /// Judges in mm, and where a file without a unit is small, in every other unit that is plausible.
    private Findings findings(Model model, Box box) throws TooSlow {
        Findings best = Findings.nothing(0);
        for (UnitReading unit : UnitReading.plausible(model.unitless(), box.largest())) {
            if (model.mesh().triangles() < FaceFinder.FEWEST_TRIANGLES || box.tooSmallForFace(unit.mm())) {
                continue;
            }
            Findings here = judge().judge(unit.read(model.mesh()), LIMIT);
            if (unit != UnitReading.MILLIMETRES) {
                here = supposed(here, unit);
            }
            if (here.ruling().ordinal() > best.ruling().ordinal()
                    || best.faces().isEmpty()) {
                best = here;
            }
        }
        return best;
    }

    /// A face in a reading that nobody stated gives a warning at most; its places are given in the file's own
    /// numbers.
    private static Findings supposed(Findings found, UnitReading unit) {
        if (found.faces().isEmpty() || found.ruling() == Ruling.PASS) {
            return Findings.nothing(found.bodies());
        }
        List<Verdict.Reason> reasons = new ArrayList<>();
        reasons.add(new Verdict.Reason(
                "life-size-if-read-as-" + unit.word(),
                "The file states no unit; read as " + unit.word() + " it is a life-size " + word(found.category())
                        + "."));
        reasons.addAll(found.reasons());
        return new Findings(
                Ruling.WARN,
                found.category(),
                found.score(),
                reasons,
                found.faces().stream().map(unit::unread).toList(),
                found.bodies());
    }

    private static String word(Category category) {
        return category.word().replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    private Verdict unreadable(String name, Unreadable bad, long millis) {
        return new Verdict(
                new Verdict.Subject(name, "", "", "", new double[3], 0, 0),
                Ruling.UNREADABLE,
                Category.NONE,
                0,
                List.of(),
                List.of(),
                new Verdict.Fault(bad.code(), bad.where(), bad.getMessage()),
                new Verdict.Cost(millis, 0),
                version);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}

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
import org.maskguard.gcode.Configuration;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.Model;
import org.maskguard.io.Unreadable;
import org.maskguard.io.job.Input;
import org.maskguard.io.job.InputReader;
import org.maskguard.io.job.Job;
import org.maskguard.io.job.PlateSink;
import org.maskguard.landmark.FaceFinder;
import org.maskguard.surface.Box;

/// The one door: from a file to a verdict.
///
/// The same bytes get the same verdict from the same version on any machine and any number of threads. Safe to share
/// between threads; nothing is kept between two calls but the model.
public final class Guard {

    /// Judging time of the design, section 4.
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /// The ways in which a file's job may be executed: without and with the branches left out that a printer may
    /// skip.
    private static final List<Configuration> BOTH_WAYS =
            List.of(Configuration.DEFAULT, Configuration.DEFAULT.withSkipsBranches(true));

    private static final List<Configuration> ONE_WAY = BOTH_WAYS.subList(0, 1);
    private static final List<Configuration> OTHER_WAY = BOTH_WAYS.subList(1, 2);

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
        // A stream comes once: branches of a job are executed both ways at the same time.
        return judged(name, plates -> InputReader.read(in, Limits.DEFAULT, plates), BOTH_WAYS, JobWatch.Supports.KNOWN)
                .verdict();
    }

    /// Judges a file and hands out its surface too, for pictures.
    public Judged judgeWithMesh(Path file) {
        return judged(
                file.toString(),
                plates -> InputReader.read(file, Limits.DEFAULT, plates),
                ONE_WAY,
                JobWatch.Supports.UNKNOWN);
    }

    /// Watches a print job while it comes in, looking at it again and again; for jobs that are held until they are
    /// over
    /// [#hold] costs less.
    ///
    /// @param printer what is known of the printer
    public JobWatch watch(Configuration printer) {
        return new JobWatch(printer, judge(), LIMIT, true, JobWatch.Supports.KNOWN);
    }

    /// Takes in a print job, to look at it when it is over, or when asked.
    ///
    /// @param printer what is known of the printer
    public JobWatch hold(Configuration printer) {
        return new JobWatch(printer, judge(), LIMIT, false, JobWatch.Supports.KNOWN);
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
        Input read(PlateSink plates) throws Unreadable;
    }

    /// @param supports of a job; where they are not known and could matter, the file is read again
    private Judged judged(String name, Reading reading, List<Configuration> ways, JobWatch.Supports supports) {
        try {
            return judgedInMemory(name, reading, ways, supports);
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
                "Judging it needs more memory than the " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB that Java may use.");
    }

    private Judged judgedInMemory(String name, Reading reading, List<Configuration> ways, JobWatch.Supports supports) {
        long start = System.nanoTime();
        Plates plates = new Plates(printer -> new JobWatch(printer, judge(), LIMIT, false, supports), ways);
        try {
            Input input = reading.read(plates);
            long read = millis(start) - plates.nanos() / 1_000_000;
            if (input.job() == null) {
                return judged(name, input.model(), read);
            }
            Judged job = judged(name, input.job(), plates, read);
            if (plates.branchesDraw() && ways.equals(ONE_WAY)) {
                // The file is read again, executed the other way.
                job = stronger(job, judgedInMemory(name, reading, OTHER_WAY, supports));
            }
            if (plates.wantsSupports()) {
                job = stronger(job, judgedInMemory(name, reading, ways, JobWatch.Supports.ONLY));
            }
            return input.model() == null ? job : stronger(job, judged(name, input.model(), read));
        } catch (Unreadable bad) {
            return new Judged(unreadable(name, bad, millis(start)), null);
        }
    }

    /// What cannot be judged in one of two ways cannot be judged, unless the other is refused.
    private static Judged stronger(Judged a, Judged b) {
        Ruling first = a.verdict().ruling();
        Ruling second = b.verdict().ruling();
        boolean unreadable = second == Ruling.UNREADABLE && first != Ruling.REFUSE;
        return unreadable || first != Ruling.UNREADABLE && second.compareTo(first) > 0 ? b : a;
    }

    private Judged judged(String name, Job job, Plates plates, long read) {
        JobWatch.Suspicion seen = plates.strongest();
        Mesh surface = seen.surface();
        return judged(
                subject(name, job.sha256(), job.format(), "mm", surface, seen.findings()),
                seen.findings(),
                new Verdict.Cost(read, plates.nanos() / 1_000_000),
                surface);
    }

    private Judged judged(String name, Model model, long read) throws Unreadable {
        long begun = System.nanoTime();
        Findings findings;
        try {
            findings = findings(model, Box.around(model.mesh()));
        } catch (TooSlow e) {
            throw tooSlow();
        }
        return judged(
                subject(name, model.sha256(), model.format(), model.unit(), model.mesh(), findings),
                findings,
                new Verdict.Cost(read, millis(begun)),
                model.mesh());
    }

    private static Verdict.Subject subject(
            String name, String sha256, String format, String unit, Mesh mesh, Findings findings) {
        double[] extent = new double[3];
        if (mesh.triangles() > 0) {
            Box box = Box.around(mesh);
            extent = new double[] {box.width(), box.height(), box.depth()};
        }
        return new Verdict.Subject(name, sha256, format, unit, extent, mesh.triangles(), findings.bodies());
    }

    private Judged judged(Verdict.Subject subject, Findings findings, Verdict.Cost cost, Mesh mesh) {
        Verdict verdict = new Verdict(
                subject,
                findings.ruling(),
                findings.category(),
                findings.score(),
                findings.reasons(),
                findings.faces(),
                null,
                cost,
                version);
        return new Judged(verdict, mesh);
    }

    /// Judging took longer than it may.
    static Unreadable tooSlow() {
        return new Unreadable(
                "too-slow", "", "Judging took longer than " + LIMIT.toSeconds() + " seconds and was given up.");
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
            if (here.ruling().ordinal() > best.ruling().ordinal() || best.category() == Category.NONE) {
                best = here;
            }
        }
        return best;
    }

    /// A face in a reading that nobody stated gives a warning at most; its places are given in the file's own
    /// numbers.
    private static Findings supposed(Findings found, UnitReading unit) {
        if (found.ruling() == Ruling.PASS) {
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

package org.maskguard.gateway.judging;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.maskguard.Guard;
import org.maskguard.JobWatch;
import org.maskguard.classify.Category;
import org.maskguard.classify.Findings;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.gateway.gate.OnBed;
import org.maskguard.gateway.gate.Preamble;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.Spooled;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.surface.Box;

/// What the guard says of spooled jobs. Thread-safe.
public final class Verdicts {

    private static final int PIECE = 1 << 16;

    private final Guard guard;
    private final Configuration printer;

    /// @param printer what is known of the printer that prints the jobs
    public Verdicts(Guard guard, Configuration printer) {
        this.guard = guard;
        this.printer = printer;
    }

    /// A verdict, and whether it is over the job together with what lies on the bed.
    public record Stronger(Verdict verdict, boolean withBed) {}

    /// Judges a job by itself and, where something lies on the bed, with that; gives the stronger
    /// verdict. Never throws for what a job holds: what cannot be judged is `unreadable`.
    ///
    /// @param name what the verdict calls it
    /// @throws IOException where the spool cannot be read
    public Stronger judge(String name, Sealed job, List<OnBed> bed) throws IOException {
        Verdict alone = judged(name, job, List.of());
        if (bed.isEmpty() || isRefused(alone)) {
            return new Stronger(alone, false);
        }
        Verdict together = judged(name, job, bed);
        boolean stronger = together.ruling().compareTo(alone.ruling()) > 0;
        return new Stronger(stronger ? together : alone, stronger);
    }

    /// Whether nothing is printed after such a verdict: `unreadable` is never let through here.
    public static boolean isRefused(Verdict verdict) {
        return verdict.ruling() == Ruling.REFUSE || verdict.ruling() == Ruling.UNREADABLE;
    }

    /// A verdict that says why there is none.
    public Verdict unreadable(String name, Sealed job, String code, String where, String text) {
        return verdict(
                name,
                job,
                new Findings(Ruling.UNREADABLE, Category.NONE, 0, List.of(), List.of(), 0),
                null,
                new Verdict.Fault(code, where, text),
                new Verdict.Cost(0, 0));
    }

    private Verdict judged(String name, Sealed job, List<OnBed> bed) throws IOException {
        try {
            Verdict first = judged(name, job, bed, printer);
            boolean branches = first == null;
            return branches ? bothWays(name, job, bed) : first;
        } catch (Unreadable bad) {
            return unreadable(name, job, bad.code(), bad.where(), bad.getMessage());
        } catch (OutOfMemoryError full) {
            return unreadable(name, job, "too-large", "", "Judging it needs more memory than Java may use.");
        }
    }

    /// A job with branches that a printer may skip: judged as if it did, and as if it did not.
    private Verdict bothWays(String name, Sealed job, List<OnBed> bed) throws IOException, Unreadable {
        Verdict taken = verdict(name, job, bed, printer.withSkipsBranches(false));
        Verdict skipped = verdict(name, job, bed, printer.withSkipsBranches(true));
        return skipped.ruling().compareTo(taken.ruling()) > 0 ? skipped : taken;
    }

    /// Null where the job has branches that draw.
    private Verdict judged(String name, Sealed job, List<OnBed> bed, Configuration way) throws IOException, Unreadable {
        return finish(name, job, fed(job, bed, way), true);
    }

    private Verdict verdict(String name, Sealed job, List<OnBed> bed, Configuration way)
            throws IOException, Unreadable {
        return finish(name, job, fed(job, bed, way), false);
    }

    private record Fed(JobWatch watch, long millis) {}

    private Fed fed(Sealed job, List<OnBed> bed, Configuration way) throws IOException, Unreadable {
        long begun = System.nanoTime();
        JobWatch watch = guard.hold(way);
        try {
            feedBed(watch, bed);
            feed(watch, Preamble.text());
            feed(watch, job.spooled());
        } catch (UnreadableJob bad) {
            throw bad.asUnreadable();
        } catch (TooSlow slow) {
            throw new AssertionError("it only looks at the end", slow);
        }
        return new Fed(watch, millis(begun));
    }

    private Verdict finish(String name, Sealed job, Fed fed, boolean unlessBranches) throws Unreadable {
        long begun = System.nanoTime();
        try {
            JobWatch.Ended ended = fed.watch().finish();
            if (unlessBranches && ended.summary().branchesDraw()) {
                return null;
            }
            JobWatch.Suspicion seen = ended.seen();
            return verdict(
                    name, job, seen.findings(), seen.surface(), null, new Verdict.Cost(fed.millis(), millis(begun)));
        } catch (UnreadableJob bad) {
            throw bad.asUnreadable();
        } catch (TooSlow slow) {
            throw new Unreadable("too-slow", "", "Judging took too long and was given up.");
        }
    }

    private Verdict verdict(
            String name, Sealed job, Findings found, Mesh surface, Verdict.Fault fault, Verdict.Cost cost) {
        double[] extent = new double[3];
        long triangles = surface == null ? 0 : surface.triangles();
        if (triangles > 0) {
            Box box = Box.around(surface);
            extent = new double[] {box.width(), box.height(), box.depth()};
        }
        Verdict.Subject subject =
                new Verdict.Subject(name, job.sha256(), "gcode", "mm", extent, triangles, found.bodies());
        return new Verdict(
                subject,
                found.ruling(),
                found.category(),
                found.score(),
                found.reasons(),
                found.faces(),
                fault,
                cost,
                guard.version());
    }

    /// Gives a watch what lies on the bed, in its order.
    static void feedBed(JobWatch watch, List<OnBed> bed) throws IOException, UnreadableJob, Unreadable, TooSlow {
        for (OnBed part : bed) {
            if (part.replayed()) {
                feed(watch, Preamble.text());
            }
            feed(watch, part.lines());
        }
    }

    static void feed(JobWatch watch, String text) throws UnreadableJob, Unreadable, TooSlow {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        watch.feed(bytes, 0, bytes.length);
    }

    private static void feed(JobWatch watch, Spooled lines) throws IOException, UnreadableJob, Unreadable, TooSlow {
        byte[] piece = new byte[PIECE];
        long left = lines.bytes();
        try (InputStream in = Files.newInputStream(lines.file())) {
            while (left > 0) {
                int count = in.read(piece, 0, (int) Math.min(left, PIECE));
                if (count < 0) {
                    throw new FileNotFoundException(lines.file() + " is shorter than it was");
                }
                watch.feed(piece, 0, count);
                left -= count;
            }
        }
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}

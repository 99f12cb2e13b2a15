package org.maskguard;

import java.time.Duration;
import java.util.List;
import org.maskguard.classify.FaceJudge;
import org.maskguard.classify.Findings;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.classify.Verdict;
import org.maskguard.deposit.Reconstruction;
import org.maskguard.deposit.TooLarge;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.Interpreter;
import org.maskguard.gcode.JobLimits;
import org.maskguard.gcode.JobSummary;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.landmark.FaceFinder;
import org.maskguard.surface.Box;

/// Watches one print job while its lines come in: bytes in, suspicion out.
///
/// Memory is bounded by the room that the material takes, whatever the job's length. Looking costs a second or two, so
/// [#feed] looks by itself only when a good part more has been laid; [#look()] looks at any time. One thread at a time;
/// watches of several jobs may share a guard.
public final class JobWatch {

    /// So much more material than at the last look is worth another one: some twenty looks from a tenth of a job
    /// on.
    private static final double GROWTH = 1.12;

    /// Less material than this is no mask, mm³: a child's, of one line.
    private static final double LEAST_VOLUME = 3000;

    private final Interpreter interpreter;
    private final Reconstruction reconstruction;
    private final FaceJudge judge;
    private final Duration limit;
    private final boolean looks;
    private final Supports supports;
    private boolean wantsSupports;
    private double nextLook = LEAST_VOLUME;
    private Suspicion latest = new Suspicion(Findings.nothing(0), Mesh.soup(new float[0]), 0, 0, 0);

    /// @param looks whether to look while lines come in, and not only when asked
    /// @param supports whether things are told from their supports
    JobWatch(Configuration configuration, FaceJudge judge, Duration limit, boolean looks, Supports supports) {
        this.reconstruction = new Reconstruction(supports != Supports.UNKNOWN);
        this.supports = supports;
        this.interpreter = new Interpreter(configuration, JobLimits.DEFAULT, reconstruction);
        this.judge = judge;
        this.limit = limit;
        this.looks = looks;
    }

    /// What a watch makes of supports.
    enum Supports {
        /// It does not find out which beads hang together; [#wantsSupports] says where that would matter.
        UNKNOWN,
        /// It looks at things without their supports where that matters.
        KNOWN,
        /// It looks at nothing else: all else has been looked at.
        ONLY
    }

    /// What was seen at some moment of a job.
    ///
    /// @param findings as for a file with this surface
    /// @param surface what it was found on, mm, in the printer's frame
    /// @param volumeMm3 material that had been laid then
    /// @param heightMm of the nozzle then
    /// @param line that was laid last
    public record Suspicion(Findings findings, Mesh surface, double volumeMm3, double heightMm, long line) {}

    /// Executes the lines that these bytes complete, and looks at what has been laid where that is due.
    ///
    /// @return what was seen last: the same as before where nothing new was looked at
    /// @throws UnreadableJob naming line and command; nothing may be fed after it
    /// @throws Unreadable `too-large` where the material covers more room than can be looked at
    /// @throws TooSlow where looking took longer than two minutes
    public Suspicion feed(byte[] bytes, int from, int to) throws UnreadableJob, Unreadable, TooSlow {
        interpreter.feed(bytes, from, to);
        if (looks && reconstruction.volume() >= nextLook) {
            look();
        }
        return latest;
    }

    /// What was seen last.
    public Suspicion latest() {
        return latest;
    }

    /// Looks at what has been laid so far, in the middle of the job: what the walls of the last layer enclose
    /// counts as
    /// filled, since every closed thing is open above while it grows.
    ///
    /// @throws Unreadable `too-large` where the material covers more room than can be looked at
    /// @throws TooSlow where it took longer than two minutes
    public Suspicion look() throws Unreadable, TooSlow {
        nextLook = Math.max(nextLook, reconstruction.volume() * GROWTH);
        return look(true);
    }

    /// The job has ended: a last look.
    ///
    /// @return the job's summary and what was seen; a job without deposits passes with the reason `no-deposit`
    /// @throws UnreadableJob where the end shows that the job cannot be judged
    /// @throws Unreadable `too-large` where the material covers more room than can be looked at
    /// @throws TooSlow where looking took longer than two minutes
    public Ended finish() throws UnreadableJob, Unreadable, TooSlow {
        JobSummary summary = interpreter.end();
        if (summary.beads() == 0) {
            Findings nothing = Findings.nothing(0);
            List<Verdict.Reason> why = List.of(new Verdict.Reason("no-deposit", "The print job deposits no material."));
            Findings findings = new Findings(
                    nothing.ruling(), nothing.category(), nothing.score(), why, nothing.faces(), nothing.bodies());
            latest = new Suspicion(findings, latest.surface(), 0, 0, 0);
        } else {
            look(false);
        }
        return new Ended(summary, latest);
    }

    /// How a job ended.
    ///
    /// @param summary what it came to; where branches draw, it must be watched the other way too
    /// @param seen of the finished thing
    public record Ended(JobSummary summary, Suspicion seen) {}

    private Suspicion look(boolean unfinished) throws Unreadable, TooSlow {
        long begun = System.nanoTime();
        boolean again = supports == Supports.ONLY;
        Suspicion seen = again ? null : strongest(surfaces(unfinished), begun, null);
        // A face that cannot be worn may be one that only stands on supports.
        boolean doubtful = again || seen != null && seen.findings().ruling() == Ruling.WARN;
        wantsSupports = doubtful && supports == Supports.UNKNOWN;
        if (doubtful && !wantsSupports) {
            seen = strongest(onSupports(unfinished), begun, seen);
        }
        latest = seen == null ? latest : seen;
        return latest;
    }

    /// Whether the last look found a face that may be worn without the supports, which are not known.
    boolean wantsSupports() {
        return wantsSupports;
    }

    private Suspicion strongest(List<Mesh> surfaces, long begun, Suspicion before) throws TooSlow {
        Suspicion strongest = before;
        for (Mesh surface : surfaces) {
            Duration left = limit.minusNanos(System.nanoTime() - begun);
            if (left.isNegative()) {
                throw new TooSlow();
            }
            Findings findings = findings(surface, left);
            if (strongest == null
                    || findings.ruling().compareTo(strongest.findings().ruling()) >= 0) {
                strongest = new Suspicion(
                        findings, surface, reconstruction.volume(), reconstruction.height(), reconstruction.line());
            }
            if (findings.ruling() == Ruling.REFUSE) {
                break;
            }
        }
        return strongest;
    }

    private List<Mesh> surfaces(boolean unfinished) throws Unreadable {
        try {
            return reconstruction.surfaces(unfinished);
        } catch (TooLarge e) {
            throw new Unreadable("too-large", "line " + reconstruction.line(), e.getMessage());
        }
    }

    private List<Mesh> onSupports(boolean unfinished) throws Unreadable {
        try {
            return reconstruction.onSupports(unfinished);
        } catch (TooLarge e) {
            throw new Unreadable("too-large", "line " + reconstruction.line(), e.getMessage());
        }
    }

    private Findings findings(Mesh surface, Duration left) throws TooSlow {
        boolean none = surface.triangles() < FaceFinder.FEWEST_TRIANGLES
                || Box.around(surface).tooSmallForFace(1);
        return none ? Findings.nothing(0) : judge.judge(surface, left);
    }
}

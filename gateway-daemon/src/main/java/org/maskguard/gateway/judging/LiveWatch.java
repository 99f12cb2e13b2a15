package org.maskguard.gateway.judging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.maskguard.JobWatch;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.TooSlow;
import org.maskguard.gateway.gate.Judge;
import org.maskguard.gateway.gate.OnBed;
import org.maskguard.gateway.gate.Preamble;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Unreadable;

/// Watches a job that is being printed while it comes in, on a thread of its own.
///
/// Looking takes seconds, in which lines wait here; where too many do, the job waits.
final class LiveWatch implements Judge.Watch {

    /// How many bytes of lines may wait to be looked at before the job does: some 1,000 lines, which is
    /// what a fast printer lays while a look takes long.
    private static final long MOST_WAITING = 1 << 15;

    private static final byte[] END = {};

    private final JobWatch watch;
    private final List<OnBed> bed;
    private final Consumer<String> suspicion;
    private final Runnable caughtUp;
    private final LinkedBlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean stopped;

    /// @param suspicion gets why the job must not go on, once
    /// @param caughtUp is run when it is not behind any more
    LiveWatch(JobWatch watch, List<OnBed> bed, Consumer<String> suspicion, Runnable caughtUp) {
        this.watch = watch;
        this.bed = bed;
        this.suspicion = suspicion;
        this.caughtUp = caughtUp;
    }

    void start(String job) {
        Thread.ofPlatform().daemon().name("watch of " + job).start(this::run);
    }

    @Override
    public void line(String text) {
        if (stopped) {
            return;
        }
        byte[] bytes = (text + '\n').getBytes(StandardCharsets.US_ASCII);
        waiting.addAndGet(bytes.length);
        lines.add(bytes);
    }

    @Override
    public boolean isBehind() {
        return !stopped && waiting.get() > MOST_WAITING;
    }

    @Override
    public void stop() {
        stopped = true;
        lines.add(END);
    }

    private void run() {
        try {
            String why = watched();
            if (!why.isEmpty() && !stopped) {
                suspicion.accept(why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped = true;
            lines.clear();
        }
    }

    /// Why the job must not go on; empty where it has come to its end.
    private String watched() throws InterruptedException {
        try {
            Verdicts.feedBed(watch, bed);
            Verdicts.feed(watch, Preamble.text());
            while (!stopped) {
                byte[] line = lines.take();
                long behind = waiting.addAndGet(-line.length);
                JobWatch.Suspicion seen = watch.feed(line, 0, line.length);
                if (seen.findings().ruling() == Ruling.REFUSE) {
                    return Sentences.shape(seen.findings().category());
                }
                if (behind <= MOST_WAITING && behind + line.length > MOST_WAITING) {
                    caughtUp.run();
                }
            }
            return "";
        } catch (UnreadableJob | Unreadable bad) {
            return Sentences.plain("it cannot be judged: " + bad.getMessage());
        } catch (TooSlow slow) {
            return "it cannot be judged: looking at it took too long";
        } catch (IOException | RuntimeException | Error fault) {
            return Sentences.plain("the guard failed: " + fault);
        }
    }
}

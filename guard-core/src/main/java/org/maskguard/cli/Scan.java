package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maskguard.classify.Verdict;

/// Judges many things at once and prints what became of them in the order in which they were named.
final class Scan {

    /// What a file costs in memory while it is judged, for a byte of it; and what even the smallest costs.
    private static final long HEAP_PER_BYTE = 12;

    private static final long HEAP_AT_LEAST = 48L << 20;

    /// The share of the heap that files may take together.
    private static final double HEAP_SHARE = 0.7;

    private final Terminal terminal;
    private final Bench bench;
    private final Function<Verdict, String> form;
    private final boolean failOnWarn;
    private final Tally tally = new Tally();
    private final List<Path> pages = new ArrayList<>();
    private final List<Verdict> reported = new ArrayList<>();
    private ExitStatus status = ExitStatus.CLEAN;

    /// @param form how a verdict is written, as one line
    Scan(Terminal terminal, Bench bench, Function<Verdict, String> form, boolean failOnWarn) {
        this.terminal = terminal;
        this.bench = bench;
        this.form = form;
        this.failOnWarn = failOnWarn;
    }

    /// @param summary whether to say at the end how many files had which verdict
    ExitStatus run(List<Target> targets, int threads, boolean summary) throws InterruptedException {
        try {
            judgeAll(targets, threads);
        } catch (OutputClosed closed) {
            if (closed.readerLeft()) {
                // Not having seen all, the reader must not be told that all is well.
                return status.and(ExitStatus.UNREADABLE);
            }
            throw closed;
        }
        if (summary) {
            tally.say(terminal);
        }
        return status.and(leadToReports());
    }

    private ExitStatus leadToReports() {
        try {
            Path first = bench.index(pages, reported);
            if (first != null) {
                terminal.say("report: " + Visible.text(first.toString()));
            }
            return ExitStatus.CLEAN;
        } catch (IOException e) {
            terminal.say("maskguard: the index of the reports could not be written: "
                    + Visible.text(String.valueOf(e.getMessage())));
            return ExitStatus.FAULT;
        }
    }

    private void judgeAll(List<Target> targets, int threads) throws InterruptedException {
        long bytes = targets.stream().mapToLong(Scan::share).sum();
        long budget = (long) (Runtime.getRuntime().maxMemory() * HEAP_SHARE);
        int useful = Math.max(1, Math.min(threads, targets.size()));
        try (Progress progress = new Progress(terminal, "files", targets.size(), bytes)) {
            new OrderedWork<Target>(useful, budget, Scan::heap)
                    .run(targets, target -> judge(target, progress), outcome -> progress.aside(() -> take(outcome)));
        }
    }

    private Bench.Outcome judge(Target target, Progress progress) {
        Bench.Outcome outcome = bench.judge(target);
        progress.done(share(target));
        return outcome;
    }

    private void take(Bench.Outcome outcome) {
        Verdict verdict = outcome.verdict();
        tally.count(verdict.ruling());
        status = status.and(status(outcome));
        if (outcome.page() != null) {
            pages.add(outcome.page());
            reported.add(verdict);
        }
        terminal.print(form.apply(verdict));
        if (outcome.complaint() != null) {
            terminal.say(outcome.complaint());
        }
    }

    private ExitStatus status(Bench.Outcome outcome) {
        ExitStatus ours = outcome.complaint() == null ? ExitStatus.CLEAN : ExitStatus.FAULT;
        return ours.and(ExitStatus.of(outcome.verdict().ruling(), failOnWarn));
    }

    private static long share(Target target) {
        // Reading the smallest file takes time too.
        return target.bytes() + (64 << 10);
    }

    private static long heap(Target target) {
        return HEAP_AT_LEAST + target.bytes() * HEAP_PER_BYTE;
    }
}

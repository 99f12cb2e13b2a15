package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.maskguard.Guard;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.PrinterEntry;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.judging.JobJudge;
import org.maskguard.gateway.judging.SelfTest;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.spool.Spooled;

/// The gateway at work: all configured printers, each by itself.
///
/// It comes up closed, tests its guard, and closes again in the end: what is being printed then is
/// stopped and the printer made safe.
public final class Daemon implements Operator, AutoCloseable {

    /// How long printers may take to become safe at the end, ns.
    private static final long LONGEST_STOP = 20_000_000_000L;

    private final Guard guard;
    private final Books books;
    private final Journal journal;
    private final Ends ends = new Ends();
    private final Map<String, LivePrinter> printers = new LinkedHashMap<>();
    private final ExecutorService judges;
    private volatile String obstacle = "the gateway has not tested itself yet";

    /// Finds what was left of the last time, and makes everything ready. No port is opened yet.
    ///
    /// @throws IOException where spool or store cannot be used
    public Daemon(Configuration configuration, Guard guard, Books books, Journal journal) throws IOException {
        this.guard = guard;
        this.books = books;
        this.journal = journal;
        // The guard spreads one job over all cores by itself; more at a time only need more memory.
        judges = Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                Thread.ofPlatform().daemon().name("judge ", 1).factory());
        SpoolFolder spools = new SpoolFolder(configuration.spool(), configuration.spoolLimits());
        for (PrinterEntry entry : configuration.printers()) {
            printers.put(entry.name(), printer(configuration, entry, spools.of(entry.name())));
        }
    }

    private LivePrinter printer(Configuration configuration, PrinterEntry entry, SpoolFolder spools)
            throws IOException {
        TreeSet<String> kept = new TreeSet<>(spools.whole());
        kept.addAll(spools.cutOff());
        kept.removeIf(name -> name.contains("."));
        books.recover(entry.name(), List.copyOf(kept));
        List<HostEnds.Way> ways = new ArrayList<>();
        entry.hosts().forEach(end -> ways.add(ends.host(end)));
        return new LivePrinter(
                entry.gate(),
                ways,
                ends.printer(entry.port()),
                spools,
                (folder, waiting) -> new JobJudge(
                        guard,
                        configuration.policy().warn(),
                        org.maskguard.gcode.Configuration.DEFAULT,
                        folder,
                        books.verdicts(),
                        books.permits().at(entry.name()),
                        judges,
                        waiting),
                books.ledger(entry.name()),
                (text, fault) -> journal.note(entry.name(), text, fault));
    }

    /// Opens all ports, and the gates once the guard has been tested. Returns at once.
    public void start() {
        books.event(
                "gateway-started",
                new TreeMap<>(Map.of("version", guard.version().version())));
        printers.values().forEach(LivePrinter::start);
        judges.execute(this::test);
    }

    private void test() {
        obstacle = SelfTest.run(guard);
        String result = obstacle.isEmpty() ? "the reference mask was found" : obstacle;
        books.event("self-test", new TreeMap<>(Map.of("result", result)));
        if (!obstacle.isEmpty()) {
            journal.note("", "every printer stays closed: " + obstacle, null);
        }
        printers.values().forEach(printer -> printer.bar(obstacle));
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public List<PrinterStatus> printers() {
        return printers.values().stream().map(LivePrinter::status).toList();
    }

    @Override
    public Reply release(String job) {
        return of(job, (printer, entry) -> {
            if (printer.tell(gate -> gate.isWaiting(job))) {
                return done(printer.tell(gate -> gate.release(job, null, false, System.nanoTime())), "It is printed.");
            }
            boolean mayBe = entry.state() == JobState.INCOMPLETE
                    || entry.state() == JobState.INTERRUPTED
                    || entry.state() == JobState.CANCELLED
                    // It passes where a permit was handed in since.
                    || entry.state() == JobState.REFUSED;
            if (!mayBe) {
                return Reply.notNow("It is " + entry.state().word() + ".");
            }
            Spooled spooled;
            try {
                spooled = printer.spools().find(job).spooled();
            } catch (IOException e) {
                return Reply.notNow("Its lines cannot be read: " + e.getMessage() + ".");
            }
            boolean cleared = entry.state() == JobState.INTERRUPTED;
            return done(
                    printer.tell(gate -> gate.release(job, spooled, cleared, System.nanoTime())),
                    "It is judged anew, and printed where it passes.");
        });
    }

    @Override
    public Reply pause(String job) {
        return of(job, (printer, entry) -> pause(printer, job, true));
    }

    @Override
    public Reply resume(String job) {
        return of(job, (printer, entry) -> pause(printer, job, false));
    }

    private static Reply pause(LivePrinter printer, String job, boolean on) {
        boolean prints = printer.tell(gate -> gate.pause(job, on, System.nanoTime()));
        return done(prints ? "" : "It is not printing.", on ? "It is paused." : "It goes on.");
    }

    @Override
    public Reply cancel(String job) {
        return of(job, (printer, entry) -> {
            boolean is = printer.tell(gate -> gate.cancel(job, System.nanoTime()));
            return done(is ? "" : "It is over: " + entry.state().word() + ".", "It is cancelled.");
        });
    }

    @Override
    public Reply clearBed(String name) {
        LivePrinter printer = printers.get(name);
        if (printer == null) {
            return noPrinter(name);
        }
        return done(
                printer.tell(gate -> gate.clearBed(System.nanoTime())) ? "" : "A print is going on.",
                "The bed is clear.");
    }

    @Override
    public Reply commission(String name) {
        LivePrinter printer = printers.get(name);
        if (printer == null) {
            return noPrinter(name);
        }
        return done(
                printer.tell(gate -> gate.commission(System.nanoTime())) ? "" : "The printer has not said what it is.",
                "The printer is accepted as it is.");
    }

    /// Stops everything in order: no further job, prints stopped, printers safe, ports and books closed.
    @Override
    public void close() {
        obstacle = "the gateway is stopping";
        long deadline = System.nanoTime() + LONGEST_STOP;
        List<Thread> stops = printers.values().stream()
                .map(printer -> Thread.ofPlatform().name("stop").start(() -> printer.stopWork(deadline)))
                .toList();
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        printers.values().forEach(LivePrinter::close);
        ends.close();
        judges.shutdownNow();
        books.event("gateway-stopped", new TreeMap<>());
        try {
            books.close();
        } catch (IOException e) {
            journal.note("", "the store does not close", e);
        }
    }

    /// What is to be done to a job at its printer.
    private interface Deed {
        Reply on(LivePrinter printer, Books.Entry entry);
    }

    private Reply of(String job, Deed deed) {
        Optional<Books.Entry> entry;
        try {
            entry = books.find(job);
        } catch (IOException e) {
            return Reply.notNow("The store cannot be read: " + e.getMessage() + ".");
        }
        LivePrinter printer = entry.map(found -> printers.get(found.printer())).orElse(null);
        return printer == null ? Reply.unknown("There is no job " + job + ".") : deed.on(printer, entry.get());
    }

    private static Reply noPrinter(String name) {
        return Reply.unknown("There is no printer " + name + ".");
    }

    private static Reply done(String why, String sentence) {
        return why.isEmpty() ? Reply.done(sentence) : Reply.notNow(why);
    }
}

package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.maskguard.classify.Verdict;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.judging.PermitBook;
import org.maskguard.gateway.judging.VerdictBook;

/// Books that are gone when the test ends.
final class MemoryBooks implements Books {

    final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    volatile boolean fails;

    /// Printers at which one more refused job is let through.
    final Set<String> permitted = ConcurrentHashMap.newKeySet();
    private final Map<String, Entry> jobs = new ConcurrentHashMap<>();
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private volatile String newest = "";

    /// The job that was begun last; empty where there was none.
    String newest() {
        return newest;
    }

    JobState state(String job) {
        return jobs.get(job).state();
    }

    @Override
    public Ledger ledger(String printer) {
        return new Ledger() {
            @Override
            public String begin() {
                String id = "J" + last.incrementAndGet();
                jobs.put(id, new Entry(printer, JobState.COLLECTING));
                newest = id;
                return id;
            }

            @Override
            public void state(String job, JobState state, String why) {
                jobs.put(job, new Entry(printer, state));
            }

            @Override
            public void progress(String job, double share) {}

            @Override
            public void event(String kind, SortedMap<String, String> what) {}

            @Override
            public Machine commissioned() {
                return machines.get(printer);
            }

            @Override
            public void commission(Machine machine) {
                machines.put(printer, machine);
            }
        };
    }

    @Override
    public VerdictBook verdicts() {
        return (job, sha256, lines, verdict) -> {
            if (fails) {
                throw new IOException("the disk is full");
            }
            verdicts.put(job, verdict);
        };
    }

    @Override
    public PermitBook permits() {
        return (printer, job, sha256) -> permitted.remove(printer) ? Optional.of("ann") : Optional.empty();
    }

    @Override
    public Optional<Entry> find(String job) {
        return Optional.ofNullable(jobs.get(job));
    }

    @Override
    public void recover(String printer, List<String> spooled) {
        spooled.forEach(id -> jobs.putIfAbsent(id, new Entry(printer, JobState.INCOMPLETE)));
    }

    @Override
    public void event(String kind, SortedMap<String, String> what) {}

    @Override
    public void close() {}
}

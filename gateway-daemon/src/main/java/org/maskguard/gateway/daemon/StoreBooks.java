package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.judging.PermitBook;
import org.maskguard.gateway.judging.VerdictBook;
import org.maskguard.gateway.store.Store;

/// Books that are a [Store]. Jobs that were not over when it was last open are so since it was opened.
public final class StoreBooks implements Books {

    private final Store store;
    private final Path ring;

    /// @param ring the list of enrolled keys
    public StoreBooks(Store store, Path ring) {
        this.store = store;
        this.ring = ring;
    }

    @Override
    public Ledger ledger(String printer) {
        return store.ledger(printer);
    }

    @Override
    public VerdictBook verdicts() {
        return store;
    }

    @Override
    public PermitBook permits() {
        return store.permits(ring);
    }

    @Override
    public Optional<Entry> find(String job) throws IOException {
        return store.job(job).map(found -> new Entry(found.printer(), state(found.state())));
    }

    @Override
    public void recover(String printer, List<String> spooled) throws IOException {
        store.adopt(printer, spooled);
    }

    @Override
    public void event(String kind, SortedMap<String, String> what) {
        store.event("", kind, what);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    private static JobState state(String word) {
        return JobState.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

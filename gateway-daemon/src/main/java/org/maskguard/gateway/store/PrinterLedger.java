package org.maskguard.gateway.store;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;

/// One printer's share of the store. Never waits for the disk. Thread-safe.
final class PrinterLedger implements Ledger {

    private final Store store;
    private final String printer;
    private final AtomicReference<Machine> machine;

    PrinterLedger(Store store, String printer, Machine machine) {
        this.store = store;
        this.printer = printer;
        this.machine = new AtomicReference<>(machine);
    }

    @Override
    public String begin() {
        return store.begin(printer);
    }

    @Override
    public void state(String job, JobState state, String why) {
        store.state(printer, job, state, why);
    }

    @Override
    public void progress(String job, double share) {
        store.progress(job, share);
    }

    @Override
    public void event(String kind, SortedMap<String, String> what) {
        Map<String, String> payload = new HashMap<>();
        what.forEach((name, value) -> payload.put(Text.whole(name), Text.whole(value)));
        store.event(printer, kind, payload);
    }

    @Override
    public Machine commissioned() {
        return machine.get();
    }

    @Override
    public void commission(Machine accepted) {
        machine.set(accepted);
        store.commission(printer, accepted);
    }
}

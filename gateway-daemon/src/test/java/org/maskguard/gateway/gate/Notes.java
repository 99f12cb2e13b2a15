package org.maskguard.gateway.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskguard.gateway.commission.Machine;

/// A ledger in memory, of one printer.
final class Notes implements Ledger {

    final SortedMap<String, JobState> states = new TreeMap<>();
    final SortedMap<String, String> whys = new TreeMap<>();
    final List<String> events = new ArrayList<>();
    double progress;
    Machine commissioned;
    private int jobs;

    @Override
    public String begin() {
        String id = "J" + ++jobs;
        states.put(id, JobState.COLLECTING);
        return id;
    }

    @Override
    public void state(String job, JobState state, String why) {
        states.put(job, state);
        whys.put(job, why);
    }

    @Override
    public void progress(String job, double share) {
        progress = share;
    }

    @Override
    public void event(String kind, SortedMap<String, String> what) {
        events.add(kind + " " + what);
    }

    @Override
    public Machine commissioned() {
        return commissioned;
    }

    @Override
    public void commission(Machine machine) {
        commissioned = machine;
    }
}

package org.maskguard.gateway.job;

import java.util.HashSet;
import java.util.Set;
import org.maskguard.gateway.line.Command;

/// Looks out for the end of one job. Not thread-safe.
final class JobEnd {

    private final JobRules rules;
    private final Set<String> hot = new HashSet<>();
    private boolean heated;
    private boolean deposited;
    private double progress = Double.NaN;
    private boolean waiting;
    private boolean waited;
    private boolean paused;
    private boolean now;
    private boolean broken;
    private boolean cancelled;
    private String by = "";
    private long deadline;

    JobEnd(JobRules rules) {
        this.rules = rules;
    }

    /// Takes a line; gives the instant at which the job ends if nothing follows.
    long line(Command command, boolean numbered, double pushed, long instant) {
        deposited |= pushed > 0;
        waiting = false;
        waited = false;
        paused = false;
        by = "silence";
        deadline = instant + rules.timeout();
        heaters(command);
        if (command.is('M', 73)) {
            double percent = command.value('P');
            progress = Double.isNaN(percent) ? progress : percent;
        }
        if (!rules.endMarker().isEmpty()) {
            now = command.text().equals(rules.endMarker());
            by = now ? "the configured end" : by;
            deadline = now ? deadline : instant + rules.longestPause();
        } else if (command.is('M', 29)
                || command.is('M', 77)
                || command.is('M', 2)
                || command.is('M', 30) && command.text().equals("M30")) {
            now = true;
            by = command.text();
        } else if (command.is('M', 400) && numbered) {
            waiting = true;
            waited = true;
            by = "the last M400";
            deadline = instant + rules.lastWait();
        } else if (deposited && (command.is('M', 84) || command.is('M', 18) || heated && hot.isEmpty())) {
            by = "motors or heaters off";
            deadline = instant + rules.switchedOff();
        }
        return deadline;
    }

    /// Takes a poll or an emergency word, which ends nothing, but may show that the host has paused or given up.
    long poll(Command command, boolean numbered, long instant) {
        broken |= command.is('M', 108);
        // OctoPrint pauses by M400 and M114 (PEERS C4); its job does not end so.
        if (numbered && waited && command.is('M', 114)) {
            paused = true;
            waiting = false;
            deadline = instant + rules.longestPause();
        } else if (numbered && waited) {
            // The M400 was not the last numbered line.
            waiting = false;
            by = "silence";
            deadline = Math.max(deadline, instant + rules.timeout());
        }
        return deadline;
    }

    private void heaters(Command command) {
        boolean nozzle = command.is('M', 104) || command.is('M', 109);
        boolean bed = command.is('M', 140) || command.is('M', 190);
        if (!nozzle && !bed || !(command.has('S') || command.has('R'))) {
            return;
        }
        double tool = command.value('T');
        String heater = bed ? "bed" : "nozzle " + (Double.isNaN(tool) ? 0 : (int) tool);
        boolean on = command.value('S') > 0 || command.value('R') > 0;
        heated |= on;
        cancelled |= broken && !on;
        if (on) {
            hot.add(heater);
        } else {
            hot.remove(heater);
        }
    }

    /// The last M400 has waited for as long as it may; with heaters on, the host may as well have paused (OctoPrint
    /// sends M114 only once its M400 is answered, PEERS C4): then it is answered and waited for once more.
    ///
    /// @return whether that is so
    boolean doubts(long instant) {
        if (!waiting || hot.isEmpty()) {
            return false;
        }
        waiting = false;
        deadline = instant + rules.lastWait();
        return true;
    }

    long deadline() {
        return deadline;
    }

    /// Whether the last line ended the job.
    boolean isNow() {
        return now;
    }

    /// Whether the last line's answer waits until it is known to be the last.
    boolean isWaiting() {
        return waiting;
    }

    boolean isPaused() {
        return paused || !rules.endMarker().isEmpty();
    }

    /// What ends it, when it ends.
    String by() {
        return by;
    }

    /// What shows that the job is not whole; empty where nothing does.
    String missing() {
        if (cancelled) {
            return "the host cancelled it";
        }
        return progress < 100 ? "its progress (M73) stops at " + Math.round(progress) + " %" : "";
    }
}

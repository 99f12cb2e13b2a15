package org.maskguard.gateway.gate;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.Spool;

/// The job that a gate is at. Mutable, the gate's own.
final class OpenJob {

    final String id;

    /// Where its lines are written; null where it was sealed before and is released.
    final Spool spool;

    /// Whether its lines go on to the printer as they come.
    final boolean streams;

    /// Whether the host is Printrun.
    final boolean printrun;

    /// The line whose answer waits until all is over; null where there is none.
    HostLine held;

    Judge.Watch watch;
    Sealed sealed;
    JobState state = JobState.COLLECTING;
    /// Whether it was released by an operator.
    boolean released;
    /// What makes it incomplete although its end came; empty where nothing does.
    String missing = "";
    /// Of a job that streams: how many lines have been given to the printer's side.
    long sent;

    private boolean homes;
    private boolean deposits;
    private final List<String> leftOut = new ArrayList<>();

    OpenJob(String id, Spool spool, boolean streams, boolean printrun) {
        this.id = id;
        this.spool = spool;
        this.streams = streams;
        this.printrun = printrun;
    }

    /// Looks at a line that belongs to it.
    void look(Command command) {
        homes |= command.is('G', 28) && !deposits;
        deposits |= command.letter() == 'G' && command.has('E');
    }

    /// Whether the printer homes before the job lays anything down.
    boolean homesFirst() {
        return homes;
    }

    /// A line was left out; what may move the tool or lay material down cannot be missing from a whole job.
    void leaveOut(String text, String why) {
        if (leftOut.size() < 100) {
            leftOut.add(text + ": " + why);
        }
        boolean harmless = text.length() > 1 && text.charAt(0) == 'M' && Character.isDigit(text.charAt(1));
        if (!harmless && missing.isEmpty()) {
            missing = "a line could not be taken: " + text;
        }
    }

    List<String> leftOut() {
        return leftOut;
    }
}

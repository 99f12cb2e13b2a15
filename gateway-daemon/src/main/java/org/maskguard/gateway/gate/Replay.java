package org.maskguard.gateway.gate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.SpoolReader;
import org.maskguard.gateway.spool.Spooled;

/// A judged job on its way to the printer: the gateway's preamble, the job's lines, and a wait for the last move.
final class Replay {

    /// Units, modes and flow, so that the lines mean at the printer what they meant to the judge; and no resuming
    /// after
    /// a loss of power, which would go round the gate.
    static final List<String> PREAMBLE =
            List.of("G21", "G90", "M82", "M220 S100", "M221 S100", "M200 D0", "M413 S0", "G92 E0");

    private static final Command LAST = new Command('M', 400, 0, "M400");

    private final String job;
    private final Sealed sealed;
    private final SpoolReader reader;
    private final ArrayDeque<Command> own = new ArrayDeque<>();
    private Command ahead;
    private boolean finishing;
    private boolean paused;
    private boolean showsProgress = true;
    private long sentBytes;
    private long done;
    private int percent = -1;

    Replay(String job, Sealed sealed) throws IOException {
        this.job = job;
        this.sealed = sealed;
        reader = new SpoolReader(sealed.spooled());
        PREAMBLE.forEach(text -> own.add(command(text)));
        ahead = reader.next();
    }

    String job() {
        return job;
    }

    /// Whether there is something to send now.
    boolean hasNext() {
        return !paused && (!own.isEmpty() || ahead != null || !finishing);
    }

    /// Whether the next is one of the job's lines, and not the gateway's own.
    boolean isNextOfJob() {
        return own.isEmpty() && ahead != null;
    }

    /// What is to be sent next.
    ///
    /// @throws IOException where the spool cannot be read on
    Command next() throws IOException {
        if (!own.isEmpty()) {
            return own.removeFirst();
        }
        if (ahead == null) {
            finishing = true;
            return LAST;
        }
        Command command = ahead;
        sentBytes = reader.at();
        ahead = reader.next();
        showsProgress &= !command.is('M', 73);
        return command;
    }

    /// One of the job's lines is done. Gives the share of them that are, or NaN where it has not grown by a
    /// percent.
    double done(boolean printerShows) {
        done++;
        int now = (int) (100 * done / Math.max(1, sealed.lines()));
        if (now <= percent) {
            return Double.NaN;
        }
        percent = now;
        if (showsProgress && printerShows && ahead != null) {
            own.add(command("M73 P" + now));
        }
        return (double) done / Math.max(1, sealed.lines());
    }

    /// Whether everything was sent.
    boolean isFinishing() {
        return finishing;
    }

    void pause(boolean on) {
        paused = on;
    }

    boolean isPaused() {
        return paused;
    }

    /// What of the job was sent.
    Spooled sent() {
        return new Spooled(sealed.spooled().file(), sentBytes);
    }

    void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a spool does not close", e);
        }
    }

    private static Command command(String text) {
        return new Command(text.charAt(0), Integer.parseInt(text.substring(1).split(" ")[0]), 0, text);
    }
}

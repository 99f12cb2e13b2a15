package org.maskguard.gateway.gate;

import java.io.IOException;
import java.util.ArrayDeque;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.WordClass;
import org.maskguard.gateway.spool.Spooled;

/// What goes to the printer, in the order of its weight: questions, the way to a safe state, the gateway's own words,
/// the
/// host's lines, a job's replay.
final class Errands {

    /// Under this a bed is cold, in degrees.
    private static final double COLD_BED = 40;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /// Whoever is behind.
    interface Listener {

        /// A share of a job, 0 to 1, has been printed.
        void progressed(String job, double share);

        /// A job has been printed to its end.
        void printed(String job);

        /// A job cannot go on.
        void broken(String why);
    }

    private record Forward(HostLine line, OpenJob job, boolean changesMachine) {}

    private final GateSettings settings;
    private final PrinterSide printer;
    private final Bed bed;
    private final Listener listener;
    private final ArrayDeque<Command> own = new ArrayDeque<>();
    private final ArrayDeque<Forward> forwards = new ArrayDeque<>();
    private final ArrayDeque<HostLine> underWay = new ArrayDeque<>();
    private Replay replay;
    private SafeState safe;
    private boolean heated;
    private boolean bedWasCleared;
    private long coldSince = NEVER;
    private long sentBytes;

    Errands(GateSettings settings, PrinterSide printer, Bed bed, Listener listener) {
        this.settings = settings;
        this.printer = printer;
        this.bed = bed;
        this.listener = listener;
    }

    PrinterSide printer() {
        return printer;
    }

    /// Sends a line between jobs.
    void forward(HostLine line, boolean changesMachine) {
        forwards.add(new Forward(line, null, changesMachine));
    }

    /// Sends a line of a job as it comes in.
    void stream(OpenJob job, HostLine line) {
        forwards.add(new Forward(line, job, false));
    }

    /// Sends the gateway's preamble before a job that is streamed.
    void preamble() {
        sentBytes = 0;
        heated = false;
        Replay.PREAMBLE.forEach(this::own);
    }

    /// Sends a word of the gateway's own.
    void own(String text) {
        own.add(new Command(text.charAt(0), Integer.parseInt(text.substring(1).split(" ")[0]), 0, text));
    }

    /// Begins to print a judged job.
    void print(OpenJob job) throws IOException {
        replay = new Replay(job.id, job.sealed);
        bed.begins(job.sealed.spooled());
        heated = false;
        bedWasCleared = false;
        if (safe != null && safe.isCooling()) {
            safe = null;
        }
    }

    /// Stops or goes on; says whether that job is printing.
    boolean pause(String job, boolean on) {
        if (replay == null || !replay.job().equals(job)) {
            return false;
        }
        replay.pause(on);
        return true;
    }

    /// Gives up a job: where anything of it was sent, the printer is made safe; else what the host heated is
    /// cooled.
    void abandon(OpenJob job, long now) {
        Spooled sent = null;
        if (replay != null) {
            sent = replay.sent();
            replay.close();
            replay = null;
        } else if (job.streams) {
            sent = new Spooled(job.spool.soFar().file(), sentBytes);
            dropForwards();
            own.clear();
        }
        if (sent == null) {
            coolDown(now);
            return;
        }
        bed.ends(sent);
        coldSince = NEVER;
        makeSafe(now);
    }

    /// A job that was streamed has come to its end.
    void streamEnds(OpenJob job) {
        bed.ends(job.sealed == null ? job.spool.soFar() : job.sealed.spooled());
        coldSince = NEVER;
    }

    /// Brings the printer to rest.
    void makeSafe(long now) {
        if (printer.isOpen()) {
            safe = new SafeState(printer, settings.highest(), printer.reports().tools(), now);
        }
    }

    /// Switches off what the host switched on since the last job.
    void coolDown(long now) {
        if (heated && printer.isOpen() && safe == null) {
            safe = SafeState.heatersOnly(printer, printer.reports().tools(), now);
        }
        heated = false;
    }

    /// Everything that was under way is lost; whoever waits for it is answered.
    void lost() {
        dropForwards();
        underWay.forEach(HostLine::answer);
        underWay.clear();
        own.clear();
        safe = null;
        coldSince = NEVER;
    }

    /// Whether the bed has been cold for so long that whatever lay there has been taken away before the next
    /// homing.
    boolean bedIsCold(long now) {
        return coldSince != NEVER && now - coldSince >= settings.bedClearAfter();
    }

    void tick(long now) {
        printer.tick(now);
        if (safe != null) {
            safe.tick(now);
        }
    }

    long next() {
        return safe == null ? printer.next() : Math.min(printer.next(), safe.next());
    }

    /// Sends one command, if one is due and the printer is ready; says whether.
    boolean feed(long now) {
        watchBed(now);
        if (!printer.isReady()) {
            return false;
        }
        if (printer.askNext(now)) {
            return true;
        }
        if (!printer.isOpen()) {
            return false;
        }
        if (safe != null) {
            if (safe.feed(now)) {
                return true;
            }
            if (safe.isDone()) {
                safe = null;
            } else if (!safe.isCooling()) {
                return false;
            }
        }
        if (!own.isEmpty()) {
            printer.send(own.removeFirst(), report -> {}, now);
            return true;
        }
        if (!forwards.isEmpty()) {
            send(forwards.removeFirst(), now);
            return true;
        }
        return replay != null && replay.hasNext() && sendNext(now);
    }

    private void send(Forward forward, long now) {
        Command command = forward.line().command;
        noteHeat(command);
        if (forward.job() != null) {
            if (sentBytes == 0) {
                bed.begins(forward.job().spool.soFar());
            }
            sentBytes += command.text().length() + 1;
        } else {
            noteTyped(command);
        }
        underWay.add(forward.line());
        printer.send(
                command,
                report -> {
                    underWay.removeFirst().answer();
                    if (forward.changesMachine()) {
                        printer.readMachine();
                    }
                    if (command.text().equals(settings.bedClearWord())) {
                        bed.clear();
                    }
                },
                now);
    }

    private boolean sendNext(long now) {
        boolean ofJob = replay.isNextOfJob();
        Command command;
        try {
            command = replay.next();
        } catch (IOException e) {
            listener.broken(e.getMessage());
            return true;
        }
        bedWasCleared &= !(command.letter() == 'G' && command.has('E'));
        Replay going = replay;
        printer.send(command, report -> sent(going, command, ofJob), now);
        return true;
    }

    private void sent(Replay going, Command command, boolean ofJob) {
        if (going != replay) {
            return;
        }
        if (ofJob) {
            bedWasCleared |= command.text().equals(settings.bedClearWord());
            double share = replay.done(true);
            if (!Double.isNaN(share)) {
                listener.progressed(replay.job(), share);
            }
        } else if (replay.isFinishing()) {
            String job = replay.job();
            Spooled all = replay.sent();
            replay.close();
            replay = null;
            if (bedWasCleared) {
                bed.clear();
            } else {
                bed.ends(all);
            }
            coldSince = NEVER;
            listener.printed(job);
        }
    }

    private void dropForwards() {
        for (Forward forward : forwards) {
            forward.line().answer();
        }
        forwards.clear();
    }

    private void noteHeat(Command command) {
        boolean heats = command.letter() == 'M'
                && (command.code() == 104 || command.code() == 109 || command.code() == 140 || command.code() == 190);
        heated |= heats && (command.value('S') > 0 || command.value('R') > 0);
        if (heated && safe != null && safe.isCooling()) {
            safe = null;
        }
    }

    /// What may lay something down, or move what later lines lay, belongs to the bed.
    private void noteTyped(Command command) {
        WordClass kind = WordClass.of(command);
        boolean matters = command.letter() != 'M' || kind == WordClass.SHAPE || kind == WordClass.DEPOSITING;
        if (!matters || command.is('G', 4)) {
            return;
        }
        try {
            bed.typed(command.text());
        } catch (IOException e) {
            listener.broken("what was typed cannot be kept: " + e.getMessage());
        }
    }

    private void watchBed(long now) {
        double degrees = printer.reports().degrees().bed();
        if (replay != null || !(degrees < COLD_BED)) {
            coldSince = NEVER;
        } else if (coldSince == NEVER) {
            coldSince = now;
        }
    }
}

package org.maskguard.gateway.gate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.host.HostEnd;
import org.maskguard.gateway.host.HostEvent;
import org.maskguard.gateway.job.JobEvent;
import org.maskguard.gateway.job.JobTracker;
import org.maskguard.gateway.job.Step;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.PrinterLine;
import org.maskguard.gateway.line.WordClass;
import org.maskguard.gateway.printer.PrinterEvent;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.spool.Spooled;

/// One printer's gate: takes a host's lines, holds its jobs until they are judged, and sends to the printer what
/// passed.
///
/// Instants are nanoseconds of one clock. Not thread-safe; nothing waits. What goes out goes out of the calls that
/// cause
/// it.
public final class Gate {

    private enum Phase {
        /// Lines are sent on, or collected.
        PASSING,
        /// A job is being judged; further lines wait.
        JUDGING,
        /// An operator is to say whether a job is printed; further lines wait.
        WAITING,
        /// A judged job goes to the printer; further lines wait.
        PRINTING,
        /// The rest of a job that was stopped is answered and dropped.
        DROPPING
    }

    private final GateSettings settings;
    private final SpoolFolder spools;
    private final Judge judge;
    private final Ledger ledger;
    private final WordPolicy words;
    private final HostEnd host;
    private final HostLines lines;
    private final Polls polls;
    private final Spoken spoken;
    private final JobTracker tracker;
    private final ArrayDeque<JobEvent> jobEvents = new ArrayDeque<>();
    /// Lines that may begin a burst.
    private final ArrayDeque<Command> burst = new ArrayDeque<>();
    private final Errands errands;
    private final Bed bed;
    private final Cancelling cancelling = new Cancelling();

    private Phase phase = Phase.PASSING;
    private OpenJob job;
    private String closed = Closed.OPENING;
    private Machine machine;
    private boolean readTwice;
    private boolean safeOnOpen;
    private boolean untilM29;
    private long quiet = Long.MAX_VALUE;
    private boolean pumping;
    private long now;

    /// @param toHost takes what goes to the host, whole lines
    /// @param toPrinter takes what goes to the printer, whole lines
    /// @throws IOException where what lies on the printer's bed cannot be read
    public Gate(
            GateSettings settings,
            Consumer<byte[]> toHost,
            Consumer<byte[]> toPrinter,
            SpoolFolder spools,
            Judge judge,
            Ledger ledger)
            throws IOException {
        this.settings = settings;
        this.spools = spools;
        this.judge = judge;
        this.ledger = ledger;
        words = new WordPolicy(settings);
        host = new HostEnd(toHost, this::heard, false);
        lines = new HostLines(host);
        spoken = new Spoken(host);
        bed = new Bed(spools, settings.printer());
        safeOnOpen = bed.isUnknown();
        PrinterSide printer = new PrinterSide(toPrinter, settings.patience(), settings.window(), new PrinterListener());
        errands = new Errands(settings, printer, bed, new ErrandListener());
        polls = new Polls(host, printer, spoken);
        tracker = new JobTracker(settings.rules(), jobEvents::add);
    }

    // What comes over the wires.

    /// The printer's port is open.
    public void printerOpened(long instant) {
        at(instant, () -> {
            closed = Closed.OPENING;
            printer().portOpened(now);
        });
    }

    /// The printer's port has gone.
    public void printerGone(long instant) {
        at(instant, () -> {
            printer().portGone(now);
            closed = Closed.GONE;
        });
    }

    /// Bytes from the printer.
    public void fromPrinter(byte[] bytes, int from, int to, long instant) {
        at(instant, () -> printer().received(bytes, from, to, now));
    }

    /// A host has come.
    public void hostCame(long instant) {
        at(instant, host::start);
    }

    /// The host has gone.
    public void hostGone(long instant) {
        at(instant, () -> {
            lines.forget();
            host.forget();
            polls.forget();
            if (job != null) {
                job.held = null;
            }
            if (phase == Phase.PASSING) {
                tracker.gone(now);
                settle();
            } else if (phase == Phase.DROPPING) {
                pass();
            }
        });
    }

    /// Bytes from the host.
    public void fromHost(byte[] bytes, int from, int to, long instant) {
        at(instant, () -> host.received(bytes, from, to, now));
    }

    /// Says something to the host, such as that another holds the line.
    public void say(String text) {
        host.say(text);
    }

    /// Time went by.
    public void tick(long instant) {
        at(instant, () -> {
            host.tick(now);
            errands.tick(now);
            polls.tick(now);
            if (phase == Phase.PASSING) {
                tracker.tick(now);
                settle();
            } else if (phase == Phase.DROPPING && now >= quiet) {
                pass();
            }
        });
    }

    /// The next instant at which [#tick] has something to do; `Long.MAX_VALUE` for none.
    public long next() {
        long next = Math.min(Math.min(host.next(), errands.next()), polls.next());
        if (phase == Phase.PASSING) {
            next = Math.min(next, tracker.next());
        } else if (phase == Phase.DROPPING) {
            next = Math.min(next, quiet);
        }
        HostLine first = lines.first();
        boolean polled = first != null && first.command != null && isPoll(first.command);
        return polled ? Math.min(next, Polls.latest(first)) : next;
    }

    // What the judge says.

    /// A job was judged. What is no longer under way is ignored.
    public void judged(String id, Judgement judgement, long instant) {
        at(instant, () -> {
            if (job == null || !job.id.equals(id) || phase != Phase.JUDGING) {
                return;
            }
            job.sealed = judgement.sealed();
            if (job.streams) {
                streamed(judgement);
            } else if (judgement.sealed() == null || judgement.outcome() == Judgement.Outcome.REFUSE) {
                refuse(judgement.sentence());
            } else if (judgement.outcome() == Judgement.Outcome.HOLD) {
                phase = Phase.WAITING;
                state(JobState.WAITING, judgement.sentence());
                host.say("echo:Maskguard: the print waits for an operator: " + judgement.sentence());
            } else {
                print();
            }
        });
    }

    /// A job that is sent on while it comes in shows what must not be printed, or is not the job that was
    /// announced.
    public void suspected(String id, String sentence, long instant) {
        at(instant, () -> {
            if (job != null && job.id.equals(id) && job.streams) {
                refuse(sentence);
            }
        });
    }

    // What operators say.

    /// Stops or goes on sending a job's lines; says whether that job is printing.
    public boolean pause(String id, boolean on, long instant) {
        boolean[] known = new boolean[1];
        at(instant, () -> known[0] = errands.pause(id, on));
        return known[0];
    }

    /// Gives up a job that is not over yet; says whether there is one.
    public boolean cancel(String id, long instant) {
        boolean is = job != null && job.id.equals(id);
        if (is) {
            at(instant, () -> stop(JobState.CANCELLED, "an operator cancelled it"));
        }
        return is;
    }

    /// Starts a job from its beginning: one that waits, or one that lies in the spool, which is judged anew.
    ///
    /// @param bedWasCleared whether the bed must have been declared clear first, as after an interrupted print
    /// @return why not, in one sentence; empty where it is done
    public String release(String id, boolean bedWasCleared, long instant) {
        if (job != null && job.id.equals(id) && phase == Phase.WAITING) {
            at(instant, this::print);
            return "";
        }
        if (job != null || phase != Phase.PASSING) {
            return "The printer is at another job.";
        }
        if (!closed.isEmpty()) {
            return "The printer is closed: " + closed + ".";
        }
        if (bed.isUnknown() || bedWasCleared && !bed.parts().isEmpty()) {
            return "The bed has to be declared clear first.";
        }
        try {
            Spooled spooled = spools.find(id).spooled();
            at(instant, () -> {
                job = new OpenJob(id, null, false, false);
                job.released = true;
                judgeNow(spooled);
            });
            return "";
        } catch (IOException e) {
            return "Its lines cannot be read: " + e.getMessage() + ".";
        }
    }

    /// The bed is clear.
    public void clearBed(long instant) {
        at(instant, () -> {
            bed.clear();
            event("bed-cleared", "by", "operator");
        });
    }

    /// An operator accepts the machine as it is; says whether it has said what it is.
    public boolean commission(long instant) {
        if (machine == null || !machine.obstacles().isEmpty()) {
            return false;
        }
        at(instant, () -> {
            ledger.commission(machine);
            closed = "";
        });
        return true;
    }

    /// Why nothing is printed; empty where it can be.
    public String closed() {
        return closed;
    }

    /// What the printer last said that it is; null where it has not.
    public Machine machine() {
        return machine;
    }

    /// The end towards the host.
    public HostEnd host() {
        return host;
    }

    // The host's lines.

    private void heard(HostEvent event) {
        switch (event) {
            case HostEvent.Emergency emergency -> emergency(emergency);
            case HostEvent.Line line ->
                lines.add(HostLine.of(line.command(), line.number() != HostEvent.UNNUMBERED, now));
            case HostEvent.Renumbered renumbered -> lines.add(HostLine.renumbering(renumbered.last(), now));
            case HostEvent.Refused refused ->
                lines.add(
                        HostLine.refused(refused.text(), refused.number() != HostEvent.UNNUMBERED, refused.why(), now));
        }
    }

    private void emergency(HostEvent.Emergency emergency) {
        printer().emergency(emergency.word(), emergency.index(), now);
        if (emergency.word() != Emergency.ANSWER) {
            event("emergency", "word", emergency.word().word());
        }
        cancelling.broken(emergency.word(), now);
        boolean stops = emergency.word() == Emergency.QUICK_STOP || emergency.word() == Emergency.ABORT_CARD;
        if (stops && job != null && (phase == Phase.PRINTING || job.streams)) {
            stop(JobState.CANCELLED, "the host sent " + emergency.word().word());
        }
    }

    /// Gives a line its turn; says whether it took it.
    private boolean turn(HostLine line) {
        if (line.command != null && isPoll(line.command)) {
            return poll(line);
        }
        if (line.command != null && words.wordClass(line.command) == WordClass.EMERGENCY) {
            if (phase == Phase.PASSING) {
                tracker.line(line.command, line.numbered, now);
                settle();
            }
            line.answer();
            return true;
        }
        return switch (phase) {
            case PASSING -> closed.isEmpty() || job != null ? pass(line) : turnAway(line);
            case DROPPING -> drop(line);
            default -> {
                look();
                yield phase == Phase.DROPPING && drop(line);
            }
        };
    }

    private boolean isPoll(Command command) {
        return WordClass.of(command) == WordClass.POLL && !command.is('M', 119) && !command.is('M', 31);
    }

    private boolean poll(HostLine line) {
        if (phase == Phase.PASSING && !line.count()) {
            tracker.line(line.command, line.numbered, now);
            settle();
        }
        boolean taken = polls.answer(line, now);
        if (taken && !lines.isNext(line)) {
            polls.tell(line);
        }
        return taken;
    }

    /// Lines wait: polls among them are told what they ask, and a host that gives up is understood.
    private void look() {
        for (HostLine line : lines.waiting()) {
            if (line.command != null && isPoll(line.command)) {
                polls.tell(line);
            } else if (line.command != null && cancelling.isMeant(line, now)) {
                stop(JobState.CANCELLED, "the host cancelled it");
                return;
            }
        }
    }

    private boolean pass(HostLine line) {
        tracker.tick(now);
        settle();
        if (phase != Phase.PASSING) {
            return turn(line);
        }
        if (line.isRenumbering()) {
            tracker.renumbered(line.renumbered, now);
            settle();
            line.answer();
            return true;
        }
        if (line.command == null) {
            leaveOut(line, line.text, line.why);
            return true;
        }
        if (job == null && WordClass.of(line.command) == WordClass.CARD) {
            card(line);
            return true;
        }
        Step step = tracker.line(line.command, line.numbered, now);
        // A job begins before its first line and ends behind its last.
        if (jobEvents.peekFirst() instanceof JobEvent.Begun) {
            jobEvents.removeFirst();
            begin();
        }
        switch (step) {
            case FORWARD -> forward(line);
            case ANSWER -> line.answer();
            case HOLD -> {
                burst.add(line.command);
                line.answer();
            }
            case COLLECT, COLLECT_AND_WAIT -> collect(line, step == Step.COLLECT_AND_WAIT);
        }
        settle();
        return true;
    }

    private void forward(HostLine line) {
        String refusal = words.refusalWhenIdle(line.command);
        if (refusal.isEmpty()) {
            errands.forward(line, words.wordClass(line.command) == WordClass.MACHINE);
        } else {
            leaveOut(line, line.command.text(), refusal);
        }
    }

    private void leaveOut(HostLine line, String text, String why) {
        if (job != null) {
            job.leaveOut(text, why);
        }
        host.say("echo:Maskguard: not taken: " + text + ": " + why);
        line.answer();
    }

    private void collect(HostLine line, boolean wait) {
        if (job == null) {
            // It found no place to lie, and the host was told.
            line.answer();
            return;
        }
        String refusal = words.refusalInJob(line.command);
        if (!refusal.isEmpty()) {
            leaveOut(line, line.command.text(), refusal);
            return;
        }
        if (job.held != null) {
            job.held.answer();
            job.held = null;
        }
        keep(line.command);
        if (job != null && job.streams) {
            errands.stream(job, line);
        } else if (job != null && wait) {
            job.held = line;
        } else {
            line.answer();
        }
    }

    private void keep(Command command) {
        job.look(command);
        try {
            job.spool.append(command.text());
        } catch (IOException e) {
            tracker.full();
            jobEvents.clear();
            incomplete("it could not be kept: " + e.getMessage());
            tellCancelled();
            drop();
            return;
        }
        if (job.watch != null) {
            job.watch.line(command.text());
        }
    }

    private boolean drop(HostLine line) {
        boolean ends = untilM29 ? line.command != null && line.command.is('M', 29) : line.isRenumbering();
        if (ends) {
            pass();
            return line.isRenumbering() ? turn(line) : answered(line);
        }
        quiet = now + settings.rules().timeout();
        return answered(line);
    }

    private static boolean answered(HostLine line) {
        line.answer();
        return true;
    }

    /// The printer is closed: a job is stopped before it begins, anything else is told why.
    private boolean turnAway(HostLine line) {
        if (closed.equals(Closed.OPENING) && now - line.came < Closed.PATIENCE) {
            return false;
        }
        if (line.isRenumbering()) {
            return answered(line);
        }
        host.say("echo:Maskguard: the printer is closed: " + closed);
        if (line.numbered) {
            tellCancelled();
            drop();
        }
        return answered(line);
    }

    /// Cards are not written to or started.
    private void card(HostLine line) {
        Command command = line.command;
        if (command.is('M', 28)) {
            host.say("open failed, File: " + command.text().substring(3).strip() + ".");
            untilM29 = true;
            tellCancelled();
            drop();
            untilM29 = true;
        }
        leaveOut(line, command.text(), words.refusalWhenIdle(command));
    }

    // Jobs.

    /// Does what the tracker's events say.
    private void settle() {
        while (!jobEvents.isEmpty()) {
            switch (jobEvents.removeFirst()) {
                case JobEvent.Begun _ -> begin();
                case JobEvent.Released _ -> {
                    burst.forEach(command -> {
                        HostLine line = HostLine.of(command, false, now);
                        forward(line);
                    });
                    burst.clear();
                }
                case JobEvent.Doubtful _ -> {
                    if (job != null && job.held != null) {
                        job.held.answer();
                        job.held = null;
                    }
                }
                case JobEvent.Ended ended -> end(ended.by());
                case JobEvent.Incomplete incomplete -> incompleteByItself(incomplete.why());
            }
        }
    }

    private void begin() {
        String id = ledger.begin();
        boolean streams = settings.mode().streams();
        try {
            job = new OpenJob(id, spools.begin(id), streams, tracker.isBegunByPrintrun());
        } catch (IOException e) {
            ledger.state(id, JobState.INCOMPLETE, "it could not be kept: " + e.getMessage());
            host.say("echo:Maskguard: the job cannot be kept: " + e.getMessage());
            tracker.full();
            jobEvents.clear();
            burst.clear();
            tellCancelled();
            drop();
            return;
        }
        if (streams) {
            job.watch = settings.mode() == Mode.LIVE ? judge.watch(id, bed.parts()) : null;
            errands.preamble();
        }
        for (Command command : burst) {
            keep(command);
            if (job != null && streams) {
                errands.stream(job, HostLine.of(command, false, now));
            }
        }
        burst.clear();
    }

    private void end(String by) {
        if (job == null) {
            return;
        }
        event("job-ended", "job", job.id, "by", by);
        if (job.watch != null) {
            job.watch.stop();
        }
        if (!job.missing.isEmpty()) {
            stop(JobState.INCOMPLETE, job.missing);
        } else if (!closed.isEmpty()) {
            stop(JobState.INCOMPLETE, "the printer is closed: " + closed);
        } else if (bed.isUnknown()) {
            stop(JobState.INCOMPLETE, "the bed is to be declared clear first, since a print was interrupted");
        } else {
            if (job.homesFirst() && errands.bedIsCold(now)) {
                bed.clear();
                event("bed-cleared", "by", "cooling");
            }
            judgeNow(null);
        }
    }

    private void judgeNow(Spooled sealed) {
        phase = Phase.JUDGING;
        state(JobState.JUDGING, "");
        cancelling.reset();
        judge.judge(new Judge.Case(job.id, job.spool, sealed, bed.parts()));
    }

    private void incompleteByItself(String why) {
        if (job == null) {
            return;
        }
        if (job.streams) {
            stop(JobState.INCOMPLETE, why);
        } else {
            incomplete(why);
            errands.coolDown(now);
        }
    }

    /// A job that was only collected is over, and not whole.
    private void incomplete(String why) {
        job.spool.abandon();
        host.say("echo:Maskguard: the print is incomplete and is kept as " + job.id + ": " + why);
        state(JobState.INCOMPLETE, why);
        close();
    }

    private void print() {
        try {
            errands.print(job);
        } catch (IOException e) {
            stop(JobState.INTERRUPTED, "its spool cannot be read: " + e.getMessage());
            return;
        }
        phase = Phase.PRINTING;
        cancelling.reset();
        state(JobState.PRINTING, "");
    }

    /// A job that was sent on while it came in has been judged.
    private void streamed(Judgement judgement) {
        if (judgement.outcome() == Judgement.Outcome.REFUSE && settings.mode() == Mode.LIVE) {
            refuse(judgement.sentence());
            return;
        }
        errands.streamEnds(job);
        state(JobState.DONE, judgement.sentence());
        close();
        pass();
    }

    /// Refuses the job as hosts understand it: DESIGN 8, "Refusal".
    private void refuse(String sentence) {
        host.say("echo:Maskguard: refused: " + sentence);
        host.say("//action:notification Maskguard: print refused, see " + job.id);
        boolean printrun = job.printrun;
        over(JobState.REFUSED, sentence);
        host.say("//action:cancel");
        if (printrun) {
            host.say("// action:pause");
        }
        errands.own("M117 Print refused: face mask");
        if (settings.killsOnRefusal()) {
            printer().emergency(Emergency.KILL, 0, now);
        }
        drop();
    }

    /// Stops a job, whatever it is at, and tells the host.
    private void stop(JobState outcome, String why) {
        host.say("echo:Maskguard: the print " + job.id + " is " + outcome.word() + ": " + why);
        over(outcome, why);
        host.say("//action:cancel");
        drop();
    }

    /// Ends a job that does not come to its end, and makes the printer safe.
    private void over(JobState outcome, String why) {
        if (job.watch != null) {
            job.watch.stop();
        }
        boolean sealing = phase == Phase.JUDGING || job.sealed != null;
        if (job.spool != null && !sealing) {
            job.spool.abandon();
        }
        errands.abandon(job, now);
        state(outcome, why);
        close();
    }

    /// The job is over, for the gate; the line that waited for that is answered.
    private void close() {
        if (job.held != null) {
            job.held.answer();
        }
        job = null;
        burst.clear();
    }

    private void tellCancelled() {
        host.say("//action:cancel");
    }

    private void drop() {
        phase = Phase.DROPPING;
        untilM29 = false;
        quiet = now + settings.rules().timeout();
        tracker.forget();
        jobEvents.clear();
    }

    private void pass() {
        phase = Phase.PASSING;
        untilM29 = false;
        quiet = Long.MAX_VALUE;
    }

    // The printer.

    private PrinterSide printer() {
        return errands.printer();
    }

    private final class ErrandListener implements Errands.Listener {

        @Override
        public void progressed(String id, double share) {
            ledger.progress(id, share);
        }

        @Override
        public void printed(String id) {
            ledger.progress(id, 1);
            state(JobState.DONE, "");
            close();
            pass();
        }

        @Override
        public void broken(String why) {
            if (job == null) {
                host.say("echo:Maskguard: " + why);
            } else {
                stop(JobState.INTERRUPTED, why);
            }
        }
    }

    private final class PrinterListener implements PrinterSide.Listener {

        @Override
        public void opened(Machine found) {
            machine = found;
            Machine commissioned = ledger.commissioned();
            List<String> wrong = Closed.reasons(found, commissioned);
            if (!wrong.isEmpty() && !readTwice) {
                // The cable may have spoilt a line: nothing is asked for again in that direction.
                readTwice = true;
                printer().readMachine();
                return;
            }
            readTwice = false;
            closed = String.join("; ", wrong);
            event("printer-opened", "firmware", found.firmware(), "closed", closed);
            if (safeOnOpen) {
                safeOnOpen = false;
                errands.makeSafe(now);
            }
        }

        @Override
        public void said(PrinterLine line) {
            spoken.pass(line);
            String objection = job == null ? "" : Closed.objection(line);
            if (!objection.isEmpty() && (phase == Phase.PRINTING || job.streams)) {
                stop(JobState.INTERRUPTED, objection);
            }
        }

        @Override
        public void lost(PrinterEvent.Cause cause) {
            closed = cause == PrinterEvent.Cause.HALTED ? Closed.HALTED : Closed.OPENING;
            machine = null;
            readTwice = false;
            String why = Closed.told(cause);
            event("printer-lost", "cause", why);
            host.say("echo:Maskguard: " + why);
            boolean sending = job != null && (phase == Phase.PRINTING || job.streams);
            safeOnOpen |= sending;
            errands.lost();
            if (sending) {
                stop(JobState.INTERRUPTED, why);
            } else if (cause == PrinterEvent.Cause.HALTED && phase == Phase.PASSING) {
                tracker.gone(now);
                settle();
            }
        }
    }

    // All of it.

    private void at(long instant, Runnable what) {
        now = instant;
        what.run();
        pump();
    }

    private void pump() {
        // Answers bring further lines, which come back here.
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            boolean any = true;
            while (any) {
                any = lines.take(this::turn);
                any |= errands.feed(now);
                any |= lines.answer(now);
            }
            if (job != null && job.spool != null && phase == Phase.PASSING) {
                flush();
            }
        } finally {
            pumping = false;
        }
    }

    private void flush() {
        try {
            job.spool.flush();
        } catch (IOException e) {
            incomplete("it could not be kept: " + e.getMessage());
            tellCancelled();
            drop();
        }
    }

    private void state(JobState state, String why) {
        job.state = state;
        ledger.state(job.id, state, why);
    }

    private void event(String kind, String... what) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (int i = 0; i < what.length; i += 2) {
            facts.put(what[i], what[i + 1]);
        }
        ledger.event(kind, facts);
    }
}

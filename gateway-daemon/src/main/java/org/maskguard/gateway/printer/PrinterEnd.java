package org.maskguard.gateway.printer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.LineBuffer;
import org.maskguard.gateway.line.PrinterLine;
import org.maskguard.gateway.line.PrinterLine.Busy;
import org.maskguard.gateway.line.PrinterLine.Fault;
import org.maskguard.gateway.line.PrinterLine.Ok;
import org.maskguard.gateway.line.PrinterLine.Position;
import org.maskguard.gateway.line.PrinterLine.Resend;
import org.maskguard.gateway.line.PrinterLine.Start;
import org.maskguard.gateway.line.PrinterLine.Temperatures;
import org.maskguard.gateway.line.PrinterLine.Wait;
import org.maskguard.gateway.printer.PrinterEvent.Cause;
import org.maskguard.gateway.printer.PrinterEvent.Done;
import org.maskguard.gateway.printer.PrinterEvent.Lost;
import org.maskguard.gateway.printer.PrinterEvent.Opened;
import org.maskguard.gateway.printer.PrinterEvent.Said;

/// Sends commands to the printer so that each is carried out once and in order, whatever the wire does to them.
///
/// What guarantees that is the number each line bears: the printer takes no number twice and leaves none out. An `ok`
/// only
/// says when to send the next. So an `ok` that is missing, doubled or meant for another line costs time and nothing
/// else,
/// and a lost one is never made good by sending the line again, but by a new line, M105, whose number the printer
/// either
/// takes (then it had the line before) or complains of (then it says which it wants).
///
/// As many commands are under way at a time as the window says, besides the gateway's own questions; lines that are
/// sent
/// again go one at a time. Instants are nanoseconds of one clock. Not
/// thread-safe; events are given out of the calls that cause them.
public final class PrinterEnd {

    /// More lines than that no firmware holds.
    public static final int MOST_WINDOW = 32;

    private static final byte[] RENUMBER = ascii("\nN0 M110 N0*125\n");
    private static final int MOST_QUESTIONS = 3;
    private static final int MOST_SAID = 1024;

    private enum State {
        CLOSED,
        RENUMBERING,
        ASKING,
        OPEN
    }

    private final Consumer<byte[]> wire;
    private final Consumer<PrinterEvent> events;
    private final Patience patience;
    private final int window;
    private final LineBuffer said = new LineBuffer(MOST_SAID);
    private final Sent sent = new Sent();
    /// For each word sent without a number, the number of the line before it: its `ok` comes after that line's.
    private final ArrayDeque<Long> unnumbered = new ArrayDeque<>();

    private State state = State.CLOSED;
    private boolean saysBusy;
    private boolean awaitsOkOfResend;
    /// Whether further lines were under way, each of which the printer will complain of too, with an `ok` each:
    /// nothing is
    /// sent until all of that has been said, or every complaint would bring one more.
    private boolean drains;
    /// Whether the request for a line cannot be right, and the printer is to be asked again.
    private boolean doubtsResend;
    /// Whether the printer is known to have taken the last line: an `ok` alone may have been for a damaged one.
    private boolean sure;
    private long lastFault = -1;
    private long deadline = Long.MAX_VALUE;
    private int attempts;
    private int strange;
    private long resends;

    /// @param wire takes each whole line that goes to the printer
    /// @param window how many commands are under way at a time, 1 to [#MOST_WINDOW]: more than 1 only where the
    /// printer's
    ///     buffers are known to hold them
    public PrinterEnd(Consumer<byte[]> wire, Consumer<PrinterEvent> events, Patience patience, int window) {
        if (window < 1 || window > MOST_WINDOW) {
            throw new IllegalArgumentException("a window of " + window);
        }
        this.wire = wire;
        this.events = events;
        this.patience = patience;
        this.window = window;
        sent.clear();
    }

    /// Begins the numbers anew. [Opened] comes when the printer has answered to its own and then to the first line.
    public void open(long now) {
        sent.clear();
        unnumbered.clear();
        awaitsOkOfResend = false;
        drains = false;
        lastFault = -1;
        attempts = 0;
        strange = 0;
        state = State.RENUMBERING;
        wire.accept(RENUMBER);
        deadline = now + patience.opening();
    }

    /// Stops sending; what comes in is still read. [#open] begins anew.
    public void close() {
        state = State.CLOSED;
        deadline = Long.MAX_VALUE;
    }

    /// Whether a command may be sent now.
    public boolean isReady() {
        return state == State.OPEN && !sent.hasNext() && sent.waiting() < window && !awaitsOkOfResend;
    }

    /// Sends a command; [Done] follows, or [Lost]. Only where [#isReady()], and never an M110, which is this end's
    /// own.
    public void send(Command command, long now) {
        if (command.is('M', 110)) {
            throw new IllegalArgumentException("the numbers are not the caller's");
        }
        if (!isReady()) {
            throw new IllegalStateException("too many commands are under way");
        }
        sent.add(command, false);
        wire.accept(sent.next());
        expect(now);
    }

    /// Sends an emergency word at once, whatever else is under way, as the firmware looks out for it: at the start
    /// of a line
    /// and without a number. An M112 is sent once more with one, for firmware that only looks there.
    ///
    /// @param index what an M876 answers, else ignored
    public void emergency(Emergency word, int index, long now) {
        String text = word == Emergency.ANSWER ? word.word() + " S" + index : word.word();
        wire.accept(ascii("\n" + text + "\n"));
        if (word != Emergency.KILL) {
            unnumbered.add(sent.acknowledged() + sent.underWay());
        } else if (state == State.OPEN && !sent.hasNext()) {
            sent.add(new Command('M', 112, 0, text), true);
            wire.accept(sent.next());
        }
        if (deadline == Long.MAX_VALUE && state == State.OPEN) {
            expect(now);
        }
    }

    /// How many times the printer asked for a line again, and got it.
    public long resends() {
        return resends;
    }

    /// Bytes from the printer.
    public void received(byte[] bytes, int from, int to, long now) {
        for (int i = from; i < to; i++) {
            if (said.take(bytes[i]) && said.length() > 0) {
                String text = new String(said.bytes(), 0, said.length(), StandardCharsets.ISO_8859_1);
                hear(PrinterLine.read(text), now);
            }
        }
    }

    /// The next instant at which [#tick] has something to do; `Long.MAX_VALUE` for none.
    public long next() {
        return deadline;
    }

    /// Time went by.
    public void tick(long now) {
        if (now < deadline) {
            return;
        }
        switch (state) {
            case CLOSED -> deadline = Long.MAX_VALUE;
            case RENUMBERING, ASKING -> {
                if (++attempts > patience.attempts()) {
                    lose(Cause.SILENT);
                } else {
                    int before = attempts;
                    open(now);
                    attempts = before;
                }
            }
            case OPEN -> missed(now);
        }
    }

    private void hear(PrinterLine line, long now) {
        if (state == State.OPEN && deadline != Long.MAX_VALUE && !awaitsOkOfResend && isSignOfWork(line)) {
            expect(now);
        }
        if (!(line instanceof Resend) && !(line instanceof Ok)) {
            lastFault = -1;
        }
        switch (line) {
            case Ok ok -> ok(ok, now);
            case Resend resend -> resend(resend.number(), now);
            case Start _ -> {
                // A banner has several such lines; all but the first find the end closed or opening.
                if (state == State.OPEN || state == State.ASKING) {
                    lose(Cause.RESET);
                } else if (state == State.CLOSED) {
                    events.accept(new Said(line));
                }
            }
            case Fault fault when fault.last() >= 0 -> lastFault = fault.last();
            case Fault fault
            when fault.isHalt() -> {
                events.accept(new Said(line));
                lose(Cause.HALTED);
            }
            case Busy _ -> {
                saysBusy = true;
                attempts = 0;
            }
            case Wait _ -> {
                if (state == State.OPEN && sent.underWay() > 0) {
                    missed(now);
                }
            }
            default -> events.accept(new Said(line));
        }
    }

    /// Reports that come by themselves say nothing of the command; those of a heating wait do.
    private static boolean isSignOfWork(PrinterLine line) {
        return switch (line) {
            case Temperatures report -> report.text().contains(" W:");
            case Position _ -> false;
            case Wait _ -> false;
            default -> true;
        };
    }

    private void ok(Ok ok, long now) {
        switch (state) {
            case CLOSED -> {}
            // Whichever line it answers, the next answer that counts is the temperatures.
            case RENUMBERING -> {
                state = State.ASKING;
                sent.add(Command.TEMPERATURES, true);
                transmit(now);
                deadline = now + patience.opening();
            }
            case ASKING -> {
                if (ok.hasTemperatures()) {
                    sent.acknowledge();
                    state = State.OPEN;
                    attempts = 0;
                    unnumbered.clear();
                    deadline = Long.MAX_VALUE;
                    events.accept(new Opened());
                }
            }
            case OPEN -> answered(ok, now);
        }
    }

    private void answered(Ok ok, long now) {
        if (awaitsOkOfResend) {
            if (!drains) {
                goOn(now);
            }
            return;
        }
        if (!unnumbered.isEmpty() && unnumbered.getFirst() <= sent.acknowledged() && !ok.hasTemperatures()) {
            unnumbered.removeFirst();
            return;
        }
        long through = ok.number();
        if (through < 0) {
            // Only an M105 is answered with temperatures; whatever was sent before it is done too.
            through = sent.firstAsking(ok.hasTemperatures());
            through = through == 0 && sent.underWay() > 0 ? sent.acknowledged() + 1 : through;
        }
        attempts = 0;
        strange = 0;
        sure = ok.hasTemperatures() || ok.number() >= 0;
        acknowledge(through, ok.report(), now);
    }

    private void acknowledge(long through, String report, long now) {
        ArrayDeque<Done> done = new ArrayDeque<>();
        while (sent.acknowledged() < through && sent.underWay() > 0) {
            Command command = sent.acknowledge();
            if (command != null) {
                done.add(new Done(command, sent.acknowledged() == through ? report : ""));
            }
        }
        transmit(now);
        // Last, since whoever hears of it may send the next.
        done.forEach(events);
    }

    private void resend(long number, long now) {
        long fault = lastFault;
        lastFault = -1;
        if (state == State.RENUMBERING || state == State.ASKING) {
            // Left over from before, or our M110 was damaged: the timer sends it again.
            return;
        }
        if (state == State.CLOSED) {
            return;
        }
        boolean twice = fault >= 0 && fault + 1 == number;
        boolean due = number > sent.acknowledged() && number <= sent.newest() + 1;
        if (due || twice && sent.reaches(number) && number > sent.newest() - MOST_QUESTIONS - 1 - window) {
            strange = 0;
            attempts = 0;
            resends++;
            acknowledgeBefore(number);
            drains = drains || sent.underWay() > 1;
            sent.back(number);
            doubtsResend = false;
        } else if (twice && ++strange > 1) {
            lose(Cause.CONFUSED);
            return;
        } else {
            // Its number may be damaged. A new line brings the complaint again.
            doubtsResend = true;
        }
        awaitsOkOfResend = true;
        deadline = now + patience.okOfResend();
    }

    /// Goes on behind a request for a line, once its `ok` has come or does not come.
    private void goOn(long now) {
        awaitsOkOfResend = false;
        drains = false;
        if (doubtsResend) {
            ask(now);
        } else {
            transmit(now);
        }
    }

    /// The printer has all lines before the one it asks for.
    private void acknowledgeBefore(long number) {
        while (sent.acknowledged() < number - 1 && sent.underWay() > 0) {
            Command command = sent.acknowledge();
            if (command != null) {
                events.accept(new Done(command, ""));
            }
        }
    }

    private void missed(long now) {
        if (awaitsOkOfResend) {
            goOn(now);
        } else if (sent.underWay() == 0 && !sent.hasNext() && !sure) {
            ask(now);
        } else if (sent.waiting() == 0 && !sent.hasNext()) {
            // Only our own questions are open: the next line's number will show whether they arrived.
            sure = ++attempts >= patience.attempts();
            acknowledge(sent.newest(), "", now);
            unnumbered.clear();
        } else if (++attempts > patience.attempts()) {
            lose(Cause.SILENT);
        } else {
            ask(now);
        }
    }

    /// Sends something with a new number, so that the printer must say what it is missing.
    private void ask(long now) {
        if (sent.underWay() <= MOST_QUESTIONS + window - 1) {
            if (!sent.hasNext()) {
                sent.add(Command.TEMPERATURES, true);
            }
            wire.accept(sent.next());
        }
        expect(now);
    }

    /// Sends what may be sent: probes freely, commands one at a time.
    private void transmit(long now) {
        boolean any = false;
        while (sent.hasNext() && sent.waiting() == 0 && !awaitsOkOfResend && sent.underWay() <= MOST_QUESTIONS) {
            wire.accept(sent.next());
            any = true;
        }
        if (any) {
            expect(now);
        } else if (sent.underWay() == 0 && unnumbered.isEmpty()) {
            deadline = sure ? Long.MAX_VALUE : now + patience.idle();
        }
    }

    private void expect(long now) {
        deadline = now + (saysBusy ? patience.answerOfBusy() : patience.answer());
    }

    private void lose(Cause cause) {
        close();
        events.accept(new Lost(cause));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.maskguard.gateway.relay;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.maskguard.gateway.host.HostEnd;
import org.maskguard.gateway.host.HostEvent;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.WordClass;
import org.maskguard.gateway.printer.Patience;
import org.maskguard.gateway.printer.PrinterEnd;
import org.maskguard.gateway.printer.PrinterEvent;

/// Passes every command that is understood from a host to a printer, in order, and the printer's answers back.
///
/// It judges nothing. Words of the class [WordClass#CLOSED] are refused, M118 is answered and goes nowhere, and numbers
/// and faults of one side never show on the other. Instants are nanoseconds of one clock. Not thread-safe.
public final class Relay {

    /// A line of the host's that waits for its answer: one to send, or one that has its answer.
    private record Waiting(Command command, String remark) {}

    private final HostEnd host;
    private final PrinterEnd printer;
    private final Answers answers;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private int underWay;
    private boolean pumping;
    private long now;

    /// @param toHost takes what goes to the host, whole lines
    /// @param toPrinter takes what goes to the printer, whole lines
    /// @param window how many commands are under way to the printer at a time; see [PrinterEnd]
    public Relay(Consumer<byte[]> toHost, Consumer<byte[]> toPrinter, Patience patience, int window) {
        host = new HostEnd(toHost, this::heard, false);
        printer = new PrinterEnd(toPrinter, this::heard, patience, window);
        answers = new Answers(host);
    }

    /// The printer's port is open.
    public void open(long instant) {
        now = instant;
        printer.open(now);
    }

    /// The printer's port has gone: what was under way is lost, and so is the host's job.
    public void close(long instant) {
        now = instant;
        printer.close();
        forget();
    }

    /// Bytes from the host.
    public void fromHost(byte[] bytes, int from, int to, long instant) {
        now = instant;
        host.received(bytes, from, to, now);
        pump();
    }

    /// Bytes from the printer.
    public void fromPrinter(byte[] bytes, int from, int to, long instant) {
        now = instant;
        printer.received(bytes, from, to, now);
        pump();
    }

    /// Time went by.
    public void tick(long instant) {
        now = instant;
        host.tick(now);
        printer.tick(now);
        pump();
    }

    /// The next instant at which [#tick] has something to do; `Long.MAX_VALUE` for none.
    public long next() {
        return Math.min(host.next(), printer.next());
    }

    /// The end towards the host.
    public HostEnd host() {
        return host;
    }

    /// The end towards the printer.
    public PrinterEnd printer() {
        return printer;
    }

    private void heard(HostEvent event) {
        switch (event) {
            case HostEvent.Emergency emergency -> printer.emergency(emergency.word(), emergency.index(), now);
            case HostEvent.Line line -> queue.add(waiting(line));
            case HostEvent.Refused refused -> queue.add(new Waiting(null, refusal(refused.number(), refused.why())));
            case HostEvent.Renumbered _ -> queue.add(new Waiting(null, ""));
        }
    }

    private static Waiting waiting(HostEvent.Line line) {
        Command command = line.command();
        return switch (WordClass.of(command)) {
            // The printer has had it before everything else.
            case EMERGENCY -> new Waiting(null, "");
            case CLOSED -> new Waiting(null, refusal(line.number(), command.text() + " is not let through"));
            default -> new Waiting(command.is('M', 118) ? null : command, "");
        };
    }

    private static String refusal(long number, String why) {
        String which = number == HostEvent.UNNUMBERED ? "a line" : "line " + number;
        return "Maskguard: " + which + " is not taken: " + why;
    }

    private void heard(PrinterEvent event) {
        switch (event) {
            case PrinterEvent.Opened _ -> {}
            case PrinterEvent.Said said -> answers.pass(said.line());
            case PrinterEvent.Done done -> {
                if (underWay > 0) {
                    underWay--;
                    // Temperatures only: free places and whatever else are the gateway's own to say.
                    int temperatures =
                            Math.max(done.report().indexOf("T:"), done.report().indexOf("T0:"));
                    host.ok(temperatures < 0 ? "" : done.report().substring(temperatures), now);
                }
            }
            case PrinterEvent.Lost lost -> {
                forget();
                if (lost.cause() != PrinterEvent.Cause.HALTED) {
                    printer.open(now);
                }
            }
        }
    }

    private void forget() {
        queue.clear();
        underWay = 0;
        host.start();
    }

    private void pump() {
        // Answers bring further lines, which come back here.
        if (pumping) {
            return;
        }
        pumping = true;
        while (!queue.isEmpty()) {
            Waiting first = queue.getFirst();
            if (first.command() == null && underWay == 0) {
                queue.removeFirst();
                if (!first.remark().isEmpty()) {
                    host.say("echo:" + first.remark());
                }
                host.ok("", now);
            } else if (first.command() != null && printer.isReady()) {
                queue.removeFirst();
                underWay++;
                printer.send(first.command(), now);
            } else {
                break;
            }
        }
        pumping = false;
    }
}

package org.maskguard.gateway.gate;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.commission.MachineReader;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.PrinterLine;
import org.maskguard.gateway.printer.Patience;
import org.maskguard.gateway.printer.PrinterEnd;
import org.maskguard.gateway.printer.PrinterEvent;

/// The gate's side of the printer: what it is, what it last said, and the errands that are under way to it.
final class PrinterSide {

    /// Packed text off, so that the printer reads what it is sent (PEERS A8). A firmware without it answers with an
    /// unknown command and an `ok`, before the numbers begin.
    private static final byte[] PLAIN_TEXT = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFA, '\n'};

    private static final Command IDENTITY = new Command('M', 115, 0, "M115");
    private static final Command SETTINGS = new Command('M', 503, 0, "M503");
    private static final Command POSITION = new Command('M', 114, 0, "M114");
    private static final Command REPORT_BY_ITSELF = new Command('M', 155, 0, "M155 S2");

    /// Whoever is behind.
    interface Listener {

        /// The printer's line is open and it has said what it is.
        void opened(Machine machine);

        /// It said something that is no report.
        void said(PrinterLine line);

        /// What was under way is lost.
        void lost(PrinterEvent.Cause cause);
    }

    private record Errand(Command command, Consumer<String> done) {}

    private final PrinterEnd end;
    private final Consumer<byte[]> wire;
    private final Listener listener;
    private final Reports reports = new Reports();
    private final ArrayDeque<Errand> underWay = new ArrayDeque<>();
    /// Questions that the gateway has of its own, asked before anything else is sent.
    private final LinkedHashSet<Command> questions = new LinkedHashSet<>();

    private Consumer<PrinterLine> answers = line -> {};
    private MachineReader reader;
    private boolean open;
    private boolean homed;
    private boolean reportsByItself;
    private long now;

    PrinterSide(Consumer<byte[]> wire, Patience patience, int window, Listener listener) {
        this.wire = wire;
        this.listener = listener;
        end = new PrinterEnd(wire, this::heard, patience, window);
    }

    /// The printer's port is open.
    void portOpened(long instant) {
        now = instant;
        forget();
        wire.accept(PLAIN_TEXT.clone());
        end.open(now);
    }

    /// The printer's port has gone.
    void portGone(long instant) {
        now = instant;
        boolean was = open;
        end.close();
        forget();
        if (was) {
            listener.lost(PrinterEvent.Cause.SILENT);
        }
    }

    void received(byte[] bytes, int from, int to, long instant) {
        now = instant;
        end.received(bytes, from, to, now);
    }

    void tick(long instant) {
        now = instant;
        end.tick(now);
    }

    long next() {
        return end.next();
    }

    Reports reports() {
        return reports;
    }

    /// Whether the printer answers and has said what it is.
    boolean isOpen() {
        return open;
    }

    /// Whether the axes were homed since the printer began.
    boolean isHomed() {
        return homed;
    }

    /// Whether it says its temperatures by itself.
    boolean reportsByItself() {
        return reportsByItself;
    }

    boolean isReady() {
        return end.isReady();
    }

    boolean isIdle() {
        return underWay.isEmpty();
    }

    /// The command that the printer is at, or null.
    Command current() {
        return underWay.isEmpty() ? null : underWay.getFirst().command();
    }

    long resends() {
        return end.resends();
    }

    /// Sends a command; only where [#isReady()].
    ///
    /// @param done gets what came with the `ok`
    void send(Command command, Consumer<String> done, long instant) {
        now = instant;
        if (command.letter() == 'G') {
            reports.moved();
            homed |= command.is('G', 28);
        }
        underWay.add(new Errand(command, done));
        end.send(command, now);
    }

    void emergency(Emergency word, int index, long instant) {
        now = instant;
        end.emergency(word, index, now);
    }

    /// Has the temperatures or the position asked anew before anything else.
    void ask(Command question) {
        questions.add(question);
    }

    /// Has the position asked anew.
    void askPosition() {
        questions.add(POSITION);
    }

    /// Asks the printer what it is, once more; [Listener#opened] follows.
    void readMachine() {
        reader = new MachineReader();
        open = false;
        questions.add(IDENTITY);
        questions.add(SETTINGS);
        questions.add(POSITION);
    }

    /// Sends the next question, if there is one and the printer is ready; says whether.
    boolean askNext(long instant) {
        if (questions.isEmpty() || !end.isReady()) {
            return false;
        }
        Command question = questions.removeFirst();
        if (reader != null && question.is('M', 115)) {
            answers = reader::identity;
        } else if (reader != null && question.is('M', 503)) {
            answers = reader::setting;
        }
        send(
                question,
                report -> {
                    answers = line -> {};
                    if (reader != null && question.is('M', 114)) {
                        read();
                    }
                },
                instant);
        return true;
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    private void read() {
        Machine machine = reader.machine();
        reports.machine(reader.firmwareLines(), reader.settingLines());
        reader = null;
        open = true;
        if (machine.can("AUTOREPORT_TEMP") && !reportsByItself) {
            reportsByItself = true;
            questions.add(REPORT_BY_ITSELF);
        }
        listener.opened(machine);
    }

    private void forget() {
        underWay.clear();
        questions.clear();
        answers = line -> {};
        reader = null;
        open = false;
        homed = false;
        reportsByItself = false;
    }

    private void said(PrinterLine line) {
        if (line instanceof PrinterLine.Start) {
            // It was dead, or had not answered yet.
            portOpened(now);
            return;
        }
        answers.accept(line);
        if (!reports.take(line, now) && reader == null) {
            listener.said(line);
        }
    }

    private void heard(PrinterEvent event) {
        switch (event) {
            case PrinterEvent.Opened _ -> readMachine();
            case PrinterEvent.Said said -> said(said.line());
            case PrinterEvent.Done done -> {
                reports.answered(done.report(), now);
                if (!underWay.isEmpty()) {
                    underWay.removeFirst().done().accept(done.report());
                }
            }
            case PrinterEvent.Lost lost -> {
                boolean was = open;
                forget();
                if (lost.cause() != PrinterEvent.Cause.HALTED) {
                    wire.accept(PLAIN_TEXT.clone());
                    end.open(now);
                }
                if (was) {
                    listener.lost(lost.cause());
                }
            }
        }
    }
}

package org.maskguard.gateway.gate;

import java.util.List;
import org.maskguard.gateway.host.HostEnd;
import org.maskguard.gateway.line.Command;

/// Answers what hosts ask again and again from what the printer last said.
final class Polls {

    private static final long SECOND = 1_000_000_000L;
    /// How long an answer waits for a fresh report.
    private static final long PATIENCE = SECOND;

    private static final List<String> UNKNOWN_PRINTER = List.of(
            "FIRMWARE_NAME:Marlin (Maskguard gateway) PROTOCOL_VERSION:1.0 MACHINE_TYPE:3D Printer EXTRUDER_COUNT:1",
            "Cap:AUTOREPORT_TEMP:1",
            "Cap:EMERGENCY_PARSER:1",
            "Cap:SDCARD:0");

    private final HostEnd host;
    private final PrinterSide printer;
    private final Spoken spoken;
    private long reportEvery;
    private long report = Long.MAX_VALUE;

    Polls(HostEnd host, PrinterSide printer, Spoken spoken) {
        this.host = host;
        this.printer = printer;
        this.spoken = spoken;
    }

    /// Answers a poll, or says that it has to wait for the printer: then once more when something has changed.
    boolean answer(HostLine line, long now) {
        Command command = line.command;
        Reports reports = printer.reports();
        switch (command.code()) {
            case 105 -> {
                if (!reports.areTemperaturesFresh(now) && mayWait(line, now)) {
                    printer.ask(Command.TEMPERATURES);
                    return false;
                }
                line.answer(reports.temperatures());
                return true;
            }
            case 114 -> {
                if (!reports.isPositionFresh(now) && mayWait(line, now)) {
                    printer.askPosition();
                    return false;
                }
                if (!reports.position().isEmpty()) {
                    host.say(reports.position());
                }
            }
            case 115 -> {
                if (reports.firmware().isEmpty() && now - line.came < PATIENCE) {
                    return false;
                }
                (reports.firmware().isEmpty() ? UNKNOWN_PRINTER : reports.firmware()).forEach(spoken::identity);
            }
            case 503 -> reports.settings().forEach(each -> host.say("echo:" + each));
            case 155 -> {
                double seconds = command.value('S');
                reportEvery = seconds > 0 ? (long) (Math.clamp(seconds, 1, 60) * SECOND) : 0;
                report = reportEvery > 0 ? now + reportEvery : Long.MAX_VALUE;
            }
            case 27 -> host.say("Not SD printing");
            case 118 -> host.say("echo:" + said(command.text()));
            default -> {}
        }
        line.answer();
        return true;
    }

    /// Gives a poll's report while its `ok` has to wait for that of a line before it.
    void tell(HostLine line) {
        if (line.command.is('M', 105)
                && !line.tell()
                && !printer.reports().temperatures().isEmpty()) {
            host.say(" " + printer.reports().temperatures());
        }
    }

    /// Time went by.
    void tick(long now) {
        if (now >= report) {
            report = now + reportEvery;
            if (!printer.reports().areTemperaturesFresh(now) && !printer.reportsByItself()) {
                printer.ask(Command.TEMPERATURES);
            }
            if (!printer.reports().temperatures().isEmpty()) {
                host.say(" " + printer.reports().temperatures());
            }
        }
    }

    /// When a host that asked for reports by themselves is to get the next.
    long next() {
        return report;
    }

    /// When a poll that waits is answered with what there is.
    static long latest(HostLine line) {
        return line.came + PATIENCE;
    }

    /// A host that has gone asks for nothing any more.
    void forget() {
        reportEvery = 0;
        report = Long.MAX_VALUE;
    }

    private boolean mayWait(HostLine line, long now) {
        return printer.isOpen() && now - line.came < PATIENCE;
    }

    /// The text of an M118 without its options: what it would have made of it is never said.
    private static String said(String command) {
        return command.length() <= 5 ? "" : command.substring(5).replaceAll("^((A1|E1|P\\d) )*", "");
    }
}

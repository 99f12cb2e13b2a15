package org.maskguard.gateway.gate;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.commission.Machine;
import org.maskguard.gateway.line.PrinterLine;
import org.maskguard.gateway.printer.PrinterEvent;

/// Why a printer is closed.
final class Closed {

    static final String OPENING = "it has not answered yet";
    static final String GONE = "it is not connected";
    static final String HALTED = "it has halted and needs a reset";

    /// How long lines wait for a printer that is opening.
    static final long PATIENCE = 10_000_000_000L;

    private Closed() {}

    /// What is wrong with a machine; empty where it is the one that was commissioned.
    static List<String> reasons(Machine machine, Machine commissioned) {
        List<String> reasons = new ArrayList<>(machine.obstacles());
        if (commissioned == null) {
            reasons.add("it was never commissioned");
        } else {
            reasons.addAll(machine.differences(commissioned));
        }
        return reasons;
    }

    /// Whether what the printer says of a job's line means that it does not print what was judged; empty where not.
    ///
    /// A firmware without G20 would print in millimetres what was judged in inches, and one that drops extrusion
    /// would
    /// leave out what hid a face.
    static String objection(PrinterLine line) {
        if (!(line instanceof PrinterLine.Echo echo)) {
            return "";
        }
        String text = echo.text();
        if (text.startsWith("Unknown command:")) {
            String command = text.substring("Unknown command:".length()).strip();
            command = command.startsWith("\"") ? command.substring(1) : command;
            return WordPolicy.mayBeUnknown(command) ? "" : "the printer does not know " + command.replace("\"", "");
        }
        boolean prevented = text.contains("cold extrusion prevented") || text.contains("too long extrusion prevented");
        return prevented ? "the printer leaves out extrusion: " + text.strip() : "";
    }

    /// What the host is told of a printer that was lost.
    static String told(PrinterEvent.Cause cause) {
        return switch (cause) {
            case RESET -> "the printer was reset";
            case HALTED -> "the printer has halted";
            case SILENT -> "the printer does not answer";
            case CONFUSED -> "the printer has forgotten its line numbers";
        };
    }
}

package org.maskguard.gateway.relay;

import java.util.Set;
import org.maskguard.gateway.host.HostEnd;
import org.maskguard.gateway.line.PrinterLine;

/// Passes what a printer says by itself to the host: by kind, never raw, so that no text of a job becomes protocol.
final class Answers {

    /// Ways into the printer that a reader of lines could not read (PEERS, rule 9).
    private static final Set<String> BLINDING = Set.of("MEATPACK", "BINARY_FILE_TRANSFER", "SERIAL_XON_XOFF");

    private static final Set<String> ACTIONS =
            Set.of("cancel", "pause", "paused", "resume", "resumed", "prompt_end", "prompt_show", "filament_runout");

    private final HostEnd host;

    Answers(HostEnd host) {
        this.host = host;
    }

    void pass(PrinterLine line) {
        switch (line) {
            case PrinterLine.Temperatures report -> host.say(" " + report.text());
            case PrinterLine.Position position -> host.say(position.text());
            case PrinterLine.Firmware firmware -> host.say(firmware.text());
            case PrinterLine.Capability capability -> {
                boolean on = capability.on() && !BLINDING.contains(capability.name());
                host.say("Cap:" + capability.name() + ":" + (on ? 1 : 0));
            }
            case PrinterLine.Echo echo -> host.say("echo:" + echo.text());
            case PrinterLine.Fault fault -> host.say((fault.isHalt() ? "Error:" : "echo:Error:") + fault.text());
            case PrinterLine.Action action -> action(action.text());
            default -> {}
        }
    }

    private void action(String text) {
        if (ACTIONS.contains(text)
                || text.startsWith("prompt_begin ")
                || text.startsWith("prompt_button ")
                || text.startsWith("notification ")) {
            host.say("//action:" + text);
        }
    }
}

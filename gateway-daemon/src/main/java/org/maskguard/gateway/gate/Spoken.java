package org.maskguard.gateway.gate;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.maskguard.gateway.host.HostEnd;
import org.maskguard.gateway.line.PrinterLine;

/// Says to the host what the printer said: by kind, never raw, so that no text of a job becomes protocol.
final class Spoken {

    /// What the gateway answers for itself, whatever the printer can do: ways into the printer that a reader of
    /// lines
    /// could not read are reported as missing, and what the gateway does by itself as there (PEERS, rule 9).
    private static final Map<String, Integer> OWN = Map.of(
            "MEATPACK", 0,
            "BINARY_FILE_TRANSFER", 0,
            "SERIAL_XON_XOFF", 0,
            "AUTOREPORT_POS", 0,
            "AUTOREPORT_SD_STATUS", 0,
            "AUTOREPORT_TEMP", 1,
            "EMERGENCY_PARSER", 1);

    private static final Set<String> ACTIONS =
            Set.of("cancel", "pause", "paused", "resume", "resumed", "prompt_end", "prompt_show", "filament_runout");

    private static final Pattern ENDSTOP =
            Pattern.compile("[a-z_0-9]{1,20}: (TRIGGERED|open)|Reporting endstop status");

    private final HostEnd host;

    Spoken(HostEnd host) {
        this.host = host;
    }

    /// Passes on what the printer said by itself.
    void pass(PrinterLine line) {
        switch (line) {
            case PrinterLine.Echo echo -> host.say("echo:" + echo.text());
            case PrinterLine.Fault fault -> host.say((fault.isHalt() ? "Error:" : "echo:Error:") + fault.text());
            case PrinterLine.Action action -> action(action.text());
            case PrinterLine.Other other when ENDSTOP.matcher(other.text()).matches() -> host.say(other.text());
            default -> {}
        }
    }

    /// One line of the printer's answer to M115, as the gateway gives it.
    void identity(String line) {
        if (!line.startsWith("Cap:")) {
            host.say(line);
            return;
        }
        String name = line.substring(4, line.lastIndexOf(':'));
        Integer own = OWN.get(name);
        host.say(own == null ? line : "Cap:" + name + ":" + own);
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

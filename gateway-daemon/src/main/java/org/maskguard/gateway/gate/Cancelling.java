package org.maskguard.gateway.gate;

import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;

/// Understands a host that gives up a print that the gateway is printing (PEERS C4, E).
///
/// OctoPrint sends M108 and then switches heaters and motors off; Cura and pronsole switch off both heaters.
final class Cancelling {

    private static final long SOON = 10_000_000_000L;

    private long brokenAt = Long.MIN_VALUE / 2;
    private boolean nozzleOff;
    private boolean bedOff;

    void broken(Emergency word, long now) {
        if (word == Emergency.BREAK_WAIT) {
            brokenAt = now;
        }
    }

    /// Whether a line that waits shows that the host has given up.
    boolean isMeant(HostLine line, long now) {
        Command command = line.command;
        boolean zero = command.value('S') == 0;
        boolean nozzle = command.is('M', 104) && zero;
        boolean bed = command.is('M', 140) && zero;
        nozzleOff |= nozzle;
        bedOff |= bed;
        boolean off = nozzle || bed || command.is('M', 84) || command.is('M', 18);
        return off && now - brokenAt < SOON || nozzleOff && bedOff;
    }

    void reset() {
        brokenAt = Long.MIN_VALUE / 2;
        nozzleOff = false;
        bedOff = false;
    }
}

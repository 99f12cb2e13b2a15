package org.maskguard.gateway.gate;

import java.util.List;

/// What the gateway sends before every job, and what is judged before every job.
public final class Preamble {

    /// Units, modes and flow, so that the lines mean at the printer what they meant to the judge; and no
    /// resuming after a loss of power, which would go round the gate.
    public static final List<String> LINES =
            List.of("G21", "G90", "M82", "M220 S100", "M221 S100", "M200 D0", "M413 S0", "G92 E0");

    private Preamble() {}

    /// The lines, each with an LF.
    public static String text() {
        return String.join("\n", LINES) + "\n";
    }
}

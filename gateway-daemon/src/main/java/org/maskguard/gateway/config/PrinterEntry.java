package org.maskguard.gateway.config;

import java.util.List;
import org.maskguard.gateway.gate.GateSettings;

/// One printer, and the hosts' ways to it.
///
/// @param hosts at least one; only one host at a time holds the line
/// @param port where the printer is
/// @param gate what is done with its jobs; its name stands there too
public record PrinterEntry(List<End> hosts, End port, GateSettings gate) {

    public PrinterEntry {
        hosts = List.copyOf(hosts);
    }

    /// Its name.
    public String name() {
        return gate.printer();
    }
}

package org.maskguard.gateway.config;

import java.nio.file.Path;

/// Where a host or a printer is joined to the gateway.
public sealed interface End {

    /// A pseudo-terminal that hosts open as if it were a printer's port. Hosts only, Linux only.
    ///
    /// @param link the symbolic link that leads to it
    record Pty(Path link) implements End {}

    /// A TCP connection: hosts come to it, printers are called at it.
    ///
    /// @param host name or address
    /// @param port 1 to 65535
    record Tcp(String host, int port) implements End {}

    /// A serial port.
    ///
    /// @param port its name, such as `/dev/serial/by-id/…` or `COM3`
    /// @param baud bits a second
    record Serial(String port, int baud) implements End {}

    /// The simulated printer, to try the gateway without one. Printers only.
    ///
    /// @param log gets one line for each command that it carried out
    /// @param hurry how many times faster than a printer it heats and moves
    record Simulated(Path log, double hurry) implements End {}
}

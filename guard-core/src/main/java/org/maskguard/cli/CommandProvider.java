package org.maskguard.cli;

import java.util.List;

/// Brings commands from another module: list the implementation in
/// `META-INF/services/org.maskguard.cli.CommandProvider`.
public interface CommandProvider {

    /// The commands of the module. Cheap: nothing may be loaded before a command is made.
    List<CommandEntry> commands();
}

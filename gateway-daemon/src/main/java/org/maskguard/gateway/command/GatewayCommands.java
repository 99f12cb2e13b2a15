package org.maskguard.gateway.command;

import java.util.List;
import org.maskguard.cli.CommandEntry;
import org.maskguard.cli.CommandProvider;

/// Brings the command `gateway` to the launcher. What stands below it is listed in [GatewayCommand].
public final class GatewayCommands implements CommandProvider {

    @Override
    public List<CommandEntry> commands() {
        return List.of(new CommandEntry("gateway", GatewayCommand::line));
    }
}

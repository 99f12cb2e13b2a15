package org.maskguard.suite;

import java.util.List;
import org.maskguard.cli.CommandEntry;
import org.maskguard.cli.CommandProvider;

/// The commands of this module.
public final class SuiteCommands implements CommandProvider {

    @Override
    public List<CommandEntry> commands() {
        return List.of(new CommandEntry("suite", SuiteCommand::line));
    }
}

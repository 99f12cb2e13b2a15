package org.maskguard.slicer;

import java.util.List;
import org.maskguard.cli.CommandEntry;
import org.maskguard.cli.CommandProvider;
import org.maskguard.slicer.place.UserFolders;

/// The commands of this module.
public final class SlicerCommands implements CommandProvider {

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("slicer", SlicerCommand::line),
                new CommandEntry(
                        "app", terminal -> new AppCommand(terminal, UserFolders.ofProcess(terminal.environment()))));
    }
}

package org.maskguard.slicer;

import java.util.List;
import org.maskguard.cli.CommandEntry;
import org.maskguard.cli.CommandProvider;

/// The commands of this module.
public final class SlicerCommands implements CommandProvider {

    @Override
    public List<CommandEntry> commands() {
        return List.of(new CommandEntry("slicer", SlicerCommand::line));
    }
}

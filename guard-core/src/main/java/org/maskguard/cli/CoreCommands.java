package org.maskguard.cli;

import java.util.List;

/// The commands of this module.
final class CoreCommands implements CommandProvider {

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("scan", terminal -> new ScanCommand(terminal, Judge::open, new PackagedReports())),
                new CommandEntry(
                        "explain", terminal -> new ExplainCommand(terminal, Judge::open, new PackagedReports())),
                new CommandEntry("train", TrainCommand::new),
                new CommandEntry("evaluate", EvaluateCommand::new),
                new CommandEntry("key", KeyCommand::line),
                new CommandEntry("permit", PermitCommand::line),
                new CommandEntry(
                        "appeal", terminal -> AppealCommand.line(terminal, Judge::open, new PackagedReports())),
                new CommandEntry("version", terminal -> new VersionCommand(terminal, Judge::open)));
    }
}

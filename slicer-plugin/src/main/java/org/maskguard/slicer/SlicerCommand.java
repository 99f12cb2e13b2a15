package org.maskguard.slicer;

import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.slicer.place.UserFolders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands before the commands about slicers.
@Command(
        name = "slicer",
        header = "Puts the guard into slicers.",
        description = {
            "",
            "'install' finds the slicers of this user and makes them ask Maskguard before they export; 'uninstall' takes"
                    + " that back; 'status' tells how things stand. 'check' is what the slicers then call.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard slicer install",
            "      from now on exports are judged first",
            "  maskguard slicer status",
            "      lists the slicers found, and which of their presets are guarded"
        })
final class SlicerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        UserFolders folders = UserFolders.ofProcess(terminal.environment());
        return new CommandLine(new SlicerCommand())
                .addSubcommand(new InstallCommand(terminal, folders))
                .addSubcommand(new UninstallCommand(terminal, folders))
                .addSubcommand(new StatusCommand(terminal, folders))
                .addSubcommand(new CheckCommand(terminal, folders));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}

package org.maskguard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands before the commands.
@Command(
        name = "maskguard",
        header = "Refuses to print wearable life-size human face masks, by shape alone.",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard scan face.stl",
            "      judges a file; ends with 0 (not refused), 1 (refused), 2 (unreadable) or 3 (our fault)",
            "  maskguard scan --help",
            "      explains a command, with examples"
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}

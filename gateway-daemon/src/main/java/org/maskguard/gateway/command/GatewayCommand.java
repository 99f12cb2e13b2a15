package org.maskguard.gateway.command;

import java.util.List;
import java.util.function.Function;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands before the gateway's commands.
@Command(
        name = "gateway",
        header = "Keeps face masks off the wire to printers.",
        description = {
            "",
            "A daemon between hosts and printers: to the host it is a printer, to the printer it is a host. Jobs are"
                    + " judged before they are sent on.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway check gateway.toml",
            "      reads a configuration and says everything that is wrong with it",
            "  maskguard gateway audit /var/lib/maskguard",
            "      verifies the log of what the gateway did, from its first row"
        })
final class GatewayCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new GatewayCommand());
        commands().forEach(command -> line.addSubcommand(command.apply(terminal)));
        return line;
    }

    /// The commands below, in the order in which help lists them.
    private static List<Function<Terminal, Object>> commands() {
        return List.of();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}

package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.cli.Visible;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.InvalidConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the gateway until it is told to stop.
@Command(
        name = "run",
        header = "Runs the gateway until it is told to stop.",
        description = {
            "",
            "Every printer comes up closed: until the guard has refused the reference mask and the printer has said"
                    + " that it is what was commissioned. SIGTERM or Ctrl-C stop it in order: prints are stopped, and"
                    + " the printers made safe.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway run",
            "      runs what /etc/maskguard/gateway.toml says",
            "  maskguard gateway run --config gateway.toml",
            "      runs what gateway.toml says"
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; /etc/maskguard/gateway.toml by default.")
    private Path file = Configuration.USUAL_FILE;

    @Mixin
    HelpOption help;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration;
        try {
            configuration = Configuration.read(file);
        } catch (InvalidConfiguration e) {
            e.problems().forEach(problem -> terminal.say(Visible.text(file + ":" + problem)));
            return ExitStatus.UNREADABLE.code();
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(file, e));
        }
        try {
            new Running(terminal, configuration).await();
            return ExitStatus.CLEAN.code();
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(file, e));
        }
    }
}

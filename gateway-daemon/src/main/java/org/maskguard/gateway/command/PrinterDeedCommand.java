package org.maskguard.gateway.command;

import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has the running gateway told something about a printer; exit status 2 where it cannot be done.
abstract class PrinterDeedCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final String path;

    @Parameters(paramLabel = "PRINTER", description = "The printer's name in the configuration.")
    private String printer;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    HelpOption help;

    /// @param path where the printer's name is to be put in
    PrinterDeedCommand(Terminal terminal, String path) {
        this.terminal = terminal;
        this.path = path;
    }

    @Override
    public Integer call() {
        terminal.print(Visible.text(config.gateway().post(path.formatted(RunningGateway.part(printer)), "")));
        return ExitStatus.CLEAN.code();
    }
}

package org.maskguard.gateway.command;

import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has something done to a job by the running gateway; exit status 2 where it cannot be done.
abstract class DeedCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final String path;

    @Parameters(paramLabel = "ID", description = "The job, as 'maskguard gateway jobs' lists it.")
    private String job;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    HelpOption help;

    /// @param path where the job's identifier is to be put in
    DeedCommand(Terminal terminal, String path) {
        this.terminal = terminal;
        this.path = path;
    }

    @Override
    public Integer call() {
        RunningGateway gateway = config.gateway();
        before(gateway);
        terminal.print(Visible.text(gateway.post(path.formatted(RunningGateway.part(job)), "")));
        return ExitStatus.CLEAN.code();
    }

    /// What is done first.
    void before(RunningGateway gateway) {
        // Nothing, for most.
    }
}

package org.maskguard.gateway.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.cli.Visible;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.InvalidConfiguration;
import org.maskguard.gateway.daemon.Daemon;
import org.maskguard.gateway.daemon.PrinterStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The gateway before a simulated printer.
@Command(
        name = "demo",
        header = "Runs the gateway before a simulated printer, to try it without one.",
        description = {
            "",
            "Hosts connect to the pseudo-terminal DIR/host as they would to a printer's serial port. What the printer"
                    + " carried out stands in DIR/printer.log, one line for each command. Configuration, store and"
                    + " spool lie beside them. 'ready' is printed when a host may connect; Ctrl-C ends it. Linux"
                    + " only.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway demo",
            "      runs in the folder maskguard-demo",
            "  printcore -b 115200 maskguard-demo/host job.gcode",
            "      prints a job through it with Printrun, from another terminal"
        })
final class DemoCommand implements Callable<Integer> {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private static final String CONFIGURATION = """
            # The demonstration's configuration. 'maskguard gateway check --example' prints all keys and what they mean.
            folder = "."

            [http]
            address = "127.0.0.1:0"

            [[printer]]
            name = "demo"
            host = [{ pty = "host" }]
            port = { simulated = true, log = "printer.log", hurry = %s }
            safe.highest_mm = 200
            """;

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder; maskguard-demo by default.")
    private Path folder = Path.of("maskguard-demo");

    @Option(
            names = "--hurry",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many times faster than a printer it heats and moves; 60 by default.")
    private int hurry;

    @Mixin
    HelpOption help;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (hurry < 1 || hurry > 10_000) {
            throw new UsageMistake("--hurry must be from 1 to 10000");
        }
        try {
            Path file = Files.createDirectories(folder).resolve("gateway.toml");
            Files.writeString(file, CONFIGURATION.formatted(hurry));
            Running running = new Running(terminal, Configuration.read(file));
            awaitReady(running.daemon());
            terminal.print("ready");
            terminal.print("host:    " + Visible.text(folder.resolve("host").toString()));
            terminal.print(
                    "printer: " + Visible.text(folder.resolve("printer.log").toString()));
            running.await();
            return ExitStatus.CLEAN.code();
        } catch (InvalidConfiguration e) {
            throw new IllegalStateException("the demonstration's configuration is wrong", e);
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(folder, e));
        }
    }

    /// Accepts the simulated printer as it is, and waits until it is open.
    private void awaitReady(Daemon daemon) {
        PrinterStatus printer = daemon.printers().getFirst();
        String accepted = "";
        while (!printer.closed().isEmpty()) {
            if (!printer.machine().equals(accepted)) {
                accepted = printer.machine();
                daemon.commission(printer.name());
            }
            sleep();
            printer = daemon.printers().getFirst();
        }
        while (!Files.exists(folder.resolve("host"))) {
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("it was interrupted", e));
        }
    }
}

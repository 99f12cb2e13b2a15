package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Path;
import org.maskguard.cli.UsageMistake;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.InvalidConfiguration;
import picocli.CommandLine.Option;

/// The option `--config`, for every command about a gateway that runs.
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The gateway's configuration; /etc/maskguard/gateway.toml by default.")
    private Path file = Configuration.USUAL_FILE;

    /// The gateway that runs with this configuration.
    RunningGateway gateway() {
        try {
            return RunningGateway.of(file, Configuration.read(file));
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(file, e));
        } catch (InvalidConfiguration e) {
            throw new UsageMistake(
                    file + ":" + e.problems().getFirst() + "; see 'maskguard gateway check " + file + "'");
        }
    }
}

package org.maskguard.cli;

import picocli.CommandLine.Option;

/// The options `-h` and `--help`, for every command.
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean asked;
}

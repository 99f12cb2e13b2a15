package org.maskguard.gateway.command;

import org.maskguard.cli.Terminal;
import picocli.CommandLine.Command;

/// Declares a printer's bed clear.
@Command(
        name = "clear-bed",
        header = "Declares a printer's bed clear.",
        description = {
            "",
            "Jobs are judged together with what earlier ones left on the bed: a mask may be printed in two halves. Look,"
                    + " take everything off, and say so by this command.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway clear-bed p1",
            "      nothing lies on p1's bed",
            "  maskguard gateway clear-bed --config maskguard-demo/gateway.toml demo",
            "      the same for the demonstration's"
        })
final class ClearBedCommand extends PrinterDeedCommand {

    ClearBedCommand(Terminal terminal) {
        super(terminal, "/api/printers/%s/clear-bed");
    }
}

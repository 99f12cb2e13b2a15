package org.maskguard.gateway.command;

import org.maskguard.cli.Terminal;
import picocli.CommandLine.Command;

/// Accepts a printer as it says that it is.
@Command(
        name = "commission",
        header = "Accepts a printer as it says that it is now.",
        description = {
            "",
            "What a printer makes of a job depends on its steps, offsets and firmware. Whenever it is connected it must"
                    + " say the same as when it was commissioned; else it stays closed until somebody has looked and"
                    + " accepts the change by this command. 'maskguard gateway printers' says what is different.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway commission p1",
            "      accepts the printer p1",
            "  maskguard gateway commission --config maskguard-demo/gateway.toml demo",
            "      accepts the demonstration's"
        })
final class CommissionCommand extends PrinterDeedCommand {

    CommissionCommand(Terminal terminal) {
        super(terminal, "/api/printers/%s/commission");
    }
}

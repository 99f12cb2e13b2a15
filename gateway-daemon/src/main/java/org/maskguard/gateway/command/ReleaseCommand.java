package org.maskguard.gateway.command;

import org.maskguard.cli.Terminal;
import picocli.CommandLine.Command;

/// Starts a job that waits for an operator, or did not come to its end.
@Command(
        name = "release",
        header = "Starts a job that waits for an operator, from its beginning.",
        description = {
            "",
            "A job that was held back for a warning is printed then. One that is incomplete, interrupted or cancelled is"
                    + " judged anew with what lies on the bed, and printed where it passes; after an interrupted print"
                    + " the bed must have been declared clear first.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway release 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
            "      starts this job",
            "  maskguard gateway release --config maskguard-demo/gateway.toml 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
            "      the same in the demonstration"
        })
final class ReleaseCommand extends DeedCommand {

    ReleaseCommand(Terminal terminal) {
        super(terminal, "/api/jobs/%s/release");
    }
}

package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts a job that waits for an operator, or did not come to its end.
@Command(
        name = "release",
        header = "Starts a job that waits for an operator, from its beginning.",
        description = {
            "",
            "A job that was held back for a warning is printed then. One that is incomplete, interrupted, cancelled or"
                    + " refused is judged anew with what lies on the bed, and printed where it passes or is permitted;"
                    + " after an interrupted print the bed must have been declared clear first.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway release 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
            "      starts this job",
            "  maskguard gateway release --permit theatre.permit 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
            "      hands in a permit and starts the refused job that it is for"
        })
final class ReleaseCommand extends DeedCommand {

    @Option(
            names = "--permit",
            paramLabel = "FILE",
            description = "Hand in this permit first: it lets the job through though it is refused.")
    private Path permit;

    ReleaseCommand(Terminal terminal) {
        super(terminal, "/api/jobs/%s/release");
    }

    @Override
    void before(RunningGateway gateway) {
        if (permit != null) {
            try {
                gateway.post("/api/permits", Files.readString(permit));
            } catch (IOException e) {
                throw new UsageMistake(FileFault.why(permit, e));
            }
        }
    }
}

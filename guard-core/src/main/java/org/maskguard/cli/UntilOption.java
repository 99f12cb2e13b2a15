package org.maskguard.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/// The option `--until`, for everything that holds for a time.
final class UntilOption {

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Until when it holds: an instant such as 2026-12-31T18:00:00Z, or a day, to its end in UTC;"
                    + " 7 days from now by default.")
    private String until;

    /// The instant from which on it does not hold any more.
    Instant instant(Instant now) {
        if (until == null) {
            return now.plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        }
        Instant instant = read();
        if (!instant.isAfter(now)) {
            throw new UsageMistake("--until " + until + " is over already");
        }
        return instant;
    }

    private Instant read() {
        try {
            return until.contains("T")
                    ? Instant.parse(until)
                    : LocalDate.parse(until)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new UsageMistake(
                    "--until wants an instant such as 2026-12-31T18:00:00Z, or a day such as 2026-12-31");
        }
    }
}

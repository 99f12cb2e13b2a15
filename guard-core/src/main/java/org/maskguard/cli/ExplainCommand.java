package org.maskguard.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.maskguard.classify.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Judges one file and says at length why.
@Command(
        name = "explain",
        header = "Judges one file and says at length why.",
        description = {
            "",
            "Gives the same verdict and exit status as 'scan', as sentences: what was found, where it lies in the file,"
                    + " whether a head fits behind it, and every distance that was measured beside that of living"
                    + " adults. 'sd' counts how many standard deviations lie between the two: beyond 3, hardly any"
                    + " person measures so.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard explain face.stl",
            "      why face.stl was refused, or was not",
            "  maskguard explain --policy strict.toml plate.3mf",
            "      the same under another policy"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<Policy, Judge> judges;
    private final Reports reports;

    @Parameters(paramLabel = "FILE", description = "One model or print job; '-' reads standard input.")
    private String file;

    @Mixin
    private PolicyOption policy;

    @Mixin
    HelpOption help;

    ExplainCommand(Terminal terminal, Function<Policy, Judge> judges, Reports reports) {
        this.terminal = terminal;
        this.judges = judges;
        this.reports = reports;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Target> target = Targets.of(List.of(file), false);
        Bench bench = new Bench(terminal, judges.apply(policy.policy()), reports, null);
        return new Scan(
                        terminal,
                        bench,
                        verdict -> String.join("\n", Explanation.of(verdict, terminal.colour())),
                        false)
                .run(target, 1, false)
                .code();
    }
}

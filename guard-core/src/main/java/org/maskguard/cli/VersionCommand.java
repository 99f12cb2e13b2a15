package org.maskguard.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which guard this is.
@Command(
        name = "version",
        header = "Says which guard, model and Java this is.",
        description = {
            "",
            "The same bytes judged by the same guard and model give the same verdict everywhere: put these lines beside"
                    + " a verdict that you want somebody else to repeat.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard version",
            "      three lines: guard, SHA-256 of the model, Java",
            "  maskguard version --json",
            "      the same as one JSON object"
        })
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<Policy, Judge> judges;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    @Mixin
    HelpOption help;

    VersionCommand(Terminal terminal, Function<Policy, Judge> judges) {
        this.terminal = terminal;
        this.judges = judges;
    }

    @Override
    public Integer call() {
        Verdict.GuardVersion guard = judges.apply(Policy.DEFAULT).version();
        String java = System.getProperty("java.runtime.version");
        if (json) {
            terminal.print("{\"schema\":1,\"version\":\"%s\",\"model\":\"%s\",\"java\":\"%s\"}"
                    .formatted(guard.version(), guard.model(), java));
        } else {
            terminal.print("maskguard " + guard.version());
            terminal.print("model     " + guard.model());
            terminal.print("java      " + java);
        }
        return ExitStatus.CLEAN.code();
    }
}

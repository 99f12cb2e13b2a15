package org.maskguard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Judges files.
@Command(
        name = "scan",
        header = "Judges models and print jobs.",
        description = {
            "",
            "Says of every file whether it holds a life-size human face that could be worn or cast, by its shape alone:"
                    + " names, comments and thumbnails have no say. One line a file, in the order of the arguments:"
                    + " verdict, category, score from 0 to 1, name, and the first reason.",
            "",
            "  pass        nothing of the kind",
            "  warn        a life-size face, but not wearable as it is, or a borderline one",
            "  refuse      a wearable life-size face mask, or a mould of one",
            "  unreadable  cannot be judged; the line says why and where",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing was refused",
            "1:something was refused",
            "2:something could not be read, or the command line is wrong",
            "3:a fault of Maskguard's own"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard scan face.stl",
            "      judges one file",
            "  maskguard scan --recursive --json models/ | jq -r 'select(.verdict==\"refuse\").file'",
            "      lists what is refused in a folder and the folders in it"
        })
final class ScanCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<Policy, Judge> judges;
    private final Reports reports;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "STL, 3MF, OBJ, PLY or G-code, known by its content; '-' reads standard input.")
    private List<String> files;

    @Option(names = "--json", description = "Print one JSON object a line instead.")
    private boolean json;

    @Option(
            names = {"-r", "--recursive"},
            description = "Search folders for files whose names end as models and print jobs do.")
    private boolean recursive;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write a page with pictures for every file into this folder.")
    private Path report;

    @Mixin
    private PolicyOption policy;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            description = "'warn': end with 1 for warnings too. 'refuse' is the default.")
    private FailOn failOn = FailOn.refuse;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Judge this many files at once at most. As many as there are processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    HelpOption help;

    ScanCommand(Terminal terminal, Function<Policy, Judge> judges, Reports reports) {
        this.terminal = terminal;
        this.judges = judges;
        this.reports = reports;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw new UsageMistake("'--threads' must be at least 1");
        }
        List<Target> targets = Targets.of(files, recursive);
        Judge judge = judges.apply(policy.policy());
        Bench bench = new Bench(terminal, judge, reports, ReportFolder.open(report));
        Scan scan = new Scan(terminal, bench, json ? reports::json : this::line, failOn == FailOn.warn);
        return scan.run(targets, threads, !json).code();
    }

    private String line(Verdict verdict) {
        return VerdictLine.of(verdict, terminal.colour());
    }

    /// Named as they are written on the command line.
    enum FailOn {
        refuse,
        warn
    }
}

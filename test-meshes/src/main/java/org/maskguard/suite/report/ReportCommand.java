package org.maskguard.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.bench.Catalogue;
import org.maskguard.suite.bench.GenerateCommand;
import org.maskguard.suite.bench.SuiteFolder;
import org.maskguard.suite.run.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the report of a run anew.
@Command(
        name = "report",
        header = "Writes the report of a run anew, from its logs.",
        description = {
            "",
            "'run' writes the report when it is done. This does so from the logs alone: of a run that is still under way,"
                    + " or after this program has changed.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite report --out maskguard-suite",
            "      writes report.html and the rest from the logs in that folder",
            "  maskguard suite report --suite mine --out maskguard-suite",
            "      the same for a run over the files of the folder 'mine'"
        })
public final class ReportCommand implements Callable<Integer> {

    private static final Pattern GENERATED = Pattern.compile("seed (-?\\d+), level (\\w+)");

    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder that 'run' wrote to.")
    private Path out;

    @Option(
            names = "--suite",
            paramLabel = "DIR",
            description = "The folder with the files, where they were not generated.")
    private Path suite;

    @Option(names = "--sign", paramLabel = "KEY", description = "Sign the manifest with this key; that in --out else.")
    private Path key;

    @Mixin
    HelpOption help;

    public ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            List<Path> files = logs();
            List<Case> cases = suite == null ? generated(files.getFirst()) : new SuiteFolder(suite).cases();
            List<RunLog> logs = new ArrayList<>();
            for (Path file : files) {
                logs.add(RunLog.read(file, cases));
            }
            new Reports(out, cases, logs).write(key).forEach(terminal::print);
        } catch (IOException e) {
            throw new UsageMistake(out + ": " + e.getMessage());
        }
        return ExitStatus.CLEAN.code();
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            List<Path> logs = files.filter(f -> f.getFileName().toString().matches("guard-\\d+[.]jsonl"))
                    .sorted()
                    .toList();
            if (logs.isEmpty()) {
                throw new UsageMistake(out + ": there is no log of a run in this folder");
            }
            return logs;
        }
    }

    private static List<Case> generated(Path log) throws IOException {
        Matcher which = GENERATED.matcher(RunLog.read(log, List.of()).header().suite());
        if (!which.matches()) {
            throw new UsageMistake("--suite: this run was over a folder; name it");
        }
        return Catalogue.of(Long.parseLong(which.group(1)), GenerateCommand.levelNamed(which.group(2)));
    }
}

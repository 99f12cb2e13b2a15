package org.maskguard.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Progress;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.bench.Catalogue;
import org.maskguard.suite.bench.GenerateCommand;
import org.maskguard.suite.bench.Streamed;
import org.maskguard.suite.bench.SuiteFolder;
import org.maskguard.suite.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges a suite with a guard and reports.
@Command(
        name = "run",
        header = "Measures a guard with the reference suite.",
        description = {
            "",
            "Makes each file of the suite, has it judged, and takes it away again; then writes a report: 'report.html'"
                    + " with pictures, 'report.json', 'results.csv', 'junit.xml' and a signed 'manifest.json'. A run that"
                    + " was broken off goes on where it stopped.",
            "",
            "A guard is a command with '{file}' in it. Its exit status counts (0 passed, 1 refused, 2 unreadable), or a"
                    + " line of its output that is a JSON object with 'verdict' (pass, warn, refuse, unreadable), and"
                    + " 'category' and 'score' where it has them. 'own' is this program's guard; 'name' and 'd2' are two"
                    + " baselines. Without --guard all three are run.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite run",
            "      the core level with our guard and two baselines, into 'maskguard-suite'",
            "  maskguard suite run --level full --seed 7 --guard 'guard --json {file}' --out theirs",
            "      another guard, with some 16,000 files"
        })
public final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--guard",
            paramLabel = "COMMAND",
            description = "A command with {file}, or own, name, d2; may be repeated.")
    private List<String> guards = List.of();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Draw the suite with this seed (1).")
    private long seed;

    @Option(names = "--level", paramLabel = "core|full", defaultValue = "core", description = "How large it is (core).")
    private String level;

    @Option(
            names = "--suite",
            paramLabel = "DIR",
            description = "Take the files of this folder and its manifest.csv instead.")
    private Path suite;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "maskguard-suite",
            description = "Write logs and report here.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "So many files at once (as many as processors).")
    private Integer threads;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "Stop a command after this (120).")
    private long timeLimit;

    @Option(
            names = "--memory-limit",
            paramLabel = "MB",
            defaultValue = "0",
            description = "Stop a command that takes more; Linux.")
    private long memoryLimit;

    @Option(
            names = "--sign",
            paramLabel = "KEY",
            description = "Sign the manifest with this key; a new one is made in --out else.")
    private Path key;

    @Option(names = "--fresh", description = "Forget what an earlier run left in --out.")
    private boolean fresh;

    @Mixin
    HelpOption help;

    public RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Case> cases = cases();
        String name = suite == null
                ? "seed " + seed + ", level " + level.toLowerCase(Locale.ROOT)
                : "folder " + suite.getFileName();
        List<String> wanted = guards.isEmpty() ? List.of("own", "name", "d2") : guards;
        List<Candidate> candidates = wanted.stream().map(this::candidate).toList();
        try {
            Files.createDirectories(out);
            List<RunLog> logs = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                logs.add(run(candidates.get(i), out.resolve("guard-" + (i + 1) + ".jsonl"), name, cases));
            }
            new Reports(out, cases, logs).write(key).forEach(terminal::print);
        } catch (IOException e) {
            throw new UsageMistake(out + ": " + e.getMessage());
        }
        return ExitStatus.CLEAN.code();
    }

    private List<Case> cases() {
        if (suite == null) {
            return Catalogue.of(seed, GenerateCommand.levelNamed(level));
        }
        try {
            return new SuiteFolder(suite).cases();
        } catch (IOException e) {
            throw new UsageMistake(suite.resolve("manifest.csv") + ": " + e.getMessage());
        }
    }

    private Candidate candidate(String guard) {
        return switch (guard) {
            case "own" -> new OwnGuard();
            case "name" -> new NameAndSize();
            case "d2" -> ShapeDistribution.trained(seed + 1_000_003);
            default -> {
                if (!guard.contains("{file}")) {
                    throw new UsageMistake("--guard: '" + guard + "' has no {file} in it");
                }
                yield new CommandGuard(guard, Duration.ofSeconds(timeLimit), memoryLimit);
            }
        };
    }

    private RunLog run(Candidate guard, Path file, String suiteName, List<Case> cases) throws IOException {
        if (fresh) {
            Files.deleteIfExists(file);
        }
        RunLog log = RunLog.open(file, new RunLog.Header(suiteName, guard.name(), guard.version()), cases);
        List<Case> left =
                cases.stream().filter(one -> !log.has(one.entry().id())).toList();
        Path scratch = Files.createTempDirectory("maskguard-suite");
        int n = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (Progress progress = new Progress(terminal, "files", left.size(), left.size())) {
            Streamed.over(left, n, one -> {
                log.add(judged(guard, one, scratch));
                progress.done(1);
            });
        } finally {
            Files.deleteIfExists(scratch);
        }
        return log;
    }

    private static Result judged(Candidate guard, Case one, Path scratch) throws IOException {
        byte[] bytes = one.bytes();
        // The last part of the name only: a manifest may name folders.
        Path folder = Files.createTempDirectory(scratch, "case");
        Path file = folder.resolve(Path.of(one.entry().file()).getFileName().toString());
        try {
            Files.write(file, bytes);
            String sha256 = GenerateCommand.sha256(bytes);
            Answer answer = guard.judge(file);
            // Every sixteenth file twice: the same bytes must get the same verdict.
            if (sha256.charAt(0) == '0' && !guard.judge(file).verdict().equals(answer.verdict())) {
                answer = Answer.failed(answer.ms(), answer.peakMb(), "another verdict the second time");
            }
            return new Result(one.entry(), answer, sha256, bytes.length);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}

package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.train.Attempts;
import org.maskguard.train.AttemptsPage;
import org.maskguard.train.Evaluation;
import org.maskguard.train.EvaluationText;
import org.maskguard.train.HeldOut;
import org.maskguard.train.HeldOutPage;
import org.maskguard.train.Judgements;
import org.maskguard.train.Manifest;
import org.maskguard.train.example.Example;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges labelled files and counts what was right.
@Command(
        name = "evaluate",
        header = "Judges labelled files and counts what was right.",
        description = {
            "",
            "The manifest is a CSV file with the columns 'file' (below the manifest's folder) and 'label'; the labels"
                    + " and the verdicts that are right for them stand in docs/model-card.md. 'person' or 'family', where"
                    + " there is such a column, is the independent unit. Rates come with two exact 95 %% intervals: over"
                    + " files, and over persons or families, of which one counts when any of its files does.",
            "",
            "With '--held-out' the model that ships judges what no training has seen: masks of the heads with 'train' ="
                    + " no and of people drawn anew, and the files with 'train' = no. It prints a Markdown page. It is to"
                    + " be run once, at the end; each run is counted in docs/model-card.md.",
            "",
            "With '--attempts' it is tried what the threat model lists as M01 to M25: turned, cut up, boxed in, made of"
                    + " wires and so on, each on the same people. It prints a Markdown page.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard evaluate --manifest parts/manifest.csv --by label --by repo",
            "      confusion table, ROC AUC, misses and false refusals; once more by label and repository",
            "  maskguard evaluate --held-out ../shared/data > held-out.md",
            "      the final measurement; an hour or so on two cores",
            "  maskguard evaluate --attempts ../shared/data > attempts.md",
            "      how each attempt goes; a quarter of an hour on two cores"
        })
final class EvaluateCommand implements Callable<Integer> {

    /// People of each parametric face whom attempts are made with, besides the real heads.
    private static final int DRAWN = 6;

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private What what;

    /// One of the three.
    private static final class What {

        @Option(
                names = "--manifest",
                required = true,
                paramLabel = "FILE",
                description = "CSV file that lists the files.")
        private Path manifest;

        @Option(
                names = "--held-out",
                required = true,
                paramLabel = "DIR",
                description = "Folder with 'param', 'faces' and 'benign': opens the rows that are kept back there.")
        private Path heldOut;

        @Option(
                names = "--attempts",
                required = true,
                paramLabel = "DIR",
                description = "Folder with 'param' and 'faces': tries every attempt of the threat model.")
        private Path attempts;
    }

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Count once more for each value of this column.")
    private List<String> by = new ArrayList<>();

    @Mixin
    private PolicyOption policy;

    @Mixin
    HelpOption help;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (what.attempts != null) {
            return attempts();
        }
        return what.heldOut != null ? heldOut() : files();
    }

    private int files() {
        Manifest read = manifest();
        for (String column : by) {
            if (!read.columns().contains(column)) {
                throw new UsageMistake("%s has no column '%s'".formatted(what.manifest, column));
            }
        }
        Judgements judged;
        try (Progress progress =
                new Progress(terminal, "files", read.rows().size(), read.rows().size())) {
            judged = Evaluation.judge(Guard.open(policy.policy()), read, () -> progress.done(1));
        }
        EvaluationText text = new EvaluationText(judged, by);
        terminal.print(json ? text.json() : text.tables());
        return ExitStatus.CLEAN.code();
    }

    private int attempts() throws IOException {
        demandShippedPolicy("--attempts");
        if (json || !by.isEmpty()) {
            throw new UsageMistake("'--attempts' prints a page; leave '--json' and '--by' away");
        }
        demandFolders(what.attempts, List.of("param", "faces"));
        Attempts attempts = Attempts.open(what.attempts, DRAWN);
        Guard guard = Guard.open(Policy.DEFAULT);
        List<Attempts.Tried> tried;
        try (Progress progress = new Progress(terminal, "attempts", attempts.size(), attempts.size())) {
            tried = attempts.judge(guard, () -> progress.done(1));
        }
        terminal.print(new AttemptsPage(tried, guard.version()).text().stripTrailing());
        return ExitStatus.CLEAN.code();
    }

    private int heldOut() throws IOException {
        demandShippedPolicy("--held-out");
        for (String column : by) {
            if (!json || !HeldOut.COLUMNS.contains(column)) {
                throw new UsageMistake("'--held-out' counts by '%s' with '--json' alone"
                        .formatted(String.join("', '", HeldOut.COLUMNS)));
            }
        }
        demandFolders(what.heldOut, List.of("param", "faces", "benign"));
        HeldOut measurement = HeldOut.open(what.heldOut);
        List<Example> examples = measurement.examples();
        terminal.say("Opening what was kept back: count this run in docs/model-card.md");
        Guard guard = Guard.open(Policy.DEFAULT);
        Judgements judged;
        try (Progress progress = new Progress(terminal, "examples", examples.size(), examples.size())) {
            judged = measurement.judge(guard, examples, () -> progress.done(1));
        }
        terminal.print(
                json
                        ? new EvaluationText(judged, by).json()
                        : new HeldOutPage(judged, guard.version()).text().stripTrailing());
        return ExitStatus.CLEAN.code();
    }

    private void demandShippedPolicy(String option) {
        if (!policy.policy().equals(Policy.DEFAULT)) {
            throw new UsageMistake("'%s' measures the policy that ships; leave '--policy' away".formatted(option));
        }
    }

    private static void demandFolders(Path data, List<String> parts) {
        for (String part : parts) {
            if (!Files.isDirectory(data.resolve(part))) {
                throw new UsageMistake("%s: there is no folder '%s' in it".formatted(data, part));
            }
        }
    }

    private Manifest manifest() {
        try {
            return Manifest.read(what.manifest);
        } catch (NoSuchFileException e) {
            throw new UsageMistake("%s: there is no such manifest".formatted(what.manifest));
        } catch (IOException e) {
            throw new UsageMistake("%s: %s".formatted(what.manifest, e.getMessage()));
        }
    }
}

package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.maskguard.Guard;
import org.maskguard.train.Evaluation;
import org.maskguard.train.EvaluationText;
import org.maskguard.train.Judgements;
import org.maskguard.train.Manifest;
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
                    + " there is such a column, is the independent unit. Rates come with two exact 95 % intervals: over"
                    + " files, and over persons or families, of which one counts when any of its files does.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard evaluate --manifest parts/manifest.csv",
            "      confusion table, ROC AUC, misses and false refusals",
            "  maskguard evaluate --manifest parts/manifest.csv --by label --by repo",
            "      the same once more for each label and for each repository"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--manifest", required = true, paramLabel = "FILE", description = "CSV file that lists the files.")
    private Path manifest;

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
    public Integer call() {
        Manifest read = manifest();
        for (String column : by) {
            if (!read.columns().contains(column)) {
                throw new UsageMistake("%s has no column '%s'".formatted(manifest, column));
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

    private Manifest manifest() {
        try {
            return Manifest.read(manifest);
        } catch (NoSuchFileException e) {
            throw new UsageMistake("%s: there is no such manifest".formatted(manifest));
        } catch (IOException e) {
            throw new UsageMistake("%s: %s".formatted(manifest, e.getMessage()));
        }
    }
}

package org.maskguard.suite.slicing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Progress;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.train.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges sliced meshes and their jobs, and says how the verdicts agree.
@Command(
        name = "agree",
        header = "Judges sliced meshes and their jobs, and says how the verdicts agree.",
        description = {
            "",
            "Takes the manifest of 'suite slice'. Rates come with two exact 95 %% intervals: over jobs, and over persons"
                    + " or families, of which one counts when any of its jobs does. Landmarks are compared where the"
                    + " manifest says that the mesh lies in the job, and once more after the best shift. Jobs of which"
                    + " the slicer dropped more than a fifth are listed and left out.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite agree --manifest jobs/manifest.csv",
            "      masks refused, benign refused, agreement, landmarks",
            "  maskguard suite agree --manifest jobs/manifest.csv --by slicer --by orientation --rows said.csv",
            "      the same by slicer and by orientation, and every verdict in a file"
        })
public final class AgreeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--manifest", required = true, paramLabel = "FILE", description = "CSV file that lists the jobs.")
    private Path manifest;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Count once more for each value of this column.")
    private List<String> by = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "FILE", description = "Write both verdicts of every job into this CSV file.")
    private Path rows;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Jobs at once; 2 by default.")
    private int threads;

    @Mixin
    HelpOption help;

    /// @param terminal where it prints
    public AgreeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Manifest read = manifest();
        for (String column : by) {
            if (!read.columns().contains(column)) {
                throw new UsageMistake("%s has no column '%s'".formatted(manifest, column));
            }
        }
        List<Outcome> outcomes = judge(read);
        if (rows != null) {
            write(outcomes);
        }
        terminal.print(new AgreementText(outcomes, by).tables());
        return ExitStatus.CLEAN.code();
    }

    private Manifest manifest() {
        try {
            Manifest read = Manifest.read(manifest);
            if (!read.columns().contains("mesh")) {
                throw new UsageMistake("%s has no column 'mesh'".formatted(manifest));
            }
            return read;
        } catch (IOException e) {
            throw new UsageMistake("%s: it cannot be read, or is no manifest".formatted(manifest));
        }
    }

    private List<Outcome> judge(Manifest read) throws IOException, InterruptedException {
        Guard guard = Guard.open(Policy.DEFAULT);
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("judge-", 1).factory());
        try (Progress progress =
                new Progress(terminal, "jobs", read.rows().size(), read.rows().size())) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (Manifest.Row row : read.rows()) {
                running.add(pool.submit(() -> {
                    Path folder = read.folder();
                    Outcome outcome = Outcome.of(
                            row.columns(),
                            row.unit(),
                            guard.judge(folder.resolve(row.columns().get("mesh"))),
                            guard.judge(folder.resolve(row.file())));
                    progress.done(1);
                    return outcome;
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void write(List<Outcome> outcomes) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(rows)) {
            csv.writeRecord(
                    "name",
                    "mesh",
                    "mesh_category",
                    "mesh_score",
                    "job",
                    "job_category",
                    "job_score",
                    "job_fault",
                    "job_ms",
                    "landmarks_mm",
                    "landmarks_shifted_mm");
            for (Outcome o : outcomes) {
                csv.writeRecord(
                        o.column("name"),
                        o.mesh().ruling().word(),
                        o.mesh().category().word(),
                        number(o.mesh().score()),
                        o.job().ruling().word(),
                        o.job().category().word(),
                        number(o.job().score()),
                        o.job().fault(),
                        Long.toString(o.job().millis()),
                        number(o.placed()),
                        number(o.shifted()));
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}

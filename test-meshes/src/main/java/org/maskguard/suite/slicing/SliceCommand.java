package org.maskguard.suite.slicing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Progress;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Slices masks and benign files with the slicers that are installed.
@Command(
        name = "slice",
        header = "Slices masks and benign files with the slicers that are installed.",
        description = {
            "",
            "Masks are made of the people among the data, benign files are taken as found and at the size of a face"
                    + " (second extent 110, 150, 200 mm). Each is turned one of four ways, set on a flat bottom and"
                    + " sliced with settings that vary: layers of 0.1 to 0.3 mm, walls, infill, supports, relative E,"
                    + " arcs, vase mode. What may not be trained on is not opened.",
            "",
            "Writes the jobs, the meshes as they were sliced, and 'manifest.csv', with the share of each object that the"
                    + " slicer kept. Called again, it goes on where it stopped. PrusaSlicer, Slic3r and CuraEngine are"
                    + " used where they are found.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite slice --data ../shared/data --out jobs",
            "      320 jobs of masks, 48 more of masks on supports, 160 of benign files as found,",
            "      160 of a face's size",
            "  maskguard suite slice --data ../shared/data --out few --masks 12 --supported 4 --found 6"
                    + " --rescaled 6 --threads 1",
            "      a few, one after another"
        })
public final class SliceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with 'param', 'faces' and 'benign'.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write into this folder.")
    private Path out;

    @Option(names = "--masks", paramLabel = "N", defaultValue = "320", description = "Jobs of masks; 320 by default.")
    private int masks;

    @Option(
            names = "--supported",
            paramLabel = "N",
            defaultValue = "48",
            description = "Jobs of more masks, on supports; 48 by default.")
    private int supported;

    @Option(
            names = "--found",
            paramLabel = "N",
            defaultValue = "160",
            description = "Jobs of benign files in their own size; 160 by default.")
    private int found;

    @Option(
            names = "--rescaled",
            paramLabel = "N",
            defaultValue = "160",
            description = "Jobs of benign files at the size of a face; 160 by default.")
    private int rescaled;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Seed of all chance; 7 by default.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Jobs at once; 2 by default.")
    private int threads;

    @Option(
            names = "--cura",
            paramLabel = "DIR",
            description = "Cura's folder 'resources', if it is not where Debian has it.")
    private Path cura = CuraEngine.USUAL;

    @Mixin
    HelpOption help;

    /// @param terminal where it says what it does
    public SliceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// One job to be made.
    private record Wanted(JobMaker maker, int number, String name) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(data.resolve("param"))) {
            throw new UsageMistake("%s: there is no folder 'param' in it".formatted(data));
        }
        List<Slicer> slicers = Slicer.installed(cura);
        if (slicers.isEmpty()) {
            throw new UsageMistake(
                    "No slicer is installed: prusa-slicer, slic3r or CuraEngine with Cura's definitions");
        }
        slicers.forEach(slicer -> terminal.say(slicer.name() + " " + slicer.version()));
        Files.createDirectories(out);
        JobManifest manifest = JobManifest.open(out.resolve("manifest.csv"));
        make(wanted(slicers), manifest);
        terminal.print(manifest.size() + " jobs in " + out.resolve("manifest.csv"));
        return ExitStatus.CLEAN.code();
    }

    private List<Wanted> wanted(List<Slicer> slicers) throws IOException {
        Things things = new Things(data, seed);
        List<Wanted> wanted = new ArrayList<>();
        List<Thing> faces = things.masks(2 * masks + 2 * supported);
        List<Thing> more = faces.subList(2 * masks, faces.size());
        faces = faces.subList(0, 2 * masks);
        add(wanted, new JobMaker(faces, slicers, masks, seed, false, out), masks, 1000);
        add(wanted, new JobMaker(more, slicers, supported, seed + 30, true, out), supported, 2000);
        add(wanted, new JobMaker(things.found(), slicers, found, seed + 10, false, out), found, 3000);
        add(wanted, new JobMaker(things.rescaled(), slicers, rescaled, seed + 20, false, out), rescaled, 5000);
        return wanted;
    }

    private static void add(List<Wanted> wanted, JobMaker maker, int count, int first) {
        for (int i = 0; i < count; i++) {
            wanted.add(new Wanted(maker, i, String.format(Locale.ROOT, "job-%05d", first + i)));
        }
    }

    private void make(List<Wanted> wanted, JobManifest manifest) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("slice-", 1).factory());
        try (Progress progress = new Progress(terminal, "jobs", wanted.size(), wanted.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Wanted each : wanted) {
                running.add(pool.submit(() -> {
                    make(each, manifest);
                    progress.done(1);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void make(Wanted wanted, JobManifest manifest) throws IOException, InterruptedException {
        if (manifest.has(wanted.name())) {
            return;
        }
        JobMaker.Made made = wanted.maker().make(wanted.number(), wanted.name());
        if (made.row() != null) {
            manifest.add(made.row());
        }
        complain(wanted.name(), made.complaints());
    }

    /// What could not be sliced stands beside the manifest, so that nobody takes the jobs for all that was tried.
    private synchronized void complain(String name, List<String> complaints) throws IOException {
        for (String complaint : complaints) {
            Files.writeString(
                    out.resolve("not-sliced.txt"),
                    name + ": " + complaint + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}

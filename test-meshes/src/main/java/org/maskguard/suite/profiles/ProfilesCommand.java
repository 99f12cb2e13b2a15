package org.maskguard.suite.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.maskguard.io.Mesh;
import org.maskguard.suite.Stl;
import org.maskguard.suite.slicing.SlicerRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Slices a cube with every printer that the installed slicers know, and judges the jobs.
@Command(
        name = "profiles",
        header = "Slices a cube with every printer that the installed slicers know, and judges the jobs.",
        description = {
            "",
            "PrusaSlicer's bundles of vendors, its and Slic3r's defaults in each dialect, and Cura's definitions. The"
                    + " slicers' own programs slice, and fill what the makers wrote for start, end, layers, pauses"
                    + " and changes of tools. Printers that write the same are sliced once. Prints how many jobs cannot"
                    + " be read, and why.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite profiles --out profiles",
            "      all that the installed slicers know",
            "  maskguard suite profiles --only Voron --out voron",
            "      those whose maker or name holds a word"
        })
public final class ProfilesCommand implements Callable<Integer> {

    /// Processor time that slicing a cube may take, s.
    private static final int PATIENCE = 60;

    /// Edge of the cube, mm.
    private static final float EDGE = 15;

    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write the jobs into this folder.")
    private Path out;

    @Option(names = "--only", paramLabel = "WORD", description = "Only profiles whose slicer, maker or name holds it.")
    private String only = "";

    @Option(names = "--all", description = "Printers that write the same as another, too.")
    private boolean all;

    @Option(
            names = "--prusa",
            paramLabel = "DIR",
            description = "PrusaSlicer's folder 'profiles', if it is not where Debian has it.")
    private Path prusa = PrusaProfiles.USUAL;

    @Option(
            names = "--cura",
            paramLabel = "DIR",
            description = "Cura's folder 'resources', if it is not where Debian has it.")
    private Path cura = CuraProfiles.USUAL;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Jobs at once; 2 by default.")
    private int threads;

    @Mixin
    HelpOption help;

    /// @param terminal where it prints
    public ProfilesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Profile> known = known();
        if (known.isEmpty()) {
            throw new UsageMistake("No slicer with profiles is installed, or none of them holds '" + only + "'");
        }
        List<Profile> wanted = all ? known : distinct(known);
        Files.createDirectories(out);
        Path cube = Files.write(out.resolve("cube.stl"), Stl.bytes(cube(), "cube"));
        terminal.print(new ProfilesText(known, slice(wanted, cube)).tables());
        return ExitStatus.CLEAN.code();
    }

    private List<Profile> known() throws IOException {
        List<Profile> known = new ArrayList<>();
        if (Files.isDirectory(prusa)
                && SlicerRun.output("prusa-slicer", "--help").isPresent()) {
            known.addAll(PrusaProfiles.of(prusa));
        }
        if (SlicerRun.output("slic3r", "--version").isPresent()) {
            known.addAll(Slic3rProfiles.all());
        }
        if (Files.isDirectory(cura.resolve("definitions"))
                && SlicerRun.output("CuraEngine", "help").isPresent()) {
            known.addAll(CuraProfiles.of(cura));
        }
        known.removeIf(profile -> !(profile.slicer() + " " + profile.maker() + " " + profile.name()).contains(only));
        return known;
    }

    private static List<Profile> distinct(List<Profile> profiles) {
        Set<String> seen = new HashSet<>();
        return profiles.stream()
                .filter(profile -> seen.add(profile.slicer() + "\n" + profile.gcode()))
                .toList();
    }

    private List<Reading> slice(List<Profile> profiles, Path cube) throws IOException, InterruptedException {
        Guard guard = Guard.open(Policy.DEFAULT);
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("profile-", 1).factory());
        try (Progress progress = new Progress(terminal, "profiles", profiles.size(), profiles.size())) {
            List<Future<Reading>> running = new ArrayList<>();
            for (int i = 0; i < profiles.size(); i++) {
                Profile profile = profiles.get(i);
                Path job = out.resolve(String.format("%s-%04d.gcode", profile.slicer(), i));
                running.add(pool.submit(() -> {
                    Reading reading = read(profile, cube, job, guard);
                    progress.done(1);
                    return reading;
                }));
            }
            List<Reading> readings = new ArrayList<>();
            for (Future<Reading> each : running) {
                readings.add(each.get());
            }
            return readings;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Reading read(Profile profile, Path cube, Path job, Guard guard)
            throws IOException, InterruptedException {
        Path log = job.resolveSibling(job.getFileName() + ".log");
        try {
            profile.call().of(cube, job, job).run(job, log, PATIENCE);
        } catch (SlicerRun.Failed failed) {
            return new Reading(profile, job, failed.getMessage(), null);
        }
        return new Reading(profile, job, "", guard.judge(job));
    }

    private static Mesh cube() {
        float[] xyz = new float[24];
        for (int i = 0; i < 8; i++) {
            xyz[3 * i] = (i & 1) * EDGE;
            xyz[3 * i + 1] = (i >> 1 & 1) * EDGE;
            xyz[3 * i + 2] = (i >> 2) * EDGE;
        }
        int[] corners = {
            0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
        };
        return new Mesh(xyz, corners);
    }
}

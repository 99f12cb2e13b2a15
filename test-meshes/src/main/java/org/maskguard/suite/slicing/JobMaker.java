package org.maskguard.suite.slicing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.maskguard.suite.Stl;

/// Makes numbered jobs, each from a thing, an orientation, a slicer and settings that follow from the number and the
/// seed alone. Safe to share between threads.
///
/// Names of files and of meshes are numbers, so that nothing but the shape tells what a job is.
final class JobMaker {

    /// A job that takes more of the processor, s, is given up: supports under large things, surfaces of many
    /// bodies.
    private static final int PATIENCE = 40;

    /// The same where supports are asked for.
    private static final int PATIENCE_SUPPORTED = 120;

    /// How often a thing that a slicer refuses is tried again with more of its bottom cut off.
    private static final double[] FURTHER_SINKS = {0, 1, 3};

    private static final double SUPPORTS = 0.15;

    /// Slic3r takes minutes to support a face.
    private static final double SUPPORTS_SLIC3R = 0.03;

    private final List<Thing> things;
    private final List<Slicer> slicers;
    private final int jobs;
    private final long seed;
    private final boolean supported;
    private final Path folder;
    private final List<Integer> orientations;
    private final List<Integer> turns;

    /// @param things at least as many as jobs; the rest stands in for what cannot be sliced
    /// @param supported whether all of them are built on supports, trees by turns, as far as the layers allow it
    /// @param folder where `jobs` and `meshes` are made
    JobMaker(List<Thing> things, List<Slicer> slicers, int jobs, long seed, boolean supported, Path folder)
            throws IOException {
        this.things = things;
        this.slicers = slicers;
        this.jobs = jobs;
        this.seed = seed;
        this.supported = supported;
        this.folder = folder;
        orientations = balanced(jobs, Orientation.values().length, seed);
        turns = balanced(jobs, slicers.size(), seed + 1);
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("meshes"));
    }

    /// A job that is there, or why there is none.
    ///
    /// @param row of the manifest, null where there is none
    /// @param complaints of slicers about things that were tried before, one a line
    record Made(Map<String, String> row, List<String> complaints) {}

    /// @param number from 0 to jobs - 1
    /// @param name what the files are called, without ending
    Made make(int number, String name) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (int i = number; i < things.size(); i += jobs) {
            for (double further : FURTHER_SINKS) {
                Thing thing = things.get(i);
                try {
                    return new Made(make(thing, number, name, thing.sink() + further), complaints);
                } catch (SlicerRun.Failed | UncheckedIOException failed) {
                    complaints.add(
                            thing.id() + ": " + slicers.get(turns.get(number)).name() + ": " + failed.getMessage());
                    if (!mayHelp(failed.getMessage())) {
                        break;
                    }
                }
            }
        }
        return new Made(null, complaints);
    }

    /// Whether more contact with the bed may help.
    private static boolean mayHelp(String complaint) {
        String said = complaint.toLowerCase(Locale.ROOT);
        return said.contains("first layer") || said.contains("no extrusion") || said.contains("empty");
    }

    private Map<String, String> make(Thing thing, int number, String name, double sink)
            throws IOException, InterruptedException, SlicerRun.Failed {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Slicer slicer = slicers.get(turns.get(number));
        Orientation orientation = Orientation.values()[orientations.get(number)];
        Settings settings = settings(random, number, thing, slicer);
        double yaw = random.nextInt(24) * 15.0;
        Placement placed = Placement.of(thing.mesh().get(), thing.frame(), orientation, yaw, thing.scale(), sink);
        Path stl = folder.resolve("meshes").resolve(name + ".stl");
        Path job = folder.resolve("jobs").resolve(name + ".gcode");
        Path log = folder.resolve("jobs").resolve(name + ".log");
        Files.write(stl, Stl.bytes(placed.mesh(), name));
        double seconds = slicer.slice(settings, stl, job, log, supported ? PATIENCE_SUPPORTED : PATIENCE)
                        .toMillis()
                / 1e3;
        Files.delete(log);
        Beads beads = Beads.read(job);
        if (beads.count() == 0) {
            throw new SlicerRun.Failed("empty job");
        }
        double kept = KeptShare.of(placed.mesh(), beads, settings.layer(), Slicer.BED / 2.0);
        int arcs = settings.arcs() ? weld(job) : 0;
        return JobManifest.row(
                name,
                thing,
                slicer,
                settings,
                new JobManifest.Result(
                        orientation,
                        yaw,
                        placed,
                        kept,
                        Math.min(1, beads.top() / placed.height()),
                        beads.count(),
                        arcs,
                        seconds,
                        Files.size(job)));
    }

    private Settings settings(SplittableRandom random, int number, Thing thing, Slicer slicer) {
        double share = supported ? 1 : slicer instanceof Slic3r ? SUPPORTS_SLIC3R : SUPPORTS;
        boolean tree = supported && slicer instanceof CuraEngine && number % 2 == 0;
        return Settings.draw(random, thing.kind().equals("rescaled"), share, tree ? Supports.TREE : Supports.USUAL);
    }

    private static int weld(Path job) throws IOException {
        Path welded = job.resolveSibling(job.getFileName() + ".arcs");
        int arcs = ArcFitter.weld(job, welded);
        Files.move(welded, job, StandardCopyOption.REPLACE_EXISTING);
        return arcs;
    }

    /// The numbers from 0 to kinds - 1, each as often as the others, in random order.
    private static List<Integer> balanced(int count, int kinds, long seed) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(i % kinds);
        }
        Collections.shuffle(list, new Random(seed));
        return list;
    }
}

package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.Guard;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Verdict;
import org.maskguard.suite.Sample;
import org.maskguard.suite.SampleMeshes;
import org.maskguard.suite.Stl;

/// From a mesh of our own through a real slicer to a verdict. What is not installed is skipped; Cura's folder
/// `resources` is named by the system property `maskguard.cura` where it is not in its usual place.
@Tag("slicers")
class RealSlicersTest {

    private static final Guard GUARD = Guard.open(Policy.DEFAULT);

    private static final List<String> SLICERS = List.of("PrusaSlicer", "Slic3r", "CuraEngine");

    private static final List<String> SAMPLES = List.of("mask", "bust", "respirator", "bracket");

    private static final List<Slicer> INSTALLED =
            Slicer.installed(Path.of(System.getProperty("maskguard.cura", CuraEngine.USUAL.toString())));

    /// A job that a guard of this version does not read at all.
    private static final List<String> NOT_YET = List.of("unsupported", "unknown-format");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("jobs")
    void judgesTheJobAsItJudgesTheMesh(String name, String sliced, int number) throws Exception {
        Slicer slicer = INSTALLED.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        assumeThat(slicer).as(name + " is not installed").isNotNull();
        Sample sample = new SampleMeshes(Detector.shipped().shape())
                .all().stream()
                        .filter(each -> each.name().equals(sliced))
                        .findFirst()
                        .orElseThrow();
        Settings settings = settings(number, sliced.equals("mask"));
        Orientation orientation = Orientation.values()[number % Orientation.values().length];
        Placement placed =
                Placement.of(sample.mesh(), Placement.UPRIGHT, orientation, 30 * number, 1, number % 2 == 0 ? 2 : 1);
        Path stl = Files.write(folder.resolve("mesh.stl"), Stl.bytes(placed.mesh(), "mesh"));
        Path job = folder.resolve("job.gcode");

        slicer.slice(settings, stl, job, folder.resolve("log"), 120);

        Beads beads = Beads.read(job);
        assertThat(KeptShare.of(placed.mesh(), beads, settings.layer(), Slicer.BED / 2.0))
                .as("share of the volume, " + settings.text())
                .isGreaterThan(JobManifest.KEPT);
        assertThat(beads.top()).isBetween(0.95 * placed.height(), placed.height() + settings.layer());

        Path judged = settings.arcs() ? folder.resolve("arcs.gcode") : job;
        if (settings.arcs()) {
            assertThat(ArcFitter.weld(job, judged)).as("arcs").isPositive();
        }
        Verdict mesh = GUARD.judge(stl);
        Verdict verdict = GUARD.judge(judged);
        assumeThat(verdict.fault() == null ? "" : verdict.fault().code())
                .as("This guard does not read print jobs yet; sliced %s with %s", sliced, name)
                .isNotIn(NOT_YET);
        assertThat(verdict.ruling()).as(verdict.toString()).isEqualTo(mesh.ruling());
        assertThat(Labels.accepts(sample.label())).contains(verdict.ruling());
    }

    /// Coarse layers, few lines: a few seconds a job. Arcs, relative E and walls by turns.
    ///
    /// @param shell whether it may be printed without infill and floor: a bust printed so is open below, and can be
    /// worn
    private static Settings settings(int number, boolean shell) {
        SplittableRandom random = new SplittableRandom(number);
        return new Settings(
                0.3,
                0.4,
                1 + random.nextInt(2),
                shell && number % 3 != 0 ? 0 : 5,
                shell && number % 2 != 0 ? 0 : 2,
                Supports.NO,
                number % 2 == 1,
                number % 4 == 2,
                false);
    }

    private static Stream<Arguments> jobs() {
        return SLICERS.stream()
                .flatMap(slicer -> SAMPLES.stream().map(sample -> {
                    int number = SLICERS.indexOf(slicer) + SAMPLES.indexOf(sample);
                    return Arguments.of(slicer, sample, number);
                }));
    }
}

package org.maskguard.io;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Reads the files of other programs' own test suites, which lie beside the project and are no part of it.
///
/// They are looked for in `shared/data/formats` beside this folder or beside any folder around it, or in the folder
/// `data/formats` of the one that the system property `maskguard.shared` names.
class SharedFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Files that the suite or a checking script reads and we do not, with our reason's code.
    private static final Map<String, String> REFUSED = Map.ofEntries(
            // They require slices, beams or volumes, which we do not evaluate.
            entry("3mf/3mf-samples__spinal_implant.3mf", "unsupported"),
            entry("3mf/lib3mf__2ProductionBoxes.3mf", "unsupported"),
            entry("3mf/lib3mf__2ProductionBoxes_OneSliceFile.3mf", "unsupported"),
            entry("3mf/lib3mf__3mfbase1_cube.3mf", "unsupported"),
            entry("3mf/lib3mf__NotListed.3mf", "unsupported"),
            entry("3mf/lib3mf__PS_505_02_non_planar_transform.3mf", "unsupported"),
            entry("3mf/lib3mf__Pass.3mf", "unsupported"),
            entry("3mf/lib3mf__Replaces_PP_701_04.3mf", "unsupported"),
            entry("3mf/lib3mf__Thumbnail_Package.3mf", "unsupported"),
            entry("3mf/lib3mf__Unsupported.3mf", "unsupported"),
            entry("3mf/lib3mf__outProduction.3mf", "unsupported"),
            // Its build places an object that is not there; the script passed over that item.
            entry("3mf/lib3mf__Slice_MustFail_TooRefsTooDeep.3mf", "bad-index"),
            // A face names vertex 0, and OBJ counts from 1.
            entry("obj/assimp__malformed.obj", "bad-index"),
            // Its vertices lie at the largest float.
            entry("obj/manifold__Cray_right.obj", "bad-number"));

    /// Files of which we read another number of triangles, with that number.
    private static final Map<String, Integer> COUNTED = Map.of(
            // A second model part places an object of type `other`, which we judge too.
            "3mf/lib3mf__CS-1111_3dmodel-e1r1_other-e1r1.3mf", 98,
            // An element of an unknown name stands among its triangles and is none.
            "3mf/lib3mf__MustWarnOrFail.3mf", 48,
            // A loop of four vertices, which we split.
            "stl/openscad__toomanyvertices.stl", 14);

    /// Files of the conformance suite that break a rule which has nothing to do with shape: colours, textures,
    /// metadata, thumbnails, print tickets, blanks, a model out of reach beside one in reach. Or a rule where
    /// reading
    /// more is the safe side: two models, an object of type `other` or of an unknown type.
    private static final List<String> LENIENT = List.of(
            "3mf/3mf-samples__MUSTFAIL_3MF100_Extension_Chapter",
            "3mf/3mf-samples__MUSTFAIL_Chapter2.1.",
            "3mf/3mf-samples__MUSTFAIL_Chapter2.3.2c_",
            "3mf/3mf-samples__MUSTFAIL_Chapter2.3.4_WhiteSpace",
            "3mf/3mf-samples__MUSTFAIL_Chapter3.4.1",
            "3mf/3mf-samples__MUSTFAIL_Chapter3.4.3.1b_",
            "3mf/3mf-samples__MUSTFAIL_Chapter4",
            "3mf/3mf-samples__MUSTFAIL_Chapter5a_");

    @TestFactory
    Stream<DynamicTest> everyFileIsReadAsItsSuiteExpects() throws IOException {
        Path folder = folder();
        assumeTrue(folder != null, "the shared files are not beside the project");
        List<DynamicTest> tests = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            for (NamedCsvRecord row : rows) {
                tests.add(DynamicTest.dynamicTest(row.getField("file"), () -> check(folder, row)));
            }
        }
        return tests.stream();
    }

    private static void check(Path folder, NamedCsvRecord row) {
        String name = row.getField("file");
        String outcome = assertTimeout(PATIENCE, () -> outcome(folder.resolve(name)));
        if (name.startsWith("amf/") || name.startsWith("off/")) {
            assertThat(outcome).as("a format that is not ours").isIn("unknown-format", "bad-archive");
            return;
        }
        switch (row.getField("expect")) {
            case "reads" -> {
                int triangles = COUNTED.getOrDefault(name, Integer.parseInt(row.getField("triangles")));
                assertThat(outcome).isEqualTo(REFUSED.getOrDefault(name, triangles + " triangles"));
            }
            case "error" -> {
                if (LENIENT.stream().noneMatch(name::startsWith)) {
                    assertThat(outcome).doesNotContain("triangles");
                }
            }
            default -> assertThat(outcome).isNotBlank();
        }
    }

    private static String outcome(Path file) {
        try {
            Mesh mesh = MeshReader.read(file, Limits.DEFAULT).mesh();
            assertThat(Range.firstBad(mesh.xyz(), 0, mesh.xyz().length)).isNegative();
            assertThat(Arrays.stream(mesh.corners()).allMatch(corner -> corner >= 0 && corner < mesh.vertices()))
                    .isTrue();
            return mesh.triangles() + " triangles";
        } catch (Unreadable e) {
            return e.code();
        }
    }

    private static Path folder() {
        String stated = System.getProperty("maskguard.shared");
        if (stated != null) {
            return existing(Path.of(stated).resolve("data/formats"));
        }
        Path around = Path.of("").toAbsolutePath();
        while (around != null) {
            Path found = existing(around.resolve("shared/data/formats"));
            if (found != null) {
                return found;
            }
            around = around.getParent();
        }
        return null;
    }

    private static Path existing(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.csv")) ? folder : null;
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.maskguard.io.Unreadable;

/// Reads what real slicers and Prusa's own library wrote, which lies beside the project and is no part of it.
///
/// It is looked for in `shared/gcode` beside this folder or beside any folder around it, or in the folder `gcode` of
/// the one that the system property `maskguard.shared` names.
class SharedJobsTest {

    /// Lines of moves, from which MeatPack's encoder takes the blanks.
    private static final Pattern MOVE = Pattern.compile("G\\d.*");

    @TestFactory
    Stream<DynamicTest> oneCubeInEveryCompressionAndEncodingIsTheSameJob() throws IOException {
        Path folder = folder();
        List<String> source = commands(Files.readString(folder.resolve("bgcode/cube10_source.gcode")));
        assertThat(source).hasSizeGreaterThan(1000);
        List<DynamicTest> tests = new ArrayList<>();
        for (String compression : List.of("none", "deflate", "hs11", "hs12")) {
            for (String encoding : List.of("plain", "meatpack", "meatpackcomments")) {
                Path file = folder.resolve("bgcode/cube10_" + compression + "_" + encoding + ".bgcode");
                tests.add(DynamicTest.dynamicTest(compression + " " + encoding, () -> {
                    Unpacked unpacked = Unpacked.read(Files.readAllBytes(file));
                    assertThat(unpacked.format()).isEqualTo("bgcode");
                    assertThat(commands(unpacked.plates().get(""))).isEqualTo(source);
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void theSameMaskAsBinaryAndAsGzipIsTheSameJob() throws IOException, Unreadable {
        Path folder = folder();
        byte[] binary = Files.readAllBytes(folder.resolve("bgcode/ps_mask00_mk3s_hs12_meatpackcomments.bgcode"));
        byte[] gzip = Files.readAllBytes(folder.resolve("prusaslicer/ps_mask00_mk3s.gcode.gz"));
        assertThat(commands(Unpacked.text(binary))).isEqualTo(commands(Unpacked.text(gzip)));
    }

    @TestFactory
    Stream<DynamicTest> everyJobOfEverySlicerIsReadWhole() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder())) {
            files = all.filter(file -> file.toString().endsWith(".gcode.gz")
                            || file.toString().endsWith(".gcode")
                            || file.toString().endsWith(".bgcode"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    byte[] bytes = Files.readAllBytes(file);
                    Unpacked unpacked = Unpacked.read(bytes);
                    if (file.toString().endsWith(".bgcode")) {
                        assertThat(unpacked.format()).isEqualTo("bgcode");
                        assertThat(commands(unpacked.plates().get(""))).hasSizeGreaterThan(100);
                        return;
                    }
                    byte[] plain = unzipped(file, bytes);
                    assertThat(unpacked.format()).isEqualTo(plain == bytes ? "gcode" : "gcode-gz");
                    assertThat(unpacked.plates()).isEqualTo(Map.of("", new String(plain, StandardCharsets.ISO_8859_1)));
                    assertThat(Unpacked.read(plain).format()).isEqualTo("gcode");
                }));
    }

    @Test
    void everyPlateOfASlicedPackageIsGiven() throws IOException, Unreadable {
        Path folder = folder();
        Unpacked two =
                Unpacked.read(Files.readAllBytes(folder.resolve("gcode3mf/two_plates_child_mask_on_2.gcode.3mf")));
        assertThat(two.format()).isEqualTo("gcode-3mf");
        assertThat(two.plates().keySet()).containsExactly("Metadata/plate_1.gcode", "Metadata/plate_2.gcode");
        assertThat(two.input().model()).isNull();
        assertThat(two.input().job().notes()).isEmpty();
        Unpacked one = Unpacked.read(Files.readAllBytes(folder.resolve("gcode3mf/cube10.gcode.3mf")));
        assertThat(one.plates().get("Metadata/plate_1.gcode"))
                .isEqualTo(two.plates().get("Metadata/plate_1.gcode"));
    }

    /// What is left of a job when comments and blanks do not count.
    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        text.lines().forEach(line -> {
            int comment = line.indexOf(';');
            String words = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!words.isEmpty()) {
                commands.add(MOVE.matcher(words).matches() ? words.replace(" ", "") : words);
            }
        });
        return commands;
    }

    private static byte[] unzipped(Path file, byte[] bytes) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static Path folder() {
        String stated = System.getProperty("maskguard.shared");
        Path found = stated == null ? null : Path.of(stated).resolve("gcode");
        Path around = stated == null ? Path.of("").toAbsolutePath() : null;
        while (found == null && around != null) {
            Path here = around.resolve("shared/gcode");
            found = Files.isRegularFile(here.resolve("manifest.csv")) ? here : null;
            around = around.getParent();
        }
        assumeTrue(
                found != null && Files.isRegularFile(found.resolve("manifest.csv")),
                "the shared print jobs are not beside the project");
        return found;
    }
}

package org.maskguard.slicer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.classify.Detector;
import org.maskguard.cli.Main;
import org.maskguard.cli.Terminal;
import org.maskguard.io.Mesh;
import org.maskguard.suite.ReferencePair;
import org.maskguard.suite.Sample;
import org.maskguard.suite.SampleMeshes;
import org.maskguard.suite.Stl;

/// The real slicers, with presets that `slicer install` has changed: what they export and what they do not. A slicer
/// that
/// is not installed is skipped.
@Tag("slicers")
class RealExportsTest {

    private static final String LAUNCHER = "maskguard.launcher";
    private static final int LONGEST_MINUTES = 8;

    /// The slicers, with where they keep presets and how they are started.
    private enum Kind {
        PRUSA_SLICER("prusa-slicer", ".config/PrusaSlicer", List.of("--export-gcode")),
        SLIC3R("slic3r", ".Slic3r", List.of("--no-gui"));

        final String program;
        final String folder;
        final List<String> options;

        Kind(String program, String folder, List<String> options) {
            this.program = program;
            this.folder = folder;
            this.options = options;
        }
    }

    @TempDir
    private Path home;

    private final String before = System.getProperty(LAUNCHER);

    @BeforeEach
    void launcher() throws IOException {
        Path options = home.resolve("options");
        Files.writeString(
                options, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
        Path launcher = home.resolve("the maskguard");
        Files.writeString(launcher, """
                #!/bin/sh
                exec '%s/bin/java' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED @'%s' \
                    '-Dmaskguard.launcher=%s' org.maskguard.cli.Main "$@"
                """.formatted(System.getProperty("java.home"), options, launcher));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(LAUNCHER, launcher.toString());
    }

    @AfterEach
    void launcherOfBefore() {
        if (before == null) {
            System.clearProperty(LAUNCHER);
        } else {
            System.setProperty(LAUNCHER, before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBracketIsExportedAndAMaskIsNot(Kind kind) throws Exception {
        assumeThat(isInstalled(kind.program))
                .as(kind.program + " is not installed")
                .isTrue();
        Path preset = home.resolve(kind.folder).resolve("print").resolve("Coarse.ini");
        Files.createDirectories(preset.getParent());
        Files.writeString(preset, "fill_density = 5%\nlayer_height = 0.3\nfirst_layer_height = 0.3\npost_process = \n");
        assertThat(install()).contains("1 preset guarded");
        assertThat(preset).content().contains("slicer check");

        Mesh bracket = new SampleMeshes(Detector.shipped().shape())
                .all().stream()
                        .filter(sample -> sample.name().equals("bracket"))
                        .map(Sample::mesh)
                        .findFirst()
                        .orElseThrow();
        Run exported = slice(kind, preset, bracket, "bracket");
        Run refused = slice(kind, preset, ReferencePair.refused().mesh(), "mask");

        assertThat(exported.status()).as(exported.said()).isZero();
        assertThat(exported.job()).as(exported.said()).isNotEmptyFile();
        assertThat(exported.said()).doesNotContain("Maskguard");
        assertThat(refused.job()).as(refused.said()).doesNotExist();
        assertThat(refused.said()).contains("Maskguard stopped this export");
        // Slic3r does not look at the status.
        assertThat(refused.status()).as(refused.said()).isEqualTo(kind == Kind.PRUSA_SLICER ? 1 : 0);
        try (Stream<Path> kept = Files.list(home.resolve(".local/share/maskguard/refused"))) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .isNotEmptyFile()
                            .hasFileName(file.getFileName().toString())
                            .asString()
                            .endsWith("mask.gcode"));
        }
    }

    private record Run(int status, Path job, String said) {}

    private Run slice(Kind kind, Path preset, Mesh mesh, String name) throws IOException, InterruptedException {
        Path stl = Files.write(home.resolve(name + ".stl"), Stl.bytes(mesh, name));
        Path job = home.resolve(name + ".gcode");
        List<String> line = new ArrayList<>(List.of(kind.program));
        line.addAll(kind.options);
        line.addAll(List.of("--load", preset.toString(), "-o", job.toString(), stl.toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        Path log = home.resolve(name + ".log");
        builder.redirectOutput(log.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("MASKGUARD_NO_WINDOW", "1");
        builder.environment().keySet().removeIf(key -> key.startsWith("XDG_"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(kind.program + " did not end");
        }
        return new Run(process.exitValue(), job, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private String install() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(InputStream.nullInputStream(), said, said, Map.of("HOME", home.toString()), false, false);
        Main.run(terminal, "slicer", "install");
        return said.toString(StandardCharsets.UTF_8);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

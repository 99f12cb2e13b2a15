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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.cli.Main;
import org.maskguard.cli.Terminal;
import org.maskguard.slicer.place.Platform;
import org.maskguard.suite.ReferencePair;
import org.maskguard.suite.Stl;

/// The check with a script in the place of the window, which writes down how it was called.
class WindowProcessTest {

    private static final String LAUNCHER = "maskguard.launcher";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String before = System.getProperty(LAUNCHER);
    private Path calls;
    private Path job;

    @BeforeEach
    void files() throws IOException {
        assumeThat(Platform.current()).as("the script is one of a POSIX shell").isNotEqualTo(Platform.WINDOWS);
        calls = folder.resolve("calls");
        job = Files.write(
                folder.resolve("job.gcode"), Stl.bytes(ReferencePair.refused().mesh(), "a"));
        Path policy = folder.resolve(".config/maskguard/policy.toml");
        Files.createDirectories(policy.getParent());
    }

    @AfterEach
    void launcher() {
        if (before == null) {
            System.clearProperty(LAUNCHER);
        } else {
            System.setProperty(LAUNCHER, before);
        }
    }

    /// @param status that the window ends with
    private void window(int status) throws IOException {
        Path script = folder.resolve("window.sh");
        Files.writeString(script, "#!/bin/sh\necho \"$@\" >> '" + calls + "'\nexit " + status + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(LAUNCHER, script.toString());
    }

    private void policy(String text) throws IOException {
        Files.writeString(folder.resolve(".config/maskguard/policy.toml"), "[policy]\n" + text + "\n");
    }

    private int check(Map<String, String> more, String... options) {
        Map<String, String> environment = new HashMap<>(
                Map.of("HOME", folder.toString(), "DISPLAY", ":99", "SLIC3R_PP_OUTPUT_NAME", "/home/ada/plate.gcode"));
        environment.putAll(more);
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), new ByteArrayOutputStream(), said, environment, false, false);
        String[] line = new String[options.length + 3];
        line[0] = "slicer";
        line[1] = "check";
        System.arraycopy(options, 0, line, 2, options.length);
        line[line.length - 1] = job.toString();
        return Main.run(terminal, line);
    }

    private String called() throws Exception {
        for (int i = 0; i < 200 && !(Files.exists(calls) && Files.size(calls) > 0); i++) {
            Thread.sleep(50);
        }
        return Files.readString(calls).strip();
    }

    @Test
    void aRefusedExportIsShownAndNotWaitedFor() throws Exception {
        window(0);

        assertThat(check(Map.of())).isEqualTo(1);

        assertThat(job).doesNotExist();
        assertThat(called()).startsWith("app --name plate.gcode --kept -- ").contains("/refused/");
    }

    @Test
    void theMakerMayExportItAllTheSameWhereThePolicySaysSo() throws Exception {
        policy("maker_override = true");
        window(0);
        byte[] bytes = Files.readAllBytes(job);

        assertThat(check(Map.of())).isZero();

        assertThat(job).hasBinaryContent(bytes);
        assertThat(called()).startsWith("app --name plate.gcode --kept --ask -- ");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("exported all the same");
    }

    @Test
    void whoeverSaysNothingExportsNothing() throws Exception {
        policy("maker_override = true");
        for (int status : new int[] {1, 2, 3}) {
            window(status);
            job = Files.write(
                    folder.resolve("job.gcode"),
                    Stl.bytes(ReferencePair.refused().mesh(), "a"));
            assertThat(check(Map.of())).isEqualTo(1);
            assertThat(job).doesNotExist();
        }
    }

    @Test
    void aWarningIsShownOnACopyThatTheWindowDeletes() throws Exception {
        policy("categories = { mask = \"warn\" }");
        window(0);

        assertThat(check(Map.of())).isZero();

        assertThat(job).exists();
        String call = called();
        assertThat(call).startsWith("app --name plate.gcode --forget -- ");
        Path copy = Path.of(call.substring(call.indexOf(" -- ") + 4));
        assertThat(copy).hasSameBinaryContentAs(job);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
    }

    @Test
    void noWindowWithoutADisplayOrWhereItIsNotWanted() throws Exception {
        policy("maker_override = true");
        window(0);

        assertThat(check(Map.of("DISPLAY", ""))).isEqualTo(1);
        job = Files.write(
                folder.resolve("job.gcode"), Stl.bytes(ReferencePair.refused().mesh(), "a"));
        assertThat(check(Map.of("MASKGUARD_NO_WINDOW", "1"))).isEqualTo(1);
        job = Files.write(
                folder.resolve("job.gcode"), Stl.bytes(ReferencePair.refused().mesh(), "a"));
        assertThat(check(Map.of(), "--no-window")).isEqualTo(1);

        assertThat(calls).doesNotExist();
    }

    @Test
    void aWindowThatDoesNotOpenChangesNothing() {
        System.setProperty(LAUNCHER, folder.resolve("missing").toString());

        assertThat(check(Map.of())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Maskguard stopped this export");
    }
}

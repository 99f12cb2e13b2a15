package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands in processes of their own: what the shell sees.
class ProcessTest {

    @TempDir
    private Path folder;

    @Test
    void statusAndBothStreamsReachTheShell() throws Exception {
        Path mask = Files.writeString(folder.resolve("Gesicht ü.stl"), "refuse");
        Process process = start("scan", mask.toString());
        assertThat(text(process.inputReader(StandardCharsets.UTF_8)))
                .startsWith("refuse")
                .contains("Gesicht ü.stl");
        assertThat(text(process.errorReader(StandardCharsets.UTF_8))).startsWith("1 file: 1 refused");
        assertThat(status(process)).isEqualTo(1);
    }

    @Test
    void standardInputIsRead() throws Exception {
        Process process = start("scan", "--json", "-");
        try (OutputStream in = process.getOutputStream()) {
            in.write("warn".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text(process.inputReader(StandardCharsets.UTF_8))).contains("\"verdict\":\"warn\"");
        assertThat(status(process)).isZero();
    }

    @Test
    void aBrokenPipeIsQuiet() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("scan", "--json", "--threads", "1"));
        for (int i = 0; i < 2000; i++) {
            arguments.add(Files.writeString(folder.resolve(i + ".stl"), "pass").toString());
        }
        Process process = start(arguments.toArray(String[]::new));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).contains("\"verdict\":\"pass\"");
        out.close();
        assertThat(text(process.errorReader(StandardCharsets.UTF_8))).isEmpty();
        assertThat(status(process)).isEqualTo(2);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder.start();
    }

    private static String text(BufferedReader reader) throws IOException {
        return reader.readAllAsString();
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

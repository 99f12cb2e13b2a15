package org.maskguard.suite.slicing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One call of a slicing program. Safe to share between threads.
///
/// @param command the command line
/// @param environment variables that it needs beside those of this process
public record SlicerRun(List<String> command, Map<String, String> environment) {

    /// Slicers that ask something get no answer.
    private static final File NOTHING = new File("/dev/null");

    /// How often its processor time is looked at, ms.
    private static final int LOOK_MS = 50;

    public SlicerRun {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// The slicer could not slice: the last thing that it said.
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String said) {
            super(said);
        }
    }

    /// Runs it to its end.
    ///
    /// @param job that it is to write; what is there before is deleted
    /// @param log where its output goes; overwritten
    /// @param seconds of processor time that it may take, so that the same jobs come out on a busy machine
    /// @return processor time that it took
    /// @throws Failed where it does not end well, or leaves no job
    /// @throws IOException where the program cannot be started
    public Duration run(Path job, Path log, int seconds) throws IOException, InterruptedException, Failed {
        Files.deleteIfExists(job);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A run that is interrupted must not leave slicers behind, which would write into the files of the next one.
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        Duration used = Duration.ZERO;
        try {
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                used = process.info().totalCpuDuration().orElse(used);
                if (used.toSeconds() > seconds) {
                    throw new Failed("took longer than " + seconds + " s");
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            unhook(end);
        }
        if (process.exitValue() != 0 || !Files.exists(job) || Files.size(job) == 0) {
            throw new Failed("exit " + process.exitValue() + ": " + lastLine(log));
        }
        return used;
    }

    /// What a program prints when it is asked for its version; empty where it is not installed.
    public static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Optional.of(said);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void unhook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // Everything is ending already, and the hook with it.
            return;
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        String last = lines.reversed().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("nothing said");
        return last.substring(0, Math.min(200, last.length()));
    }
}

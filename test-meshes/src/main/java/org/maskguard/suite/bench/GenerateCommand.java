package org.maskguard.suite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Progress;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a suite's files and manifest.
@Command(
        name = "generate",
        header = "Writes the files of the reference suite and their manifest.",
        description = {
            "",
            "Masks, near misses and ordinary parts, all made from code: the same seed gives the same bytes on every"
                    + " machine. 'run' makes the same files itself, one at a time; this is for guards and tools that want"
                    + " to have them.",
            "",
            "Prints how many files were written, and how fast.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite generate --out suite",
            "      some 400 files of seed 1 and 'suite/manifest.csv'",
            "  maskguard suite generate --seed 20261125 --level full --out suite",
            "      some 16,000 files of a seed that nobody knew before"
        })
public final class GenerateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Draw the suite with this seed (1).")
    private long seed;

    @Option(names = "--level", paramLabel = "core|full", defaultValue = "core", description = "How large it is (core).")
    private String level;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write into this folder.")
    private Path out;

    @Mixin
    HelpOption help;

    public GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Case> cases = Catalogue.of(seed, levelNamed(level));
        Map<String, String> digests = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        try (Progress progress = new Progress(terminal, "files", cases.size(), cases.size())) {
            Files.createDirectories(out);
            int threads = Runtime.getRuntime().availableProcessors();
            Streamed.over(cases, threads, one -> {
                byte[] bytes = one.bytes();
                Files.write(out.resolve(one.entry().file()), bytes);
                digests.put(one.entry().id(), sha256(bytes));
                progress.done(1);
            });
            new SuiteFolder(out).write(cases, digests);
        } catch (IOException e) {
            throw new UsageMistake(out + ": this folder cannot be written to");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        terminal.print(String.format(Locale.ROOT, "%d files, %.1f a second", cases.size(), cases.size() / seconds));
        return ExitStatus.CLEAN.code();
    }

    /// @throws UsageMistake where there is no such level
    public static Level levelNamed(String name) {
        try {
            return Level.of(name);
        } catch (IllegalArgumentException e) {
            throw new UsageMistake("--level: " + e.getMessage());
        }
    }

    /// SHA-256 in lower-case hexadecimal.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

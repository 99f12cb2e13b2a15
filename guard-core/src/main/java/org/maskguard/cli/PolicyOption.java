package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.maskguard.classify.InvalidPolicy;
import org.maskguard.classify.Policy;
import org.maskguard.classify.PolicyReader;
import picocli.CommandLine.Option;

/// The option `--policy FILE`, for every command that judges.
public final class PolicyOption {

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Take thresholds and rulings from this TOML file; see docs/policy.md.")
    private Path file;

    /// The policy of the file, or the default one where none is named.
    ///
    /// @throws UsageMistake when the file cannot be read or is no policy, naming line and column
    public Policy policy() {
        return file == null ? Policy.DEFAULT : read(file);
    }

    /// The policy of the file that is named; else of this one, where there is one; else the default.
    ///
    /// @throws UsageMistake as [#policy]
    public Policy policyOr(Path usual) {
        return file == null && Files.exists(usual) ? read(usual) : policy();
    }

    private static Policy read(Path file) {
        try {
            return PolicyReader.read(file);
        } catch (InvalidPolicy e) {
            throw new UsageMistake("%s:%d:%d: %s".formatted(file, e.line(), e.column(), e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new UsageMistake("%s: there is no such policy file".formatted(file));
        } catch (IOException e) {
            throw new UsageMistake("%s: the policy file cannot be read as UTF-8 text".formatted(file));
        }
    }
}

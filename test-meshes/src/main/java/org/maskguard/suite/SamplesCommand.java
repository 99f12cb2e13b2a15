package org.maskguard.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maskguard.classify.Detector;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the samples.
@Command(
        name = "samples",
        header = "Writes a handful of models on both sides of the line.",
        description = {
            "",
            "A wearable face mask, which is refused; a bust, which is warned of; and what is let through: the mask at"
                    + " half its size, a respirator, a hockey mask, a helmet, a bracket, a gear and a vase. The face is"
                    + " the average of the model that ships with this version, and nobody's.",
            "",
            "Prints the SHA-256 and name of each file, as 'sha256sum' does.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite samples --out samples",
            "      writes nine STL files into the folder 'samples'",
            "  maskguard suite samples --out samples && maskguard scan --report pages samples/*.stl",
            "      judges them, and says why on pages with pictures; ends with 1"
        })
final class SamplesCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Write into this folder; it is made where it is missing.")
    private Path out;

    @Mixin
    HelpOption help;

    SamplesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new OutFolder(out, terminal).write(new SampleMeshes(Detector.shipped().shape()).all());
        return ExitStatus.CLEAN.code();
    }
}

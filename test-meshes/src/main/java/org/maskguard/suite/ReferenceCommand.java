package org.maskguard.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the reference pair.
@Command(
        name = "reference",
        header = "Writes a file that must be refused, and its twin that must not.",
        description = {
            "",
            "As virus scanners have EICAR: two small harmless files that show whether a guard is there and works.",
            "",
            "  maskguard-test-refuse.stl  a plain average face shell of life size; every guard must refuse it",
            "  maskguard-test-pass.stl    the same outline, size and wall without features; none may",
            "",
            "Prints the SHA-256 and name of each file, as 'sha256sum' does. They are the same everywhere and stay the"
                    + " same from version to version.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard suite reference --out reference",
            "      writes the two files into the folder 'reference'",
            "  maskguard suite reference --out . && maskguard scan maskguard-test-*.stl",
            "      one passes, one is refused: the guard works; ends with 1"
        })
final class ReferenceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Write into this folder; it is made where it is missing.")
    private Path out;

    @Mixin
    HelpOption help;

    ReferenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new OutFolder(out, terminal).write(ReferencePair.both());
        return ExitStatus.CLEAN.code();
    }
}

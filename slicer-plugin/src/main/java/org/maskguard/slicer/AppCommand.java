package org.maskguard.slicer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.maskguard.Guard;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.PolicyOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.window.Display;
import org.maskguard.slicer.window.Occasion;
import org.maskguard.slicer.window.WindowRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The window.
@Command(
        name = "app",
        header = "Opens the window.",
        description = {
            "",
            "Judges files and shows what was found: the face on the model, which can be turned, why, the measurements"
                    + " beside their norms, and what can be done about it. Files can be dropped on it. Where there is"
                    + " no display, 'maskguard explain' tells the same.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the window was closed", "2:there is no display, or the command line is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard app",
            "      an empty window: drop files on it, or open them",
            "  maskguard app mask.stl plate.gcode",
            "      judges two files and shows the first"
        })
final class AppCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final UserFolders folders;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to judge, known by their content.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private PolicyOption policy;

    /// What 'slicer check' says when it opens the window.
    @Option(names = "--name", hidden = true)
    private String name = "";

    @Option(names = "--kept", hidden = true)
    private boolean kept;

    @Option(names = "--ask", hidden = true)
    private boolean ask;

    @Option(names = "--forget", hidden = true)
    private boolean forget;

    @Mixin
    HelpOption help;

    AppCommand(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Display.isThere(folders.platform(), terminal.environment())) {
            return noWindow("there is no display");
        }
        Guard guard = Guard.open(policy.policyOr(folders.ourSettings().resolve("policy.toml")));
        try {
            boolean anyway =
                    new WindowRun(guard, occasion(), folders.ourSettings().resolve("window.properties")).show(files);
            return ask && !anyway ? ExitStatus.REFUSED.code() : ExitStatus.CLEAN.code();
        } catch (WindowRun.NoWindow e) {
            return noWindow(Visible.text(e.getMessage()));
        } finally {
            if (forget) {
                Files.deleteIfExists(files.getFirst());
            }
        }
    }

    private Occasion occasion() {
        if (name.isEmpty()) {
            return Occasion.APPLICATION;
        }
        return new Occasion(ask, kept ? files.getFirst() : null, name, forget);
    }

    private int noWindow(String why) {
        terminal.say("maskguard: no window can be opened: " + why + "; 'maskguard explain FILE' tells the same here");
        return ExitStatus.UNREADABLE.code();
    }
}

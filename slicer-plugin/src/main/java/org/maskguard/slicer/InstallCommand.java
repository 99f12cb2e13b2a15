package org.maskguard.slicer;

import java.util.concurrent.Callable;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.profile.Hook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Makes the slicers of this user call Maskguard before they export.
@Command(
        name = "install",
        header = "Makes slicers ask Maskguard before they export.",
        description = {
            "",
            "Puts 'maskguard slicer check' as the last post-processing script into every preset of the slicers of this"
                    + " user: PrusaSlicer, SuperSlicer, Slic3r, OrcaSlicer. Other scripts stay. Each file is copied away"
                    + " before it is changed. May be repeated: after a slicer has brought newer presets it has to be.",
            "",
            "It is advice, not a lock: a project file brings presets of its own, and whoever wants to can take the"
                    + " script out again. What no mask may get past is the gateway before the printer.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard slicer install",
            "      all slicers that are found",
            "  maskguard slicer install && maskguard slicer status",
            "      and how they stand then"
        })
final class InstallCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final UserFolders folders;

    @Mixin
    HelpOption help;

    InstallCommand(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        Hook hook = Launcher.hook(folders.platform());
        return new EachSlicer(terminal, folders)
                .change("guarded", (slicers, found) -> slicers.install(found, hook))
                .code();
    }
}

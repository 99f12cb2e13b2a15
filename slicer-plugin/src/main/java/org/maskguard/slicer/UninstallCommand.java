package org.maskguard.slicer;

import java.util.concurrent.Callable;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.profile.Slicers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Takes back what `install` did.
@Command(
        name = "uninstall",
        header = "Makes slicers export without asking Maskguard.",
        description = {
            "",
            "Takes the script out of every preset and leaves all else as it is, changes made since included. Refused"
                    + " files, reports and backups are kept.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard slicer uninstall",
            "      all slicers that are found",
            "  maskguard slicer uninstall && maskguard slicer status",
            "      and how they stand then"
        })
final class UninstallCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final UserFolders folders;

    @Mixin
    HelpOption help;

    UninstallCommand(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        return new EachSlicer(terminal, folders)
                .change("no longer guarded", Slicers::uninstall)
                .code();
    }
}

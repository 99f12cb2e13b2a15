package org.maskguard.slicer;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.cli.Visible;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.profile.Changed;
import org.maskguard.slicer.profile.FoundSlicer;
import org.maskguard.slicer.profile.Slicers;

/// Changes one slicer after the other and says a line about each.
final class EachSlicer {

    private final Terminal terminal;
    private final Slicers slicers;

    EachSlicer(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.slicers = new Slicers(folders, Slicers::isRunning, InstantSource.system());
    }

    /// What is done to one slicer.
    interface Step {
        Changed to(Slicers slicers, FoundSlicer found) throws IOException;
    }

    /// All slicers found.
    ///
    /// @throws UsageMistake where there is none
    static List<FoundSlicer> found(Slicers slicers) {
        try {
            List<FoundSlicer> found = slicers.find();
            if (found.isEmpty()) {
                throw new UsageMistake(
                        "no settings of PrusaSlicer, SuperSlicer, Slic3r, OrcaSlicer or Bambu Studio were"
                                + " found; start the slicer once, so that it makes them");
            }
            return found;
        } catch (IOException e) {
            throw new UsageMistake("the settings of the slicers cannot be read: " + e.getMessage());
        }
    }

    /// @param done what the presets are afterwards, such as `guarded`
    ExitStatus change(String done, Step step) {
        ExitStatus status = ExitStatus.CLEAN;
        for (FoundSlicer found : found(slicers)) {
            status = status.and(change(found, done, step));
        }
        return status;
    }

    private ExitStatus change(FoundSlicer found, String done, Step step) {
        String name =
                found.kind().title() + " in " + Visible.text(found.folder().toString());
        try {
            Changed changed = step.to(slicers, found);
            terminal.print(name + ": " + presets(changed.slicer().presets()) + " " + done + said(changed));
            changed.problems().forEach(problem -> terminal.say("maskguard: " + Visible.text(problem)));
            return changed.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.UNREADABLE;
        } catch (IllegalStateException obstacle) {
            terminal.print(name + ": " + obstacle.getMessage());
            return found.obstacle().isEmpty() ? ExitStatus.UNREADABLE : ExitStatus.CLEAN;
        } catch (IOException e) {
            terminal.say("maskguard: " + name + ": " + Visible.text(String.valueOf(e.getMessage())));
            return ExitStatus.UNREADABLE;
        }
    }

    static String presets(int number) {
        return number + (number == 1 ? " preset" : " presets");
    }

    private static String said(Changed changed) {
        return changed.files() == 0
                ? "; nothing had to be changed"
                : "; " + changed.files() + (changed.files() == 1 ? " file" : " files")
                        + " changed, as they were before in "
                        + Visible.text(changed.backup().toString());
    }
}

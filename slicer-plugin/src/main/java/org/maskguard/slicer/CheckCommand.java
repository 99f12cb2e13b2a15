package org.maskguard.slicer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.FaultLog;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.PolicyOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import org.maskguard.slicer.export.Checked;
import org.maskguard.slicer.export.Export;
import org.maskguard.slicer.export.ExportCheck;
import org.maskguard.slicer.export.Notice;
import org.maskguard.slicer.export.Quarantine;
import org.maskguard.slicer.place.UserFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Judges what a slicer is about to export. Slicers call it as a post-processing script.
@Command(
        name = "check",
        header = "Judges what a slicer is about to export.",
        description = {
            "",
            "Slicers call this as a post-processing script; 'maskguard slicer install' sets that up. A file that passes"
                    + " is left as it is, and nothing is said. A file that is refused is moved to a folder of refused"
                    + " files, so that no slicer exports it, and the reasons are written to standard error, where the"
                    + " slicer reads them. What cannot be judged is exported, unless the policy says otherwise.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the slicer may go on",
            "1:it may not: refused, or not judged where the policy then refuses",
            "2:the command line or the policy is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard slicer check part.gcode",
            "      judges one file as if a slicer had asked",
            "  \"/opt/maskguard/maskguard\" slicer check",
            "      as it stands in a slicer's post-processing setting; the slicer adds the file"
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final UserFolders folders;

    @Parameters(paramLabel = "FILE", description = "What the slicer wrote; known by its content.")
    private Path file;

    @Mixin
    private PolicyOption policy;

    @Mixin
    HelpOption help;

    CheckCommand(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        Policy rules = policy.policyOr(folders.ourSettings().resolve("policy.toml"));
        Export export = Export.of(file, terminal.environment());
        try {
            return tell(check(rules).check(export)).code();
        } catch (IOException e) {
            terminal.say("Maskguard refuses this export, but could not take the file away: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Do not print it.");
            return ExitStatus.REFUSED.code();
        } catch (RuntimeException | Error fault) {
            // Whatever is wrong with us, an export that has no face in it must not suffer.
            new FaultLog(terminal).report("slicer check " + export.name(), fault);
            terminal.say("maskguard: the export was not judged, and goes on");
            return ExitStatus.CLEAN.code();
        }
    }

    private ExportCheck check(Policy rules) {
        return new ExportCheck(
                Guard.open(rules),
                rules,
                new Quarantine(folders.ours().resolve("refused")),
                folders.ours().resolve("reports"),
                InstantSource.system());
    }

    private ExitStatus tell(Checked checked) {
        Notice.of(checked).forEach(terminal::say);
        return checked.outcome() == Checked.Outcome.REFUSE ? ExitStatus.REFUSED : ExitStatus.CLEAN;
    }
}

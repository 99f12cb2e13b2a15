package org.maskguard.slicer;

import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.profile.FoundSlicer;
import org.maskguard.slicer.profile.SlicerKind;
import org.maskguard.slicer.profile.Slicers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Tells which slicers there are and whether they call Maskguard.
@Command(
        name = "status",
        header = "Tells which slicers there are, and whether they ask Maskguard.",
        description = {
            "",
            "One line a slicer. With '--json' one object: 'slicers', and 'post_process', the line that a slicer's"
                    + " post-processing setting holds, for slicers that are to be set up by hand.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard slicer status",
            "      for people",
            "  maskguard slicer status --json | jq -r .post_process",
            "      the line to paste into a slicer's setting"
        })
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final UserFolders folders;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    @Mixin
    HelpOption help;

    StatusCommand(Terminal terminal, UserFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() throws Exception {
        Slicers slicers = new Slicers(folders, Slicers::isRunning, InstantSource.system());
        if (json) {
            terminal.print(json(slicers.find()));
        } else {
            EachSlicer.found(slicers).forEach(found -> terminal.print(line(found)));
        }
        return 0;
    }

    private static String line(FoundSlicer found) {
        String name =
                found.kind().title() + " in " + Visible.text(found.folder().toString()) + ": ";
        if (!found.obstacle().isEmpty()) {
            return name + found.obstacle();
        }
        if (found.presets() == 0) {
            return name + "no presets; set it up first";
        }
        return name + found.guarded() + " of " + EachSlicer.presets(found.presets()) + " guarded"
                + (found.isGuarded() ? "" : "; 'maskguard slicer install' guards them all");
    }

    private String json(List<FoundSlicer> found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeArrayPropertyStart("slicers");
            for (FoundSlicer each : found) {
                out.writeStartObject();
                out.writeStringProperty("slicer", each.kind().title());
                out.writeStringProperty("folder", each.folder().toString());
                out.writeNumberProperty("presets", each.presets());
                out.writeNumberProperty("guarded", each.guarded());
                out.writeStringProperty("obstacle", each.obstacle());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringProperty(
                    "post_process", Launcher.hook(folders.platform()).line(SlicerKind.Form.INI));
            out.writeEndObject();
        }
        return text.toString();
    }
}

package org.maskguard.gateway.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import org.maskguard.trust.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the printers of the running gateway.
@Command(
        name = "printers",
        header = "Lists the gateway's printers, and why one is closed.",
        description = {"", "Name, whether a host is connected, the job that it is at, and why it is closed.", ""},
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway printers",
            "      one line a printer",
            "  maskguard gateway printers --config maskguard-demo/gateway.toml --json",
            "      the demonstration's, as JSON"
        })
final class PrintersCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Print one JSON object a line instead.")
    private boolean json;

    @Mixin
    HelpOption help;

    PrintersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (Object each : (List<?>) config.gateway().get("/api/printers").get("printers")) {
            terminal.print(json ? CanonicalJson.text(each) : line((Map<?, ?>) each));
        }
        return ExitStatus.CLEAN.code();
    }

    private static String line(Map<?, ?> printer) {
        String job = printer.get("job") == null ? "" : printer.get("job") + " " + printer.get("state");
        String closed = printer.get("closed") == null ? "" : "closed: " + printer.get("closed");
        String host = Boolean.TRUE.equals(printer.get("host")) ? "host" : "-";
        return Visible.text(String.format(Locale.ROOT, "%-12s %-5s %s%s", printer.get("name"), host, job, closed))
                .stripTrailing();
    }
}

package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.cli.Visible;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.Example;
import org.maskguard.gateway.config.InvalidConfiguration;
import org.maskguard.gateway.config.Problem;
import org.maskguard.trust.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a configuration and says what is wrong with it.
@Command(
        name = "check",
        header = "Reads a configuration and says everything that is wrong with it.",
        description = {
            "",
            "All mistakes are said at once, each with its line and column. Exit status 0 where there is none, 2 where"
                    + " there is one. Nothing is opened and nothing is changed.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway check gateway.toml",
            "      says everything that is wrong with gateway.toml",
            "  maskguard gateway check --example > gateway.toml",
            "      writes a configuration with every key and what it means, to begin with"
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The configuration; /etc/maskguard/gateway.toml by default.")
    private Path file = Configuration.USUAL_FILE;

    @Option(names = "--example", description = "Print an annotated configuration instead.")
    private boolean example;

    @Option(names = "--json", description = "Print one JSON object a line instead.")
    private boolean json;

    @Mixin
    HelpOption help;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (example) {
            terminal.print(Example.text().stripTrailing());
            return ExitStatus.CLEAN.code();
        }
        try {
            Configuration configuration = Configuration.read(file);
            said(configuration);
            return ExitStatus.CLEAN.code();
        } catch (InvalidConfiguration e) {
            said(e.problems());
            return ExitStatus.UNREADABLE.code();
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(file, e));
        }
    }

    private void said(Configuration configuration) {
        int printers = configuration.printers().size();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("schema", 1);
            line.put("file", file.toString());
            line.put("printers", printers);
            line.put("problems", 0);
            terminal.print(CanonicalJson.text(line));
        } else {
            terminal.print("%s: nothing is wrong; %d %s"
                    .formatted(Visible.text(file.toString()), printers, printers == 1 ? "printer" : "printers"));
        }
    }

    private void said(List<Problem> problems) {
        for (Problem problem : problems) {
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("schema", 1);
                line.put("file", file.toString());
                line.put("line", problem.line());
                line.put("column", problem.column());
                line.put("text", problem.text());
                terminal.print(CanonicalJson.text(line));
            } else {
                terminal.print(Visible.text(file + ":" + problem));
            }
        }
    }
}

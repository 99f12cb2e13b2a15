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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the jobs of the running gateway; what is done to one stands below it.
@Command(
        name = "jobs",
        header = "Lists the gateway's jobs, and pauses, resumes or cancels one.",
        description = {
            "",
            "Without a command below it, lists the jobs, the newest last: identifier, printer, state, verdict, lines,"
                    + " how much is printed, when it began.",
            ""
        },
        synopsisSubcommandLabel = "[COMMAND]",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway jobs --printer p1 --state incomplete --state interrupted",
            "      jobs of p1 that wait for somebody to release or forget them",
            "  maskguard gateway jobs pause 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
            "      sends no more of this job until it is resumed"
        })
final class JobsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ListOptions options = new ListOptions();

    @Mixin
    HelpOption help;

    private JobsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new JobsCommand(terminal));
        line.addSubcommand(new ListCommand(terminal));
        line.addSubcommand(new PauseCommand(terminal));
        line.addSubcommand(new ResumeCommand(terminal));
        line.addSubcommand(new CancelCommand(terminal));
        return line;
    }

    @Override
    public Integer call() {
        return options.list(terminal);
    }

    /// What is listed, and how.
    static final class ListOptions {

        private static final String PAGE = "/api/jobs?limit=1000";

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Option(names = "--printer", paramLabel = "NAME", description = "Only this printer's jobs.")
        private String printer = "";

        @Option(
                names = "--state",
                paramLabel = "STATE",
                description =
                        "Only jobs in this state (may be given again): collecting, judging, waiting, printing, done,"
                                + " refused, incomplete, interrupted, cancelled.")
        private List<String> states = List.of();

        @Option(names = "--json", description = "Print one JSON object a line instead.")
        private boolean json;

        int list(Terminal terminal) {
            RunningGateway gateway = config.gateway();
            StringBuilder query = new StringBuilder(PAGE);
            query.append("&printer=").append(RunningGateway.part(printer));
            states.forEach(state -> query.append("&state=").append(RunningGateway.part(state)));
            Object after = "";
            while (after instanceof String last) {
                Map<String, Object> page = gateway.get(query + "&after=" + last);
                for (Object job : (List<?>) page.get("jobs")) {
                    terminal.print(json ? CanonicalJson.text(job) : line((Map<?, ?>) job));
                }
                after = page.get("next");
            }
            return ExitStatus.CLEAN.code();
        }

        private static String line(Map<?, ?> job) {
            String verdict = job.get("verdict") instanceof Map<?, ?> map ? String.valueOf(map.get("verdict")) : "-";
            Number progress = (Number) job.get("progress");
            return Visible.text(String.format(
                    Locale.ROOT,
                    "%s  %-12s %-11s %-10s %9d  %3.0f %%  %s",
                    job.get("id"),
                    job.get("printer"),
                    job.get("state"),
                    verdict,
                    ((Number) job.get("lines")).longValue(),
                    progress.doubleValue() * 100,
                    job.get("began")));
        }
    }

    /// The same by its full name.
    @Command(
            name = "list",
            header = "Lists the gateway's jobs, the newest last.",
            description = {"", "As 'maskguard gateway jobs' does.", ""},
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard gateway jobs list",
                "      all jobs of the gateway that /etc/maskguard/gateway.toml configures",
                "  maskguard gateway jobs list --config maskguard-demo/gateway.toml --json",
                "      those of the demonstration, as JSON"
            })
    static final class ListCommand implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private ListOptions options = new ListOptions();

        @Mixin
        HelpOption help;

        ListCommand(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return options.list(terminal);
        }
    }

    /// Pauses a print.
    @Command(
            name = "pause",
            header = "Sends no more of a job that is printing.",
            description = {"", "The printer finishes the move that it is at; its heaters stay as they are.", ""},
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard gateway jobs pause 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      pauses this job",
                "  maskguard gateway jobs pause --config maskguard-demo/gateway.toml 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      the same in the demonstration"
            })
    static final class PauseCommand extends DeedCommand {
        PauseCommand(Terminal terminal) {
            super(terminal, "/api/jobs/%s/pause");
        }
    }

    /// Goes on with a print.
    @Command(
            name = "resume",
            header = "Goes on with a job that was paused.",
            description = {"", "From the line at which it was paused.", ""},
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard gateway jobs resume 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      goes on with this job",
                "  maskguard gateway jobs resume --config maskguard-demo/gateway.toml 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      the same in the demonstration"
            })
    static final class ResumeCommand extends DeedCommand {
        ResumeCommand(Terminal terminal) {
            super(terminal, "/api/jobs/%s/resume");
        }
    }

    /// Gives up a job.
    @Command(
            name = "cancel",
            header = "Gives up a job that is not over yet.",
            description = {
                "",
                "Where anything of it was sent, the printer is made safe: the tool is raised, heaters go off, motors"
                        + " are let go. Its lines are kept, and it may be released again from its beginning.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard gateway jobs cancel 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      gives up this job",
                "  maskguard gateway jobs cancel --config maskguard-demo/gateway.toml 01JDQ4Z9W8K6M2X7V5T3R1P0NA",
                "      the same in the demonstration"
            })
    static final class CancelCommand extends DeedCommand {
        CancelCommand(Terminal terminal) {
            super(terminal, "/api/jobs/%s/cancel");
        }
    }
}

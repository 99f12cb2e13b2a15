package org.maskguard.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.EnrolledKey;
import org.maskguard.trust.KeyRing;
import org.maskguard.trust.Permit;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Permits: signed papers that let one refused job through.
@Command(
        name = "permit",
        header = "Issues, shows and verifies permits, which let a refused job through.",
        description = {
            "",
            "A permit is one line of JSON, signed with a key that may 'permit' at the gateway. It is for one job, by the"
                    + " digest of its lines, at one printer, until an instant, for so many prints.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard permit issue --key operator.pem --job 9f86d0... --printer p1 --out theatre.permit",
            "      lets this job be printed once at p1, within 7 days",
            "  maskguard permit verify --ring /var/lib/maskguard/keys/enrolled theatre.permit",
            "      whether the gateway with these keys would accept it"
        })
final class PermitCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    private PermitCommand() {}

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new PermitCommand())
                .addSubcommand(new Issue(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new Verify(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static Permit read(Path file) {
        return Trusting.with(file, () -> Permit.parse(Files.readString(file).strip()));
    }

    /// Prints a document, or writes it into a new file.
    static void put(Terminal terminal, Path out, String line) {
        if (out == null) {
            terminal.print(line);
            return;
        }
        Trusting.with(
                out, () -> Files.writeString(out, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
    }

    /// Signs a permit.
    @Command(
            name = "issue",
            header = "Signs a permit.",
            description = {
                "",
                "The digest that counts is the gateway's: take it from 'maskguard gateway jobs --json --state refused'."
                        + " That of a file is the same only where the host adds no line of its own.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard permit issue --key operator.pem --job 9f86d0... --printer p1 --out theatre.permit",
                "      lets this job be printed once at p1, within 7 days",
                "  maskguard permit issue --key operator.pem --gcode mask.gcode --printer '*' --uses 3 --until 2026-12-31",
                "      prints a permit for three prints at any printer of the gateway, until the end of the year"
            })
    static final class Issue implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "The pair of keys to sign with.")
        private Path key;

        @Mixin
        private JobOption job = new JobOption();

        @Option(
                names = "--printer",
                required = true,
                paramLabel = "NAME",
                description = "The printer's name at the gateway, or '*' for all of it.")
        private String printer;

        @Mixin
        private UntilOption until = new UntilOption();

        @Option(
                names = "--uses",
                paramLabel = "N",
                defaultValue = "1",
                description = "How many prints, 1 to 10000; 1 by default.")
        private int uses;

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for people.")
        private String note;

        @Option(names = "--out", paramLabel = "FILE", description = "Write it here instead of printing it.")
        private Path out;

        @Mixin
        HelpOption help;

        Issue(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            String digest = job.digest();
            Instant end = until.instant(Instant.now());
            SigningKey signing = Trusting.with(key, () -> SigningKey.read(key));
            Permit permit;
            try {
                permit = Permit.issue(digest, printer, end, uses, note, signing);
            } catch (Untrusted e) {
                throw new UsageMistake("no such permit can be: " + e.getMessage());
            }
            put(terminal, out, permit.document().line());
            return ExitStatus.CLEAN.code();
        }
    }

    /// Shows what a permit says.
    @Command(
            name = "show",
            header = "Shows what a permit says, believed or not.",
            description = {"", "Whether it is to be believed, 'permit verify' says.", ""},
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard permit show theatre.permit",
                "      job, printer, until when, how many prints, whose",
                "  maskguard permit show --json theatre.permit",
                "      the same as JSON"
            })
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "The permit.")
        private Path file;

        @Option(names = "--json", description = "Print one JSON object instead.")
        private boolean json;

        @Mixin
        HelpOption help;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Permit permit = read(file);
            if (json) {
                terminal.print(CanonicalJson.text(members(permit)));
            } else {
                terminal.print("job      " + permit.job());
                terminal.print("printer  " + permit.printer());
                terminal.print("until    " + permit.until());
                terminal.print("uses     " + permit.uses());
                terminal.print("by       " + Visible.text(permit.by()));
                terminal.print("note     " + Visible.text(permit.note()));
            }
            return ExitStatus.CLEAN.code();
        }

        private static Map<String, Object> members(Permit permit) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("schema", 1);
            members.put("job", permit.job());
            members.put("printer", permit.printer());
            members.put("until", permit.until().toString());
            members.put("uses", permit.uses());
            members.put("by", permit.by());
            members.put("note", permit.note());
            return members;
        }
    }

    /// Says whether a permit would be accepted.
    @Command(
            name = "verify",
            header = "Says whether a permit would be accepted.",
            description = {
                "",
                "Tests its signature against the keys of a gateway, and its time; with --for-job and --printer, also"
                        + " whether it is for these. How often it was used is known to the gateway alone. Exit status 0"
                        + " where it holds, 1 where it does not, 2 where it cannot be read.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard permit verify --ring /var/lib/maskguard/keys/enrolled theatre.permit",
                "      whether the gateway with these keys would accept it",
                "  maskguard permit verify --ring enrolled --for-job 9f86d0... --printer p1 theatre.permit",
                "      whether it would let this job through at p1"
            })
    static final class Verify implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "The permit.")
        private Path file;

        @Option(names = "--ring", required = true, paramLabel = "FILE", description = "The gateway's list of keys.")
        private Path ring;

        @Option(names = "--for-job", paramLabel = "SHA256", description = "The job that it is to let through.")
        private String job;

        @Option(names = "--printer", paramLabel = "NAME", description = "The printer that it is to be printed at.")
        private String printer;

        @Option(names = "--json", description = "Print one JSON object instead.")
        private boolean json;

        @Mixin
        HelpOption help;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Permit permit = read(file);
            KeyRing keys = Trusting.with(ring, () -> KeyRing.read(ring));
            try {
                EnrolledKey by = permit.verify(keys);
                permit.check(
                        job == null ? permit.job() : job, printer == null ? permit.printer() : printer, Instant.now());
                say("it holds; signed by " + by.name(), null);
                return ExitStatus.CLEAN.code();
            } catch (Untrusted e) {
                say(e.getMessage(), e.word());
                return ExitStatus.REFUSED.code();
            }
        }

        private void say(String sentence, String why) {
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("schema", 1);
                line.put("file", file.toString());
                line.put("holds", why == null);
                line.put("why", why);
                line.put("text", sentence);
                terminal.print(CanonicalJson.text(line));
            } else {
                terminal.print(Visible.text(file + ": " + (why == null ? "" : "not accepted: ") + sentence));
            }
        }
    }
}

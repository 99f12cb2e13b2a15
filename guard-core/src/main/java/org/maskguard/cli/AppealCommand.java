package org.maskguard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maskguard.Judged;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.trust.Appeal;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.FileDigest;
import org.maskguard.trust.Permit;
import org.maskguard.trust.Rejection;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Appeals: asking for a second look at a verdict, and answering.
@Command(
        name = "appeal",
        header = "Asks for a second look at a verdict, and answers.",
        description = {
            "",
            "An appeal is one file: the verdict, the pages that show what was found, a statement, and the model itself"
                    + " only where its sender adds it. The answer is a permit or a signed reason. Nothing is sent: hand"
                    + " the files over as you like.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard appeal create --statement 'A puppet for the town theatre.' puppet.gcode",
            "      judges puppet.gcode and writes puppet.gcode.appeal",
            "  maskguard appeal decide --key operator.pem --permit p1 puppet.gcode.appeal",
            "      prints a permit for one print of it at p1"
        })
final class AppealCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    private AppealCommand() {}

    /// The command with those below it.
    static CommandLine line(Terminal terminal, Function<Policy, Judge> judges, Reports reports) {
        return new CommandLine(new AppealCommand())
                .addSubcommand(new Create(terminal, judges, reports))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new Decide(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static Appeal read(Path file) {
        return Trusting.with(file, () -> Appeal.read(file));
    }

    private static String said(Appeal appeal, String member) {
        try {
            return appeal.said(member);
        } catch (Untrusted e) {
            // It was read before.
            return "";
        }
    }

    /// Makes an appeal.
    @Command(
            name = "create",
            header = "Makes an appeal against the verdict on a file.",
            description = {
                "",
                "Judges the file, and puts verdict, pages and statement into one file. The model or job is left out"
                        + " unless you add it.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard appeal create --statement 'A puppet for the town theatre.' puppet.gcode",
                "      judges puppet.gcode and writes puppet.gcode.appeal",
                "  maskguard appeal create --statement-file why.txt --with-file --out a.appeal puppet.stl",
                "      the same with the model in it, for whoever decides to look at"
            })
    static final class Create implements Callable<Integer> {

        private static final long LARGEST_FILE = 256 << 20;

        private final Terminal terminal;
        private final Function<Policy, Judge> judges;
        private final Reports reports;

        @Parameters(paramLabel = "FILE", description = "The model or print job.")
        private Path file;

        @ArgGroup(multiplicity = "1")
        private Statement statement;

        @Option(names = "--with-file", description = "Put the model or job itself into the appeal.")
        private boolean withFile;

        @Option(names = "--out", paramLabel = "FILE", description = "Where the appeal goes; FILE.appeal by default.")
        private Path out;

        @Mixin
        private PolicyOption policy;

        @Mixin
        HelpOption help;

        private static final class Statement {
            @Option(
                    names = "--statement",
                    paramLabel = "TEXT",
                    description = "Why the verdict is wrong or must not hold.")
            private String text;

            @Option(names = "--statement-file", paramLabel = "FILE", description = "The same from a file of text.")
            private Path file;
        }

        Create(Terminal terminal, Function<Policy, Judge> judges, Reports reports) {
            this.terminal = terminal;
            this.judges = judges;
            this.reports = reports;
        }

        @Override
        public Integer call() {
            String text = statement.file == null
                    ? statement.text
                    : Trusting.with(statement.file, () -> Files.readString(statement.file));
            if (text.length() > Appeal.LONGEST_STATEMENT) {
                throw new UsageMistake("a statement has at most " + Appeal.LONGEST_STATEMENT + " characters");
            }
            Judged judged = judges.apply(policy.policy()).judgeWithMesh(file);
            Verdict verdict = judged.verdict();
            if (verdict.ruling() == Ruling.PASS) {
                throw new UsageMistake(file + ": it passes; there is nothing to appeal against");
            }
            if (verdict.ruling() == Ruling.UNREADABLE) {
                throw new UsageMistake(file + ": " + verdict.fault().text());
            }
            Path to = out == null ? file.resolveSibling(file.getFileName() + ".appeal") : out;
            Trusting.with(to, () -> {
                Appeal appeal = new Appeal(
                        job(verdict),
                        FileDigest.of(file),
                        reports.json(verdict),
                        text,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        evidence(judged),
                        added());
                try (OutputStream stream = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
                    appeal.write(stream);
                }
                return to;
            });
            terminal.print(Visible.text(to.toString()));
            return ExitStatus.CLEAN.code();
        }

        /// The digest by which a permit can name it, where it is plain G-code that a gateway would send.
        private Optional<String> job(Verdict verdict) {
            if (!verdict.subject().format().equals("gcode")) {
                return Optional.empty();
            }
            try {
                return Optional.of(JobOption.of(file));
            } catch (UsageMistake e) {
                terminal.say("maskguard: " + Visible.text(e.getMessage()) + "; the appeal names no job");
                return Optional.empty();
            }
        }

        private List<Appeal.Attachment> evidence(Judged judged) throws IOException {
            Path folder = Files.createTempDirectory("maskguard-appeal");
            List<Appeal.Attachment> evidence = new ArrayList<>();
            try {
                reports.page(folder, judged);
                for (Path each : files(folder)) {
                    evidence.add(new Appeal.Attachment(each.getFileName().toString(), Files.readAllBytes(each)));
                }
            } finally {
                for (Path each : files(folder)) {
                    Files.delete(each);
                }
                Files.delete(folder);
            }
            return evidence;
        }

        private Optional<Appeal.Attachment> added() throws IOException {
            if (!withFile) {
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new UsageMistake(file + ": it is larger than 256 MiB; hand it over by itself");
            }
            return Optional.of(new Appeal.Attachment(file.getFileName().toString(), Files.readAllBytes(file)));
        }

        private static List<Path> files(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        }
    }

    /// Shows an appeal.
    @Command(
            name = "show",
            header = "Shows what an appeal says.",
            description = {
                "",
                "It is not signed, and its verdict is what its sender says: look at the pages, and judge the file again"
                        + " where you have it.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard appeal show puppet.gcode.appeal",
                "      verdict, digest, statement, and what is in it",
                "  maskguard appeal show --extract look puppet.gcode.appeal",
                "      writes its pages, and the file if it is in it, into the folder look"
            })
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "The appeal.")
        private Path file;

        @Option(names = "--extract", paramLabel = "DIR", description = "Write what is in it into this folder.")
        private Path folder;

        @Option(names = "--json", description = "Print one JSON object instead.")
        private boolean json;

        @Mixin
        HelpOption help;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Appeal appeal = read(file);
            if (folder != null) {
                extract(appeal);
            }
            if (json) {
                terminal.print(CanonicalJson.text(members(appeal)));
            } else {
                terminal.print("verdict    " + Visible.text(said(appeal, "verdict") + ", " + said(appeal, "category")));
                terminal.print("job        " + appeal.job().orElse("none: a model, or G-code that is not plain"));
                terminal.print("sha256     " + appeal.sha256());
                terminal.print("made       " + appeal.made());
                names(appeal).forEach(name -> terminal.print("holds      " + Visible.text(name)));
                appeal.statement().lines().forEach(line -> terminal.print("statement  " + Visible.text(line)));
            }
            return ExitStatus.CLEAN.code();
        }

        private void extract(Appeal appeal) {
            Trusting.with(folder, () -> {
                Files.createDirectories(folder);
                for (Appeal.Attachment each : attachments(appeal)) {
                    Files.write(folder.resolve(each.name()), each.bytes(), StandardOpenOption.CREATE_NEW);
                }
                return folder;
            });
        }

        private static Map<String, Object> members(Appeal appeal) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("schema", 1);
            members.put("verdict", said(appeal, "verdict"));
            members.put("category", said(appeal, "category"));
            members.put("job", appeal.job().orElse(null));
            members.put("sha256", appeal.sha256());
            members.put("made", appeal.made().toString());
            members.put("holds", names(appeal));
            members.put("statement", appeal.statement());
            return members;
        }

        private static List<String> names(Appeal appeal) {
            return attachments(appeal).stream().map(Appeal.Attachment::name).toList();
        }

        private static List<Appeal.Attachment> attachments(Appeal appeal) {
            return Stream.concat(appeal.evidence().stream(), appeal.file().stream())
                    .toList();
        }
    }

    /// Answers an appeal.
    @Command(
            name = "decide",
            header = "Answers an appeal with a permit or a reason.",
            description = {
                "",
                "Either a permit for the job that the appeal names, or a signed rejection. Both are one line of JSON.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard appeal decide --key operator.pem --permit p1 --out puppet.permit puppet.gcode.appeal",
                "      a permit for one print at p1 within 7 days",
                "  maskguard appeal decide --key operator.pem --reject 'It can be worn.' puppet.gcode.appeal",
                "      a signed rejection"
            })
    static final class Decide implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "The appeal.")
        private Path file;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "The pair of keys to sign with.")
        private Path key;

        @ArgGroup(multiplicity = "1")
        private Answer answer;

        @Mixin
        private UntilOption until = new UntilOption();

        @Option(
                names = "--uses",
                paramLabel = "N",
                defaultValue = "1",
                description = "How many prints a permit is for, 1 to 10000; 1 by default.")
        private int uses;

        @Option(names = "--out", paramLabel = "FILE", description = "Write the answer here instead of printing it.")
        private Path out;

        @Mixin
        HelpOption help;

        private static final class Answer {
            @Option(
                    names = "--permit",
                    paramLabel = "PRINTER",
                    description = "Grant it: at this printer, or '*' for all of the gateway.")
            private String printer;

            @Option(names = "--reject", paramLabel = "REASON", description = "Do not grant it.")
            private String reason;
        }

        Decide(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Appeal appeal = read(file);
            SigningKey signing = Trusting.with(key, () -> SigningKey.read(key));
            PermitCommand.put(terminal, out, answer.printer == null ? rejection(signing) : permit(appeal, signing));
            return ExitStatus.CLEAN.code();
        }

        private String permit(Appeal appeal, SigningKey signing) {
            String job = appeal.job()
                    .orElseThrow(() -> new UsageMistake(file + ": it names no job that a permit could be for; slice the"
                            + " model, have the gateway refuse it, and issue a permit for that job"));
            return Trusting.with(
                    file,
                    () -> Permit.issue(
                                    job, answer.printer, until.instant(Instant.now()), uses, "appeal granted", signing)
                            .document()
                            .line());
        }

        private String rejection(SigningKey signing) {
            return Trusting.with(
                    file,
                    () -> Rejection.sign(FileDigest.of(file), answer.reason, Instant.now(), signing)
                            .document()
                            .line());
        }
    }
}

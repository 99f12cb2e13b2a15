package org.maskguard.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.EnrolledKey;
import org.maskguard.trust.KeyRing;
import org.maskguard.trust.Right;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.VerifyingKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes and shows keys, and makes them known to a gateway.
@Command(
        name = "key",
        header = "Makes and shows keys, and makes them known to a gateway.",
        description = {
            "",
            "Keys are Ed25519, in PEM. A pair lies in a file that only its owner may read, its public half beside it in"
                    + " FILE.pub. A gateway obeys the keys that were enrolled there: to clear jobs where they are sliced,"
                    + " or to permit refused ones.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard key create operator.pem",
            "      a new pair, in operator.pem and operator.pem.pub",
            "  maskguard key enrol --name ann --may permit --ring /var/lib/maskguard/keys/enrolled operator.pem.pub",
            "      lets its owner permit refused jobs at this gateway"
        })
final class KeyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    HelpOption help;

    private KeyCommand() {}

    /// The command with those below it.
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new KeyCommand())
                .addSubcommand(new Create(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new Enrol(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static void say(Terminal terminal, boolean json, VerifyingKey key) {
        if (json) {
            terminal.print(CanonicalJson.text(Map.of("schema", 1, "id", key.id(), "key", key.base64())));
        } else {
            terminal.print("id   " + key.id());
            terminal.print("key  " + key.base64());
        }
    }

    /// Makes a pair.
    @Command(
            name = "create",
            header = "Makes a new pair of keys.",
            description = {
                "",
                "Writes FILE, which only you may read, and FILE.pub, to give to others. Nothing is replaced.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard key create operator.pem",
                "      a new pair, in operator.pem and operator.pem.pub",
                "  maskguard key create --json slicer.pem",
                "      the same, and says the new key's identifier as JSON"
            })
    static final class Create implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "Where the pair goes.")
        private Path file;

        @Option(names = "--json", description = "Print one JSON object instead.")
        private boolean json;

        @Mixin
        HelpOption help;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            SigningKey key = SigningKey.create();
            Trusting.with(file, () -> {
                key.write(file);
                return file;
            });
            say(terminal, json, key.verifying());
            return ExitStatus.CLEAN.code();
        }
    }

    /// Shows a key, or a list of enrolled ones.
    @Command(
            name = "show",
            header = "Shows a public key, or the keys that are enrolled.",
            description = {
                "",
                "FILE holds a public key, a pair (of which only the public half is shown), or the list that 'key enrol'"
                        + " writes.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard key show operator.pem.pub",
                "      identifier and key",
                "  maskguard key show --json /var/lib/maskguard/keys/enrolled",
                "      the keys that this gateway knows, one JSON object a line"
            })
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "A key, or a list of them.")
        private Path file;

        @Option(names = "--json", description = "Print one JSON object a line instead.")
        private boolean json;

        @Mixin
        HelpOption help;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            boolean pem = Trusting.with(file, () -> new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .contains("-----BEGIN ");
            if (pem) {
                say(terminal, json, Trusting.with(file, () -> VerifyingKey.read(file)));
            } else {
                Trusting.with(file, () -> KeyRing.read(file)).keys().forEach(this::list);
            }
            return ExitStatus.CLEAN.code();
        }

        private void list(EnrolledKey key) {
            terminal.print(
                    json
                            ? CanonicalJson.text(Map.of(
                                    "schema",
                                    1,
                                    "name",
                                    key.name(),
                                    "may",
                                    key.rights(),
                                    "id",
                                    key.key().id(),
                                    "key",
                                    key.key().base64()))
                            : "%-20s  %-12s  %s"
                                    .formatted(
                                            key.name(), key.rights(), key.key().id()));
        }
    }

    /// Makes a key known.
    @Command(
            name = "enrol",
            header = "Makes a key known to a gateway, or has it forget one.",
            description = {
                "",
                "The list is 'keys.folder' of the gateway's configuration and the name 'enrolled'. A running gateway reads"
                        + " it anew each time that it needs it.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            parameterListHeading = "%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  maskguard key enrol --name ann --may permit --ring /var/lib/maskguard/keys/enrolled ann.pem.pub",
                "      lets Ann permit refused jobs",
                "  maskguard key enrol --forget ann --ring /var/lib/maskguard/keys/enrolled",
                "      no longer: what she signed is not accepted any more"
            })
    static final class Enrol implements Callable<Integer> {

        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The public key.")
        private Path file;

        @Option(names = "--ring", required = true, paramLabel = "FILE", description = "The gateway's list of keys.")
        private Path ring;

        @Option(names = "--name", paramLabel = "NAME", description = "What it is called.")
        private String name;

        @Option(
                names = "--may",
                paramLabel = "RIGHTS",
                description = "What it may do: clear, permit, or both with a comma between them.")
        private String may;

        @Option(names = "--forget", paramLabel = "NAME", description = "Take this key from the list instead.")
        private String forgotten;

        @Mixin
        HelpOption help;

        Enrol(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            boolean adds = file != null && name != null && may != null;
            boolean any = file != null || name != null || may != null;
            if (forgotten == null ? !adds : any) {
                throw new ParameterException(
                        spec.commandLine(), "Give either FILE, --name and --may, or --forget and a name");
            }
            Trusting.with(ring, () -> {
                KeyRing before = KeyRing.read(ring);
                (adds ? before.with(key()) : before.without(forgotten)).write(ring);
                return ring;
            });
            terminal.print(adds ? name + " may " + may + " now." : forgotten + " is forgotten.");
            return ExitStatus.CLEAN.code();
        }

        private EnrolledKey key() {
            return Trusting.with(file, () -> {
                Set<Right> rights = KeyRing.rights(may);
                return EnrolledKey.of(name, rights, VerifyingKey.read(file));
            });
        }
    }
}

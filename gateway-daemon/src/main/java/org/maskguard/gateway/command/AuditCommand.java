package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskguard.cli.ExitStatus;
import org.maskguard.cli.HelpOption;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.store.AuditCheck;
import org.maskguard.trust.CanonicalJson;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;
import org.maskguard.trust.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies the audit log of a store.
@Command(
        name = "audit",
        header = "Verifies the log of what the gateway did, from its first row.",
        description = {
            "",
            "Each row holds the hash of all before it; every hundredth, every verdict and every stop is signed with the"
                    + " gateway's key. The first row that is not as it was written is named. The gateway may be running.",
            "",
            "A store that was put back whole, as it was earlier, holds too: note the last row's hash elsewhere now and"
                    + " then, and give it with --noted. The key must be one that you know: have a copy of your own.",
            "",
            "Exit status 0 where the log holds, 1 where it does not, 2 where it cannot be read.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard gateway audit /var/lib/maskguard",
            "      verifies the whole log with the key in /var/lib/maskguard/keys",
            "  maskguard gateway audit --key gateway.pub --noted 4711:9f86d0... copy-of-store",
            "      the same with a key of your own, and that row 4711 is the one that was noted"
        })
final class AuditCommand implements Callable<Integer> {

    private static final Pattern NOTED = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder of the store: 'folder' in the configuration.")
    private Path folder;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The gateway's public key; DIR/keys/daemon.pem.pub by default.")
    private Path keyFile;

    @Option(
            names = "--noted",
            paramLabel = "ROW:HASH",
            description = "A row and its hash, as an earlier run printed them: it must still be so.")
    private String noted;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    @Mixin
    HelpOption help;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        VerifyingKey key = key();
        Path file = folder.resolve(Configuration.STORE);
        try {
            AuditCheck.Found found = AuditCheck.of(file, key);
            Optional<String> broken = found.broken().isPresent() ? found.broken() : missed(file);
            say(found, broken, key);
            return (broken.isEmpty() ? ExitStatus.CLEAN : ExitStatus.REFUSED).code();
        } catch (IOException e) {
            throw new UsageMistake(e.getMessage());
        }
    }

    private VerifyingKey key() {
        Path file = keyFile == null
                ? SigningKey.publicBeside(folder.resolve(Configuration.KEYS).resolve(Configuration.DAEMON_KEY))
                : keyFile;
        try {
            return VerifyingKey.read(file);
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(file, e));
        } catch (Untrusted e) {
            throw new UsageMistake(e.getMessage());
        }
    }

    /// What is wrong with the row that was noted; empty where nothing is.
    private Optional<String> missed(Path file) throws IOException {
        if (noted == null) {
            return Optional.empty();
        }
        Matcher matcher = NOTED.matcher(noted);
        if (!matcher.matches()) {
            throw new UsageMistake("--noted wants a row and its hash, such as 4711:9f86d0... with 64 digits");
        }
        long row = Long.parseLong(matcher.group(1));
        Optional<String> hash = AuditCheck.hashOf(file, row);
        if (hash.isEmpty()) {
            return Optional.of("row " + row + ", which was noted, is missing");
        }
        return hash.get().equals(matcher.group(2))
                ? Optional.empty()
                : Optional.of("row " + row + " is not the one that was noted");
    }

    private void say(AuditCheck.Found found, Optional<String> broken, VerifyingKey key) {
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("schema", 1);
            line.put("holds", broken.isEmpty());
            line.put("broken", broken.orElse(null));
            line.put("rows", found.rows());
            line.put("signed", found.signatures());
            line.put("hash", found.hash());
            line.put("key", key.id());
            terminal.print(CanonicalJson.text(line));
        } else if (broken.isPresent()) {
            terminal.print("The log does not hold: " + broken.get() + ".");
            if (found.rows() > 0) {
                terminal.print("Up to row " + found.rows() + " it is as it was written.");
            }
        } else {
            terminal.print("The log holds: %d %s, %d of them signed with the key %s."
                    .formatted(found.rows(), found.rows() == 1 ? "row" : "rows", found.signatures(), key.id()));
            terminal.print("The last, to note elsewhere: " + found.rows() + ":" + found.hash());
        }
    }
}

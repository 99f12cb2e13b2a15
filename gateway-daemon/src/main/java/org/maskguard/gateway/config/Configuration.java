package org.maskguard.gateway.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.classify.Policy;
import org.maskguard.gateway.log.LogSettings;
import org.maskguard.gateway.spool.SpoolLimits;

/// The whole configuration of a daemon. Immutable; all paths are absolute.
///
/// @param folder holds the store, and what has no folder of its own
/// @param spool folder of the jobs
/// @param keys folder of the daemon's own key and of the list of enrolled ones
/// @param policy what is refused, as everywhere else
/// @param printers at least one, no two of a name
public record Configuration(
        Path folder,
        Path spool,
        SpoolLimits spoolLimits,
        Path keys,
        HttpSettings http,
        LogSettings log,
        Policy policy,
        List<PrinterEntry> printers) {

    /// Where a configuration is looked for that is not named.
    public static final Path USUAL_FILE = Path.of("/etc/maskguard/gateway.toml");

    /// Name of the store's file.
    public static final String STORE = "gateway.db";

    /// Name of the folder of keys, where nothing else is configured.
    public static final String KEYS = "keys";

    /// Name of the file with the gateway's own pair of keys.
    public static final String DAEMON_KEY = "daemon.pem";

    private static final long LARGEST = 4 << 20;

    public Configuration {
        printers = List.copyOf(printers);
    }

    /// The store's file.
    public Path storeFile() {
        return folder.resolve(STORE);
    }

    /// The daemon's own key, with which it signs verdicts and the audit log.
    public Path daemonKey() {
        return keys.resolve(DAEMON_KEY);
    }

    /// The list of keys that may clear and permit, as `key enrol` writes it.
    public Path keyRing() {
        return keys.resolve("enrolled");
    }

    /// The secret that operators' programs show to the HTTP end; only its owner may read it.
    public Path tokenFile() {
        return folder.resolve("http.token");
    }

    /// Where the running daemon says which address its HTTP end has.
    public Path addressFile() {
        return folder.resolve("http.address");
    }

    /// Reads a file; paths in it are relative to its folder.
    ///
    /// @throws IOException where it cannot be read
    /// @throws InvalidConfiguration with everything that is wrong with it
    public static Configuration read(Path file) throws IOException, InvalidConfiguration {
        Path whole = file.toAbsolutePath().normalize();
        if (Files.size(whole) > LARGEST) {
            throw new InvalidConfiguration(List.of(new Problem(1, 1, "it is larger than 4 MiB")));
        }
        try {
            return parse(Files.readString(whole), whole.getParent());
        } catch (CharacterCodingException e) {
            throw new InvalidConfiguration(List.of(new Problem(1, 1, "it is not in UTF-8")));
        }
    }

    /// Reads a text.
    ///
    /// @param base what its paths are relative to
    public static Configuration parse(String text, Path base) throws InvalidConfiguration {
        return new ConfigurationReader(base.toAbsolutePath().normalize()).read(text);
    }
}

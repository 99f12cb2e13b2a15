package org.maskguard.gateway.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskguard.classify.Policy;
import org.maskguard.classify.PolicyReader;
import org.maskguard.gateway.gate.GateSettings;
import org.maskguard.gateway.log.LogSettings;
import org.maskguard.gateway.spool.SpoolLimits;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// Reads the file from top to bottom and notes all that is wrong. For one file.
final class ConfigurationReader {

    private static final Path USUAL_FOLDER = Path.of("/var/lib/maskguard");
    private static final long LEAST_SPOOL = 1 << 20;
    private static final long MOST_SPOOL = 1L << 50;

    private final Path base;
    private final List<Problem> problems = new ArrayList<>();

    ConfigurationReader(Path base) {
        this.base = base;
    }

    Configuration read(String text) throws InvalidConfiguration {
        TomlParseResult document = Toml.parse(text);
        // Past a mistake in the form, what is read may not be what was meant: only the form is told then.
        document.errors()
                .forEach(error -> problems.add(new Problem(
                        error.position().line(), error.position().column(), firstLine(error.getMessage()))));
        fail();
        Section root = new Section(document, "", TomlPosition.positionAt(1, 1), problems::add);
        Path folder = root.path("folder", base, USUAL_FOLDER);
        Section spool = root.section("spool");
        Path spoolFolder = spool.path("folder", base, folder.resolve("spool"));
        SpoolLimits limits = spoolLimits(spool);
        Section keys = root.section("keys");
        Path keyFolder = keys.path("folder", base, folder.resolve(Configuration.KEYS));
        keys.end();
        HttpSettings http = http(root.section("http"));
        LogSettings log = log(root.section("log"));
        Section policyTable = root.section("policy");
        Policy policy = PolicyReader.of(
                policyTable.table(),
                policyTable.start(),
                fault -> problems.add(new Problem(fault.line(), fault.column(), fault.getMessage())));
        PrinterReader reader = new PrinterReader(base, folder);
        Section defaults = root.section("defaults");
        GateSettings usual = reader.gate(defaults, GateSettings.usual(""));
        defaults.end();
        List<PrinterEntry> printers = reader.printers(root, usual);
        root.end();
        fail();
        return new Configuration(folder, spoolFolder, limits, keyFolder, http, log, policy, printers);
    }

    private void fail() throws InvalidConfiguration {
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems.stream().sorted().toList());
        }
    }

    private static SpoolLimits spoolLimits(Section spool) {
        SpoolLimits usual = SpoolLimits.USUAL;
        long job = spool.quantity("max_job", Quantity.SIZE, usual.maxJob(), LEAST_SPOOL, MOST_SPOOL);
        long total = spool.quantity("max_total", Quantity.SIZE, usual.maxTotal(), LEAST_SPOOL, MOST_SPOOL);
        long free = spool.quantity("min_free", Quantity.SIZE, usual.minFree(), 0, MOST_SPOOL);
        if (job > total) {
            spool.problem(
                    spool.has("max_job") ? "max_job" : "max_total",
                    "does not fit: 'spool.max_job' (%s) is more than 'spool.max_total' (%s)"
                            .formatted(Quantity.SIZE.write(job), Quantity.SIZE.write(total)));
        }
        spool.end();
        return new SpoolLimits(job, total, free);
    }

    private static HttpSettings http(Section http) {
        HttpSettings usual = HttpSettings.USUAL;
        boolean enabled = http.flag("enabled", usual.enabled());
        Optional<Address> address = Address.of(http.text("address", usual.host() + ":" + usual.port()), 0);
        if (address.isEmpty()) {
            http.problem("address", "must be an address and a port, such as \"127.0.0.1:8427\"");
        } else if (!address.get().isLoopback()) {
            http.problem("address", "must be on this machine: 127.0.0.1, [::1] or localhost");
        }
        http.end();
        return address.map(each -> new HttpSettings(enabled, each.host(), each.port()))
                .orElse(usual);
    }

    private LogSettings log(Section log) {
        LogSettings usual = LogSettings.USUAL;
        LogSettings read = new LogSettings(
                log.word("format", LogSettings.Format.class, usual.format()),
                log.word("level", LogSettings.Level.class, usual.least()),
                log.text("file", "").isEmpty() ? Optional.empty() : Optional.ofNullable(log.path("file", base, null)));
        log.end();
        return read;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("not TOML");
    }
}

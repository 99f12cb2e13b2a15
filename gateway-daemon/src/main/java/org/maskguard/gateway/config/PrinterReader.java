package org.maskguard.gateway.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maskguard.gateway.gate.GateSettings;
import org.maskguard.gateway.gate.Mode;
import org.maskguard.gateway.job.JobRules;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.StrictReader;
import org.maskguard.gateway.line.WordClass;
import org.maskguard.gateway.printer.Patience;

/// Reads what is configured for printers. For one file.
final class PrinterReader {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final long HOUR = 3600 * SECOND;
    private static final int LEAST_BAUD = 1200;
    private static final int MOST_BAUD = 10_000_000;
    private static final int MOST_WINDOW = 32;
    private static final double MOST_MM = 100_000;

    /// As permits name printers ([org.maskguard.trust.Permit]).
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern WORD = Pattern.compile("([GMT])(0|[1-9][0-9]{0,3})");

    private final Path base;
    private final Path folder;
    private final Set<String> names = new HashSet<>();

    /// Who has which port, so that no two have the same.
    private final Map<End, String> taken = new HashMap<>();

    /// @param base what paths are relative to
    /// @param folder where what has no path of its own is put
    PrinterReader(Path base, Path folder) {
        this.base = base;
        this.folder = folder;
    }

    /// All printers of the file.
    ///
    /// @param usual what holds for a printer that says nothing else
    List<PrinterEntry> printers(Section root, GateSettings usual) {
        boolean there = root.has("printer");
        List<PrinterEntry> printers = new ArrayList<>();
        for (Section each : root.sections("printer")) {
            printers.add(printer(each, usual));
        }
        if (!there) {
            root.problem("there is no printer: write [[printer]] on its own line, and its 'name', 'host' and 'port'");
        }
        return printers;
    }

    private PrinterEntry printer(Section section, GateSettings usual) {
        String name = name(section);
        List<End> hosts = hosts(section, name);
        End port = port(section, name);
        GateSettings gate = gate(section, named(usual, name));
        section.end();
        return new PrinterEntry(hosts, port, gate);
    }

    private String name(Section section) {
        String name = section.text("name", "");
        if (!section.has("name")) {
            section.problem("this printer has no 'name'");
        } else if (!NAME.matcher(name).matches()) {
            section.problem("name", "must have up to 64 letters, digits, '.', '_' or '-'");
        } else if (!names.add(name)) {
            section.problem("name", "stands twice: there is another printer '" + name + "'");
        }
        return name;
    }

    private List<End> hosts(Section section, String name) {
        boolean there = section.has("host");
        List<Section> ends = section.sections("host");
        if (!there || ends.isEmpty()) {
            section.problem("the printer '" + name + "' has no 'host': write host = [{ pty = \"PATH\" }]");
        }
        List<End> hosts = new ArrayList<>();
        for (Section each : ends) {
            end(each, List.of("pty", "tcp", "serial"), name).ifPresent(hosts::add);
        }
        return hosts;
    }

    private End port(Section section, String name) {
        if (!section.has("port")) {
            section.problem(
                    "the printer '" + name + "' has no 'port': write port = { serial = \"/dev/…\", baud = 115200 }");
            return new End.Simulated(folder, 1);
        }
        return end(section.section("port"), List.of("serial", "tcp", "simulated"), name)
                .orElse(new End.Simulated(folder, 1));
    }

    /// One end, of one of these kinds.
    private Optional<End> end(Section section, List<String> kinds, String name) {
        List<String> given = kinds.stream().filter(section::has).toList();
        Optional<End> end = Optional.empty();
        if (given.size() == 1) {
            end = switch (given.getFirst()) {
                case "pty" ->
                    Optional.ofNullable(section.path("pty", base, null)).map(End.Pty::new);
                case "tcp" -> tcp(section);
                case "serial" -> serial(section);
                default -> simulated(section, name);
            };
            section.end();
        } else {
            section.problem("one of " + String.join(", ", kinds) + " must stand here");
        }
        end.ifPresent(each -> {
            String other = taken.putIfAbsent(each, name);
            if (other != null) {
                section.problem(given.getFirst(), "is the same as another of the printer '" + other + "'");
            }
        });
        return end;
    }

    private static Optional<End> tcp(Section section) {
        Optional<Address> address = Address.of(section.text("tcp", "x:1"), 1);
        if (address.isEmpty()) {
            section.problem("tcp", "must be an address and a port, such as \"192.168.1.20:8080\" or \"[::1]:8080\"");
        }
        return address.map(each -> new End.Tcp(each.host(), each.port()));
    }

    private static Optional<End> serial(Section section) {
        String port = section.text("serial", "");
        int baud = section.whole("baud", 115_200, LEAST_BAUD, MOST_BAUD);
        if (port.isBlank()) {
            section.problem("serial", "must be a port's name, such as \"/dev/serial/by-id/…\" or \"COM3\"");
            return Optional.empty();
        }
        return Optional.of(new End.Serial(port, baud));
    }

    private Optional<End> simulated(Section section, String name) {
        if (!section.flag("simulated", true)) {
            section.problem("simulated", "must be true where it stands");
            return Optional.empty();
        }
        Path log = section.path("log", base, folder.resolve(name + "-printer.log"));
        return Optional.of(new End.Simulated(log, section.number("hurry", 1, 1, 10_000)));
    }

    /// What is done with a printer's jobs.
    GateSettings gate(Section section, GateSettings usual) {
        Mode mode = section.word("mode", Mode.class, usual.mode());
        int window = section.whole("window", usual.window(), 1, MOST_WINDOW);
        JobRules rules = rules(section, usual.rules());
        Section words = section.section("words");
        boolean machine = words.flag("machine", usual.machineWhenIdle());
        Set<String> allowed = allowed(words, usual.allowed());
        words.end();
        Section refusal = section.section("refusal");
        boolean kills = refusal.flag("m112", usual.killsOnRefusal());
        refusal.end();
        Section bed = section.section("bed");
        String clearWord = command(bed, "clear_command", usual.bedClearWord());
        long clearAfter = bed.quantity("clear_after", Quantity.DURATION, usual.bedClearAfter(), 0, 24 * HOUR);
        bed.end();
        Section safe = section.section("safe");
        double highest = safe.number("highest_mm", usual.highest(), 0, MOST_MM);
        safe.end();
        return new GateSettings(
                usual.printer(),
                mode,
                rules,
                machine,
                allowed,
                kills,
                clearWord,
                clearAfter,
                highest,
                patience(section.section("patience"), usual.patience()),
                window);
    }

    private static JobRules rules(Section section, JobRules usual) {
        Section burst = section.section("burst");
        long quiet = burst.quantity("quiet", Quantity.DURATION, usual.quiet(), 50 * MILLI, 60 * SECOND);
        burst.end();
        Section end = section.section("end");
        long lastWait = end.quantity("last_wait", Quantity.DURATION, usual.lastWait(), 100 * MILLI, HOUR);
        long off = end.quantity("switched_off", Quantity.DURATION, usual.switchedOff(), 100 * MILLI, HOUR);
        long timeout = end.quantity("timeout", Quantity.DURATION, usual.timeout(), SECOND, HOUR);
        String marker = command(end, "marker", usual.endMarker());
        end.end();
        Section pause = section.section("pause");
        long longest = pause.quantity("max", Quantity.DURATION, usual.longestPause(), SECOND, 24 * HOUR);
        pause.end();
        Section idle = section.section("idle");
        double extrusion = idle.number("extrude_mm", usual.idleExtrusion(), 0, 10_000);
        idle.end();
        return new JobRules(quiet, lastWait, off, timeout, longest, extrusion, marker);
    }

    private static Patience patience(Section section, Patience usual) {
        Patience read = new Patience(
                section.quantity("answer", Quantity.DURATION, usual.answer(), SECOND, HOUR),
                section.quantity("answer_of_busy", Quantity.DURATION, usual.answerOfBusy(), SECOND, HOUR),
                section.quantity("ok_of_resend", Quantity.DURATION, usual.okOfResend(), 10 * MILLI, 60 * SECOND),
                section.quantity("idle", Quantity.DURATION, usual.idle(), 10 * MILLI, 60 * SECOND),
                section.quantity("opening", Quantity.DURATION, usual.opening(), 100 * MILLI, 60 * SECOND),
                section.whole("attempts", usual.attempts(), 1, 100));
        section.end();
        return read;
    }

    private static Set<String> allowed(Section words, Set<String> usual) {
        Set<String> allowed = new HashSet<>();
        for (String word : words.texts("allow", List.copyOf(usual))) {
            if (!WORD.matcher(word).matches()) {
                words.problem("allow", "must hold words such as \"M42\", not \"" + word + "\"");
            } else if (WordClass.of(word.charAt(0), Integer.parseInt(word.substring(1))) != WordClass.CLOSED) {
                words.problem("allow", "is for words that are closed, which " + word + " is not");
            } else {
                allowed.add(word);
            }
        }
        return allowed;
    }

    /// A command as the gateway writes it, so that it can be found among lines; empty where there is none.
    private static String command(Section section, String key, String usual) {
        String text = section.text(key, usual);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return text;
        }
        if (new StrictReader().read(bytes, 0, bytes.length) instanceof Command command) {
            return command.text();
        }
        section.problem(key, "must be one command, such as \"M400\"");
        return usual;
    }

    private static GateSettings named(GateSettings settings, String name) {
        return new GateSettings(
                name,
                settings.mode(),
                settings.rules(),
                settings.machineWhenIdle(),
                settings.allowed(),
                settings.killsOnRefusal(),
                settings.bedClearWord(),
                settings.bedClearAfter(),
                settings.highest(),
                settings.patience(),
                settings.window());
    }
}

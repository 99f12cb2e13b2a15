package org.maskguard.gcode;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.maskguard.gcode.Configuration.Macro;

/// Commands whose lines stand elsewhere: the printer's macros and other files.
final class Calls {

    private final Configuration configuration;
    private final Scripts scripts;
    private final Deposits deposits;

    /// Macros under way: a macro that calls its own name means the command that it replaced.
    private final Set<String> running = new HashSet<>();

    private long callLine;
    private String call;

    Calls(Configuration configuration, Scripts scripts, Deposits deposits) {
        this.configuration = configuration;
        this.scripts = scripts;
        this.deposits = deposits;
    }

    /// Executes a macro of the configuration.
    ///
    /// @return whether there is one of this name
    boolean expand(String name, long number) throws UnreadableJob {
        String upper = name.toUpperCase(Locale.ROOT);
        Macro macro = configuration.macros().get(upper);
        if (macro == null || running.contains(upper)) {
            return false;
        }
        switch (macro.kind()) {
            case HARMLESS -> {}
            case EXPANDED -> {
                running.add(upper);
                scripts.run(macro.body(), upper, number);
                running.remove(upper);
            }
            case DRAWS ->
                throw new UnreadableJob(
                        "missing-body",
                        number,
                        name,
                        "line " + number + ": " + name + ": the configuration says that it draws, and not where");
        }
        return true;
    }

    boolean isEmpty() {
        return configuration.macros().isEmpty();
    }

    /// A command that draws by the printer's own plan; RepRapFirmware's M98 runs a file and returns.
    void draw(Line line, long number) throws UnreadableJob {
        if (line.letter == 'M' && line.kind == Line.Kind.CODE) {
            line.readWords();
            if (line.quoteFrom >= 0 && expand(line.text(line.quoteFrom, line.quoteTo), number)) {
                return;
            }
            if (call == null) {
                call = line.command();
                callLine = number;
            }
        }
        deposits.doubt("unknown-command", number, line.command(), "the command draws by the printer's own plan");
    }

    /// The job starts, stores or chooses another file: what that holds is not here, unless the configuration has
    /// it.
    void file(Line line, long number) throws UnreadableJob {
        String name = line.rest()
                .replaceFirst("^(?i:FILENAME=)", "")
                .replace("\"", "")
                .strip();
        if (name.isEmpty() || !expand(name, number)) {
            throw line.refusal("missing-body", number, "it runs or writes another file, whose lines are not here");
        }
    }

    /// A job that deposits nothing itself but runs a file prints what that file holds.
    void end() throws UnreadableJob {
        if (deposits.count() == 0 && call != null) {
            throw new UnreadableJob(
                    "missing-body",
                    callLine,
                    call,
                    "line " + callLine + ": " + call + ": the job prints only what another file holds");
        }
    }
}

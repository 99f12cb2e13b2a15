package org.maskguard.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// `maskguard COMMAND`: finds the command, runs it, and ends with its exit status.
public final class Main {

    private final Terminal terminal;
    private final CommandProvider core;
    private boolean othersAsked;

    Main(Terminal terminal, CommandProvider core) {
        this.terminal = terminal;
        this.core = core;
    }

    public static void main(String[] arguments) {
        Main main = new Main(Terminal.ofProcess(), new CoreCommands());
        main.end(main.run(arguments));
    }

    /// Runs one command in this process.
    ///
    /// @return its exit status
    public static int run(Terminal terminal, String... arguments) {
        return new Main(terminal, new CoreCommands()).run(arguments);
    }

    int run(String... arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (RuntimeException | Error e) {
            // Errors pass picocli by, running out of memory among them.
            return failed(e, String.join(" ", arguments));
        }
    }

    /// Ends this process. A tenth of a short command is saved by not letting Java start its logging to log the
    /// exit;
    /// commands of other modules may have hooks for the end, which this would leave out.
    void end(int status) {
        if (othersAsked) {
            System.exit(status);
        }
        Runtime.getRuntime().halt(status);
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine root = new CommandLine(new RootCommand());
        for (CommandEntry entry : needed(arguments.length == 0 ? "" : arguments[0])) {
            root.addSubcommand(entry.name(), entry.command().apply(terminal));
        }
        return root.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler((mistake, given) -> misused(mistake))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, said(result)));
    }

    /// Only the command that is called for, where it is known: making all of them would cost every start.
    private List<CommandEntry> needed(String name) {
        List<CommandEntry> all = new ArrayList<>(core.commands());
        Optional<CommandEntry> ours = named(all, name);
        if (ours.isPresent()) {
            return List.of(ours.get());
        }
        othersAsked = true;
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            all.addAll(provider.commands());
        }
        return named(all, name).map(List::of).orElse(all);
    }

    private static Optional<CommandEntry> named(List<CommandEntry> entries, String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private int misused(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String sentence = mistake.getMessage().lines().findFirst().orElse("the command line is wrong");
        terminal.say("%s: %s%s; see '%s --help'"
                .formatted(name, Visible.text(uncapitalised(sentence)), suggestion(mistake), name));
        return ExitStatus.UNREADABLE.code();
    }

    private static String suggestion(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return ", did you mean '" + unmatched.getSuggestions().getFirst() + "'?";
        }
        return "";
    }

    private int failed(Throwable fault, String doing) {
        return switch (fault) {
            case UsageMistake mistake -> {
                terminal.say("maskguard: " + Visible.text(mistake.getMessage()));
                yield ExitStatus.UNREADABLE.code();
            }
            // Whoever read the results left before the end: not knowing all, they must not be told that all is well.
            case OutputClosed closed when closed.readerLeft() -> ExitStatus.UNREADABLE.code();
            case OutputClosed closed -> {
                terminal.say("maskguard: standard output takes no more: "
                        + Visible.text(String.valueOf(closed.getCause().getMessage())));
                yield ExitStatus.FAULT.code();
            }
            default -> {
                new FaultLog(terminal).report(doing, fault);
                yield ExitStatus.FAULT.code();
            }
        };
    }

    private static String said(ParseResult result) {
        return String.join(" ", result.originalArgs());
    }

    private static String uncapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}

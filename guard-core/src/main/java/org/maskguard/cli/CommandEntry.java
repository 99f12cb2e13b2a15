package org.maskguard.cli;

import java.util.function.Function;

/// One command: its name, and how to make the object that picocli runs.
///
/// The object is made only when its command is called for, or when help lists them all.
///
/// @param name the word after `maskguard`
/// @param command makes a picocli-annotated `Callable<Integer>` (or one with subcommands) for a terminal
public record CommandEntry(String name, Function<Terminal, Object> command) {}

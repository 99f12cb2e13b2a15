package org.maskguard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// From the arguments of a command to the things to judge, in an order that is the same on every machine.
final class Targets {

    /// Names that a folder is searched for. What is named on the command line is judged whatever it is called.
    private static final Pattern NAMES = Pattern.compile(".*\\.(stl|3mf|obj|ply|gcode|gco|g|bgcode)(\\.gz)?");

    private final List<Target> found = new ArrayList<>();

    private Targets() {}

    /// @param recursive whether folders are searched; else they are things to judge like any other, and unreadable
    static List<Target> of(List<String> arguments, boolean recursive) {
        if (arguments.stream().filter(Target.STANDARD_INPUT::equals).count() > 1) {
            throw new UsageMistake("standard input ('-') can be read only once");
        }
        Targets targets = new Targets();
        for (String argument : arguments) {
            targets.add(argument, recursive);
        }
        return List.copyOf(targets.found);
    }

    private void add(String argument, boolean recursive) {
        if (argument.equals(Target.STANDARD_INPUT)) {
            found.add(new Target(argument, null, 0, null));
            return;
        }
        Path path = path(argument);
        if (recursive && Files.isDirectory(path)) {
            search(path);
        } else {
            addFile(path);
        }
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageMistake("'" + argument + "' cannot be the name of a file here");
        }
    }

    /// Links to files count, links to folders do not: they can go round in circles.
    private void search(Path folder) {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            found.add(new Target(folder.toString(), folder, 0, "This folder may not be listed."));
            return;
        }
        for (Path child : children) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                search(child);
            } else if (isPrintFile(child) && !Files.isDirectory(child)) {
                addFile(child);
            }
        }
    }

    private static boolean isPrintFile(Path file) {
        return NAMES.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }

    private void addFile(Path path) {
        found.add(new Target(path.toString(), path, size(path), null));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}

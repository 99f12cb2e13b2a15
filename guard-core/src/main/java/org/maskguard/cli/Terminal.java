package org.maskguard.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where a command reads and writes: results to standard output, everything else to standard error, both in UTF-8.
///
/// @param environment for NO_COLOR and its like; commands that need a variable take it from here
/// @param outIsTerminal whether a person reads standard output
/// @param errIsTerminal whether a person reads standard error
public record Terminal(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    /// The streams of this process.
    ///
    /// The launcher says in the property `maskguard.terminal` which of `out` and `err` are terminals: Java itself
    /// only knows about all streams together.
    public static Terminal ofProcess() {
        String told = System.getProperty("maskguard.terminal");
        boolean all =
                told == null && System.console() != null && System.console().isTerminal();
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                all || (told != null && told.contains("out")),
                all || (told != null && told.contains("err")));
    }

    /// Writes one line of results.
    ///
    /// @throws OutputClosed when standard output takes no more
    public void print(String line) {
        try {
            out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }

    /// Writes one line to people, if anybody is there to read it.
    public void say(String line) {
        sayRaw(line + '\n');
    }

    /// Whether results are to be coloured.
    public boolean colour() {
        return colour(outIsTerminal);
    }

    /// Whether what is said to people is to be coloured.
    public boolean errColour() {
        return colour(errIsTerminal);
    }

    void sayRaw(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Nobody reads what is said to people: there is nobody left to tell.
            return;
        }
    }

    /// NO_COLOR over CLICOLOR_FORCE over CLICOLOR and TERM, as no-color.org and bixense.com/clicolors have it.
    private boolean colour(boolean isTerminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return isTerminal
                && !isDumb()
                && !environment.getOrDefault("CLICOLOR", "1").equals("0");
    }

    /// Whether the terminal understands no cursor movements or colours.
    boolean isDumb() {
        String term = environment.getOrDefault("TERM", "");
        return term.equals("dumb") || (term.isEmpty() && !environment.containsKey("WINDIR"));
    }
}

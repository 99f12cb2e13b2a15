package org.maskguard.gateway.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.maskguard.cli.Visible;
import org.maskguard.gateway.log.LogSettings.Format;
import org.maskguard.gateway.log.LogSettings.Level;
import org.maskguard.trust.CanonicalJson;

/// Writes one line an event. Thread-safe.
///
/// What comes from outside cannot forge a line or move a cursor: control characters are written as escapes. A file is
/// added to, so that `logrotate` may cut it (`copytruncate`). Nothing here knows a secret: tokens and keys are never
/// given to it.
public final class Log implements AutoCloseable {

    private final LogSettings settings;
    private final OutputStream out;
    private final InstantSource clock;
    private boolean failed;

    /// Opens the log.
    ///
    /// @param err where lines go when no file is configured
    /// @throws IOException where the file cannot be written
    public static Log open(LogSettings settings, OutputStream err, InstantSource clock) throws IOException {
        if (settings.file().isEmpty()) {
            return new Log(settings, err, clock);
        }
        Path file = settings.file().get();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Log(
                settings, Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
    }

    private Log(LogSettings settings, OutputStream out, InstantSource clock) {
        this.settings = settings;
        this.out = out;
        this.clock = clock;
    }

    /// Writes one event, where it is grave enough.
    ///
    /// @param printer its name; empty where it is about the gateway
    /// @param text what happened, one clause
    public void write(Level level, String printer, String text) {
        write(level, printer, text, null);
    }

    /// The same, with what went wrong.
    ///
    /// @param fault may be null; its stack follows, within the one line where that is JSON
    public void write(Level level, String printer, String text, Throwable fault) {
        if (level.compareTo(settings.least()) < 0) {
            return;
        }
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String line = settings.format() == Format.JSON
                ? json(at, level, printer, text, fault)
                : text(at, level, printer, text, fault);
        put(line + "\n");
    }

    @Override
    public void close() throws IOException {
        if (settings.file().isPresent()) {
            out.close();
        }
    }

    private synchronized void put(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            failed = false;
        } catch (IOException e) {
            // A full disk must not stop a print; said once, to whoever still reads.
            if (!failed) {
                failed = true;
                System.err.println("maskguard: the log cannot be written: " + e.getMessage());
            }
        }
    }

    private static String text(String at, Level level, String printer, String text, Throwable fault) {
        StringBuilder line = new StringBuilder(at).append(' ');
        line.append(String.format(Locale.ROOT, "%-5s", level.word())).append(' ');
        line.append(printer.isEmpty() ? "-" : Visible.text(printer)).append(' ').append(Visible.text(text));
        if (fault != null) {
            stack(fault)
                    .replace("\t", "  ")
                    .lines()
                    .forEach(each -> line.append("\n    ").append(Visible.text(each)));
        }
        return line.toString();
    }

    private static String json(String at, Level level, String printer, String text, Throwable fault) {
        Map<String, String> members = new HashMap<>();
        members.put("at", at);
        members.put("level", level.word());
        if (!printer.isEmpty()) {
            members.put("printer", printer);
        }
        members.put("text", text);
        if (fault != null) {
            members.put("fault", stack(fault));
        }
        members.replaceAll((name, value) -> whole(value));
        return CanonicalJson.text(members);
    }

    /// Halves of surrogate pairs, for which JSON has no form, become question marks.
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String stack(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString().stripTrailing();
    }
}

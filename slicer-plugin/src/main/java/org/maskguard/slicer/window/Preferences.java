package org.maskguard.slicer.window;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/// How the maker likes the window: kept in one small file. What cannot be read or written is forgotten: a window that
/// does not open for that would be worse.
///
/// @param language a code such as `de`, or empty for the system's
/// @param size of the text, in per cent of the usual
record Preferences(String language, Colours colours, int size) {

    static final Preferences USUAL = new Preferences("", Colours.SYSTEM, 100);

    private static final int LEAST_SIZE = 70;
    private static final int MOST_SIZE = 250;

    /// Sets of colours.
    enum Colours {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Preferences {
        size = Math.clamp(size, LEAST_SIZE, MOST_SIZE);
    }

    static Preferences read(Path file) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            return new Preferences(
                    kept.getProperty("language", ""),
                    Colours.valueOf(kept.getProperty("colours", "system").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(kept.getProperty("size", "100")));
        } catch (IOException | IllegalArgumentException e) {
            return USUAL;
        }
    }

    void write(Path file) {
        Properties kept = new Properties();
        kept.setProperty("language", language);
        kept.setProperty("colours", colours.word());
        kept.setProperty("size", Integer.toString(size));
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                kept.store(writer, null);
            }
        } catch (IOException e) {
            // It holds for this window then.
            return;
        }
    }

    /// The language to speak.
    Wording wording() {
        return Wording.of(language.isEmpty() ? Locale.getDefault() : Locale.of(language));
    }

    Preferences in(String other) {
        return new Preferences(other, colours, size);
    }

    Preferences with(Colours other) {
        return new Preferences(language, other, size);
    }

    Preferences sized(int other) {
        return new Preferences(language, colours, other);
    }
}

package org.maskguard.gateway.log;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What is logged, how and where.
///
/// @param least nothing less grave is written
/// @param file lines are added to it; empty: standard error
public record LogSettings(Format format, Level least, Optional<Path> file) {

    /// What holds where nothing is configured.
    public static final LogSettings USUAL = new LogSettings(Format.TEXT, Level.INFO, Optional.empty());

    /// How a line looks.
    public enum Format {
        /// For people.
        TEXT,
        /// For programs: one object a line.
        JSON
    }

    /// How grave something is, least first.
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        /// The word that stands in the log and in the configuration.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

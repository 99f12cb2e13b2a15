package org.maskguard.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.log.LogSettings.Format;
import org.maskguard.gateway.log.LogSettings.Level;
import org.maskguard.trust.StrictJson;

class LogTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aLineForPeopleHasInstantGravityPrinterAndText() throws IOException {
        try (Log log = log(Format.TEXT, Level.INFO)) {
            log.write(Level.INFO, "p1", "a job began");
            log.write(Level.ERROR, "", "the store cannot be written");
            log.write(Level.DEBUG, "p1", "not grave enough");
        }
        assertThat(written())
                .isEqualTo("2026-01-02T03:04:05.678Z info  p1 a job began\n"
                        + "2026-01-02T03:04:05.678Z error - the store cannot be written\n");
    }

    @Test
    void aLineForProgramsIsOneObject() throws Exception {
        try (Log log = log(Format.JSON, Level.DEBUG)) {
            log.write(Level.WARN, "p1", "said \"x\"\nand \u001b[31m and \uD800", new IllegalStateException("why"));
            log.write(Level.DEBUG, "", "ü");
        }
        assertThat(written().lines()).hasSize(2);
        Map<String, Object> line =
                new StrictJson(100_000).object(written().lines().findFirst().orElseThrow());
        assertThat(line)
                .containsEntry("at", "2026-01-02T03:04:05.678Z")
                .containsEntry("level", "warn")
                .containsEntry("printer", "p1")
                .containsEntry("text", "said \"x\"\nand \u001b[31m and ?");
        assertThat((String) line.get("fault")).startsWith("java.lang.IllegalStateException: why\n");
        assertThat(written()).doesNotContain("\u001b").endsWith("\"text\":\"ü\"}\n");
    }

    @Test
    void whatComesFromOutsideForgesNoLine() throws IOException {
        try (Log log = log(Format.TEXT, Level.INFO)) {
            log.write(Level.INFO, "p1", "M117 x\n2026-01-02T03:04:05.678Z error p1 forged\u001b[2J");
        }
        assertThat(written().lines()).hasSize(1);
        assertThat(written()).contains("x<U+000A>2026").contains("<U+001B>[2J");
    }

    @Test
    void aFaultComesWithItsStack() throws IOException {
        try (Log log = log(Format.TEXT, Level.INFO)) {
            log.write(Level.ERROR, "p1", "a fault", new IllegalStateException("why"));
        }
        assertThat(written()).contains("p1 a fault\n    java.lang.IllegalStateException: why\n      at ");
    }

    @Test
    void aFileIsAddedTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("logs/gateway.log");
        LogSettings settings = new LogSettings(Format.TEXT, Level.INFO, Optional.of(file));
        for (String text : new String[] {"one", "two"}) {
            try (Log log = Log.open(settings, err, CLOCK)) {
                log.write(Level.INFO, "", text);
            }
        }
        assertThat(Files.readString(file)).contains("- one\n").endsWith("- two\n");
        assertThat(written()).isEmpty();
    }

    private Log log(Format format, Level least) throws IOException {
        return Log.open(new LogSettings(format, least, Optional.empty()), err, CLOCK);
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

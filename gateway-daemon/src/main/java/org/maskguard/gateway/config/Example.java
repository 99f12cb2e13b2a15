package org.maskguard.gateway.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The annotated configuration that the gateway comes with.
public final class Example {

    private Example() {}

    /// Its text: every key, with what holds where it is left out.
    public static String text() {
        try (InputStream in = Example.class.getResourceAsStream("example.toml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the example is part of the program", e);
        }
    }
}

package org.maskguard.gateway.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.maskguard.cli.Main;
import org.maskguard.cli.Terminal;

/// What a command said, and how it ended.
record Ran(int status, String out, String err) {

    static Ran of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), out, err, Map.of("TERM", "dumb"), false, false);
        int status = Main.run(terminal, arguments);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

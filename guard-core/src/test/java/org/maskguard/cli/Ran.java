package org.maskguard.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a command did: its exit status and what it wrote.
record Ran(int status, String out, String err) {

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /// A command to run in this process, and the circumstances.
    ///
    /// @param state where details of faults go
    record Command(Path state, Map<String, String> environment, String input, boolean terminal, FakeMain.Pages pages) {

        static Command in(Path state) {
            return new Command(state, Map.of("TERM", "xterm"), "", false, FakeMain::nothing);
        }

        Command input(String text) {
            return new Command(state, environment, text, terminal, pages);
        }

        Command onTerminal() {
            return new Command(state, environment, input, true, pages);
        }

        Command with(String variable, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(variable, value);
            return new Command(state, more, input, terminal, pages);
        }

        Command pages(FakeMain.Pages writer) {
            return new Command(state, environment, input, terminal, writer);
        }

        Ran run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
            Map<String, String> all = new HashMap<>(environment);
            all.put("XDG_STATE_HOME", state.toString());
            Terminal place = new Terminal(in, out, err, all, terminal, terminal);
            int status = FakeMain.with(place, pages).run(arguments);
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}

package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Standard output that takes no more.
class OutputTest {

    @TempDir
    private Path folder;

    private String harmless;
    private String mask;

    @BeforeEach
    void writeFiles() throws IOException {
        harmless = Files.writeString(folder.resolve("a.stl"), "pass").toString();
        mask = Files.writeString(folder.resolve("b.stl"), "refuse").toString();
    }

    @Test
    void aReaderWhoLeftIsNoFaultButNotToldThatAllIsWell() {
        assertThat(scan("Broken pipe", harmless, harmless)).isEqualTo(new Ran(2, "", ""));
        assertThat(scan("Broken pipe", mask, harmless)).isEqualTo(new Ran(1, "", ""));
    }

    @Test
    void aFullDiskIsToldInOneLine() {
        assertThat(scan("No space left on device", harmless))
                .isEqualTo(new Ran(3, "", "maskguard: standard output takes no more: No space left on device\n"));
    }

    private Ran scan(String trouble, String... files) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(trouble);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), full, err, Map.of("XDG_STATE_HOME", folder.toString()), false, false);
        String[] arguments = new String[files.length + 1];
        arguments[0] = "scan";
        System.arraycopy(files, 0, arguments, 1, files.length);
        int status = FakeMain.with(terminal, FakeMain::nothing).run(arguments);
        return new Ran(status, "", err.toString(StandardCharsets.UTF_8));
    }
}

package org.maskguard.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleThatItPrintsIsRight() throws IOException {
        Path file = folder.resolve("gateway.toml");
        Files.writeString(file, Ran.of("gateway", "check", "--example").out());
        Ran ran = Ran.of("gateway", "check", file.toString());
        assertThat(ran).isEqualTo(new Ran(0, file + ": nothing is wrong; 1 printer\n", ""));
        assertThat(Ran.of("gateway", "check", "--json", file.toString()).out())
                .isEqualTo("{\"file\":\"" + file + "\",\"printers\":1,\"problems\":0,\"schema\":1}\n");
    }

    @Test
    void allMistakesAreSaidAndTheStatusIsTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.toml"), "foldr = \"x\"\nspool = 1\nprinter = 2\n");
        Ran ran = Ran.of("gateway", "check", file.toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out())
                .isEqualTo(("FILE:1:1: unknown key 'foldr'; did you mean 'folder'?\n"
                                + "FILE:2:1: 'spool' must be a table: write [spool] on its own line\n"
                                + "FILE:3:1: 'printer' must be a list of tables\n")
                        .replace("FILE", file.toString()));
        assertThat(Ran.of("gateway", "check", "--json", file.toString()).out().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"column\":1,\"file\":")
                .endsWith("\"line\":1,\"schema\":1,\"text\":\"unknown key 'foldr'; did you mean 'folder'?\"}");
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        Path file = folder.resolve("none.toml");
        assertThat(Ran.of("gateway", "check", file.toString()))
                .isEqualTo(new Ran(2, "", "maskguard: " + file + ": there is no such file\n"));
    }
}

package org.maskguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules of the house that show in the text of the sources only.
class SourceRulesTest {

    /// The folder of the whole project: tests run in their module's.
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern VAR = Pattern.compile("^\\s*(final\\s+)?var\\s+\\w+|[(]\\s*(final\\s+)?var\\s+\\w+");
    private static final Pattern OLD_JAVADOC = Pattern.compile("^\\s*/[*][*]");
    private static final Pattern VAGUE_NAME = Pattern.compile("\\w+(Manager|Helper|Utils?)[.]java");

    @Test
    void typesAreWrittenOut() throws IOException {
        assertThat(linesWith(VAR)).isEmpty();
    }

    @Test
    void documentationIsMarkdown() throws IOException {
        assertThat(linesWith(OLD_JAVADOC)).isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() throws IOException {
        assertThat(sources())
                .map(source -> source.getFileName().toString())
                .noneMatch(name -> VAGUE_NAME.matcher(name).matches());
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(PROJECT.relativize(source) + ":" + (i + 1) + ": "
                            + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("guard-core", "slicer-plugin", "gateway-daemon", "test-meshes")) {
            Path source = PROJECT.resolve(module).resolve("src");
            if (Files.isDirectory(source)) {
                try (Stream<Path> walk = Files.walk(source)) {
                    walk.filter(path -> path.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        return all;
    }
}

package org.maskguard.suite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What keeps a seed's bytes the same on every machine, and the suite apart from the guard.
class PlainArithmeticTest {

    private static final Path SUITE = Path.of("src/main/java/org/maskguard/suite");
    private static final List<String> GENERATING =
            List.of("geometry", "face", "parts", "positive", "nearmiss", "axis", "bench");

    /// Functions of `Math` that Java lets a machine round as it likes.
    private static final Pattern LOOSE = Pattern.compile(
            "(?<!Strict)Math\\.(sin|cos|tan|asin|acos|atan|atan2|exp|log|log10|pow|hypot|cbrt|toRadians)\\(");

    private static final Pattern GUARD =
            Pattern.compile("org\\.maskguard\\.(landmark|curvature|train|wear|surface|assembly|deposit)\\b");

    private static final Pattern CLOCK =
            Pattern.compile("java\\.util\\.Random|Math\\.random|LocalDate\\.now|Instant\\.now");

    @Test
    void generatorsRoundTheSameEverywhere() throws IOException {
        assertThat(linesWith(LOOSE)).isEmpty();
        assertThat(linesWith(CLOCK)).isEmpty();
    }

    @Test
    void generatorsKnowNothingOfTheDetector() throws IOException {
        assertThat(linesWith(GUARD)).isEmpty();
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : GENERATING) {
            try (Stream<Path> sources = Files.list(SUITE.resolve(folder))) {
                for (Path source : sources.toList()) {
                    Files.readAllLines(source).stream()
                            .filter(line -> pattern.matcher(line).find())
                            .forEach(line -> found.add(source.getFileName() + ": " + line.strip()));
                }
            }
        }
        return found;
    }
}

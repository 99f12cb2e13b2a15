package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties texts(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Wording.class.getResourceAsStream("wording" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es", "_fr", "_zh"})
    void everyLanguageSaysEverythingWithTheSameNumbers(String suffix) throws IOException {
        Properties english = texts("");
        Properties other = texts(suffix);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank();
        }
    }

    private static List<String> places(String text) {
        return List.copyOf(new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList()));
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(Wording.of(Locale.GERMANY).number(36.58, 1)).isEqualTo("36,6");
        assertThat(Wording.of(Locale.US).number(36.58, 1)).isEqualTo("36.6");
        assertThat(Wording.of(Locale.US).number(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void nothingIsCertain() {
        assertThat(Wording.of(Locale.US).percent(1)).isEqualTo("99%");
        assertThat(Wording.of(Locale.US).percent(0.874)).isEqualTo("87%");
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Wording.of(Locale.of("da")).text("close")).isEqualTo("Close");
            assertThat(Wording.of(Locale.US).text("close")).isEqualTo("Close");
            assertThat(Wording.of(Locale.of("de", "AT")).text("close")).isEqualTo("Schließen");
        } finally {
            Locale.setDefault(before);
        }
    }
}

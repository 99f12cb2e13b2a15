package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @Test
    void whatMarkupReadsIsEscaped() {
        assertThat(Markup.escape("<a href=\"x\" title='y'>&amp;"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
    }

    @Test
    void controlsHalvesAndMarksThatTurnTheTextAreReplaced() {
        assertThat(Markup.escape("a\u0000b\u001bc\ud800d\u202egnp.stl\u2066e\ufffff"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffdgnp.stl\ufffde\ufffdf");
    }

    @Test
    void lettersOfTheWorldStay() {
        assertThat(Markup.escape("маска-面具-😀-é")).isEqualTo("маска-面具-😀-é");
        assertThat(Markup.escape(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "face.stl | face.stl",
                "-rf | ./-rf",
                "my face.stl | 'my face.stl'",
                "it's.stl | 'it'\\''s.stl'",
                "$(reboot).stl | '$(reboot).stl'",
                "`` | FILE",
            })
    void aNameIsOneWordOfAShellsLine(String file, String word) {
        assertThat(Words.shellWord(file)).isEqualTo(word);
    }

    @Test
    void aNameThatTurnsTheLineIsNotShownAsACommand() {
        assertThat(Words.shellWord("a\nrm -rf .stl")).isEqualTo("FILE");
        assertThat(Words.shellWord("a\u202elts.stl")).isEqualTo("FILE");
    }
}

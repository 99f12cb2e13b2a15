package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final StrictJson JSON = new StrictJson(10_000);

    @Test
    void readsWhatJsonIs() throws Untrusted {
        assertThat(JSON.object(" {\"a\":[1,-0,2.5,1e3,null,true],\"b\":{\"c\":\"\\u20ac\"}} \n"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, -0.0, 2.5, 1000L, null, true), "b", Map.of("c", "€")));
        assertThat(JSON.read("[9007199254740992,9007199254740993,0.1]"))
                .isEqualTo(List.of(1L << 53, 9007199254740992.0, 0.1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1e999}",
                "{\"a\":01}",
                "{\"a\":\"\\ud83d\"}",
                "{\"\\ude00\":1}",
                "{\"a\":1,}",
                "// no\n{}",
                "[1]",
                "\"text\"",
                "null"
            })
    void refusesWhatMayMeanTwoThings(String text) {
        assertThatExceptionOfType(Untrusted.class)
                .isThrownBy(() -> JSON.object(text))
                .satisfies(e -> assertThat(e.word()).isEqualTo("malformed"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void refusesWhatIsDeepOrLong() {
        assertThatExceptionOfType(Untrusted.class).isThrownBy(() -> JSON.read("[".repeat(5000) + "]".repeat(5000)));
        assertThatExceptionOfType(Untrusted.class).isThrownBy(() -> JSON.read("[" + "1".repeat(9000) + "]"));
        assertThatExceptionOfType(Untrusted.class).isThrownBy(() -> JSON.read("\"" + "x".repeat(20_000) + "\""));
    }
}

package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// PEERS A6: emergency words in raw bytes.
class EmergencyScannerTest {

    @ParameterizedTest
    @ValueSource(strings = {"M112", "M1129", "  M112", "M 112", "N1 M112*999", "N-7M112", "M112 whatever"})
    void aStopIsSeenByPrefixWithAnyNumberAndChecksum(String line) {
        assertThat(scan(line + "\n")).containsExactly(Emergency.KILL);
        assertThat(scan(line + "\r")).containsExactly(Emergency.KILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {";M112", "G1 M112", "m112", "M11 2", "M11", "N1 G1 M112", "XM112"})
    void whatTheFirmwareDoesNotTakeForOneIsNone(String line) {
        assertThat(scan(line + "\n")).isEmpty();
    }

    @Test
    void allFiveAreKnown() {
        assertThat(scan("M108\nM410\nM524\nM876 S1\nM112\n"))
                .containsExactly(
                        Emergency.BREAK_WAIT,
                        Emergency.QUICK_STOP,
                        Emergency.ABORT_CARD,
                        Emergency.ANSWER,
                        Emergency.KILL);
    }

    @Test
    void anAnswerNeedsItsIndex() {
        assertThat(scan("M876\nM876 P1\n")).isEmpty();
    }

    @Test
    void nothingIsObeyedBeforeTheLineEnds() {
        assertThat(scan("M112")).isEmpty();
    }

    @Test
    void theLineAfterAHalfWordIsSeenToo() {
        assertThat(scan("M1\nM112\n")).containsExactly(Emergency.KILL);
    }

    private static List<Emergency> scan(String text) {
        EmergencyScanner scanner = new EmergencyScanner();
        List<Emergency> words = new ArrayList<>();
        for (byte b : Bytes.of(text)) {
            Emergency word = scanner.take(b);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }
}

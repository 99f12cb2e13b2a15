package org.maskguard.slicer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuotedStringsTest {

    private static final long SEED = 20261125;

    @Test
    void readsWhatPrusaSlicerWrites() {
        assertThat(QuotedStrings.parse("a;b")).containsExactly("a", "b");
        assertThat(QuotedStrings.parse("\"/usr/bin/perl -w x.pl\";b")).containsExactly("/usr/bin/perl -w x.pl", "b");
        assertThat(QuotedStrings.parse("\"say \\\"hi\\\"; then\\nstop\"")).containsExactly("say \"hi\"; then\nstop");
        assertThat(QuotedStrings.parse("")).isEmpty();
        assertThat(QuotedStrings.parse("\"\"")).containsExactly("");
    }

    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(QuotedStrings.format(List.of("/opt/a", "two words"))).isEqualTo("/opt/a;\"two words\"");
        assertThat(QuotedStrings.format(List.of("C:\\x"))).isEqualTo("\"C:\\\\x\"");
    }

    @Test
    void refusesWhatIsNotClosed() {
        assertThatThrownBy(() -> QuotedStrings.parse("\"open")).hasMessage("a quote is not closed");
        assertThatThrownBy(() -> QuotedStrings.parse("\"a\" b")).hasMessage("something follows a closing quote");
    }

    @Test
    void whatIsWrittenIsReadBackWhateverItIs() {
        SplittableRandom random = new SplittableRandom(SEED);
        String letters = "ab \";\\\t\r\nä'$";
        for (int round = 0; round < 2000; round++) {
            List<String> strings = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                StringBuilder one = new StringBuilder();
                for (int j = random.nextInt(0, 8); j > 0; j--) {
                    one.append(letters.charAt(random.nextInt(letters.length())));
                }
                strings.add(one.toString());
            }
            // An empty string at the end of several has no mark of its own.
            if (strings.size() > 1 && strings.getLast().isEmpty()) {
                strings.removeLast();
            }
            String written = QuotedStrings.format(strings);
            assertThat(QuotedStrings.parse(written))
                    .as("seed %d, %s", SEED, written)
                    .isEqualTo(strings);
        }
    }
}

package org.maskguard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final StrictJson JSON = new StrictJson(1 << 20);

    /// RFC 8785, appendix B.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreThoseOfTheRfc(String bits, String expected) {
        assertThat(CanonicalJson.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    /// RFC 8785, section 3.2.2 and 3.2.4.
    @Test
    void theSampleOfTheRfcComesOut() throws Untrusted {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(CanonicalJson.text(JSON.read(sample)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /// RFC 8785, section 3.2.3.
    @Test
    void membersAreOrderedByTheirUtf16Units() throws Untrusted {
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";
        assertThat(CanonicalJson.text(JSON.read(sample)).replaceAll("\"[^\"]*\":", ""))
                .isEqualTo("{\"Carriage Return\",\"One\",\"Control\",\"Latin Small Letter O With Diaeresis\","
                        + "\"Euro Sign\",\"Emoji: Grinning Face\",\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// Numbers read back as themselves, and none could be written with a digit less.
    @ParameterizedTest
    @ValueSource(longs = {8785, 754})
    void numbersAreTheShortestThatReadBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(number)) {
                continue;
            }
            String text = CanonicalJson.text(number);
            assertThat(Double.parseDouble(text)).isEqualTo(number);
            BigDecimal written = new BigDecimal(text).stripTrailingZeros();
            if (written.precision() > 1) {
                assertThat(readsShorter(number, written.precision() - 1))
                        .as("seed %d: %s", seed, text)
                        .isFalse();
            }
        }
    }

    private static boolean readsShorter(double number, int digits) {
        BigDecimal exact = new BigDecimal(number);
        return exact.round(new MathContext(digits, RoundingMode.DOWN)).doubleValue() == number
                || exact.round(new MathContext(digits, RoundingMode.UP)).doubleValue() == number;
    }

    @Test
    void wholeNumbersAreWrittenWholly() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("b", 1L << 53);
        all.put("a", -7);
        assertThat(CanonicalJson.text(all)).isEqualTo("{\"a\":-7,\"b\":9007199254740992}");
    }

    @Test
    void whatHasNoFormIsRefused() {
        for (Object none : new Object[] {
            Double.NaN, Double.NEGATIVE_INFINITY, (1L << 53) + 1, "half \ud83d", "\ude00 half", 'c', 1.5f
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(none));
        }
    }
}

package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "1.",
                ".5",
                "-.5e-3",
                "1e+01",
                "1E5",
                "3.4028235e38",
                "1e-45",
                "1e400",
                "1e-400",
                "0.1",
                "16777217",
                "9007199254740993",
                "0.000000000000000000000000000000000000000000001",
                "7e22",
                "123456789012345678",
                "1234567890123456789",
                "00000000000000000000000000001.5",
                "1e0000000000000005"
            })
    void plainDecimalsAreReadAsJavaReadsThem(String text) {
        assertThat(parse(text)).isEqualTo(Float.parseFloat(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1,5",
                "1.2.3",
                "--1",
                "1-",
                "NaN",
                "inf",
                "Infinity",
                "0x1p3",
                "1f",
                "1d",
                "1_000",
                "1e5.0",
                "one",
                "1 2"
            })
    void everythingElseIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void anyFloatSurvivesPrintingAndReading() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertThat(parse(Float.toString(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void numbersWithManyDigitsAreRoundedAsJavaRoundsThem() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
            String text = String.format(Locale.ROOT, "%." + random.nextInt(20) + (i % 2 == 0 ? "f" : "e"), value);
            assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
        }
    }

    @Test
    void numbersAtAndBesideTheMiddleOfTwoFloatsAreRoundedAsJavaRoundsThem() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            float value = random.nextFloat() * 1000;
            BigDecimal middle = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.valueOf(2));
            for (String text : new String[] {
                middle.toPlainString(),
                middle.toPlainString() + "0000000000001",
                middle.round(new MathContext(17)).toPlainString(),
                middle.round(new MathContext(18)).toPlainString()
            }) {
                assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
            }
        }
    }

    private static float parse(String text) {
        byte[] bytes = Written.ascii("7" + text + "7");
        return Decimal.parseFloat(bytes, 1, bytes.length - 1);
    }
}

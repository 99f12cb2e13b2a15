package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maskguard.io.job.Packing.bytes;
import static org.maskguard.io.job.Packing.joined;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Unreadable;

class MeatPackTest {

    private static final byte[] ON = bytes(0xFF, 0xFF, 251);
    private static final byte[] OFF = bytes(0xFF, 0xFF, 250);
    private static final byte[] RESET = bytes(0xFF, 0xFF, 249);
    private static final byte[] QUERY = bytes(0xFF, 0xFF, 248);
    private static final byte[] NO_BLANKS = bytes(0xFF, 0xFF, 247);
    private static final byte[] BLANKS = bytes(0xFF, 0xFF, 246);

    private static String decode(int piece, byte[]... parts) throws Unreadable, Malformed {
        byte[] packed = joined(parts);
        MeatPack meatPack = new MeatPack();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < packed.length; from += piece) {
            meatPack.decode(packed, from, Math.min(packed.length, from + piece), (b, f, t) -> out.write(b, f, t - f));
        }
        meatPack.end();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String decode(byte[]... parts) throws Unreadable, Malformed {
        return decode(1, parts);
    }

    private static Malformed fault(byte[]... parts) {
        Malformed fault = catchThrowableOfType(Malformed.class, () -> decode(parts));
        assertThat(fault).isNotNull();
        return fault;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasPackedComesBackWhateverThePiecesItComesIn(boolean noBlanks) throws Unreadable, Malformed {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            String text = Packing.job(random.nextInt(2000), random);
            byte[] packed = Packing.meatPack(bytes(text), noBlanks, random);
            int piece = 1 + random.nextInt(40_000);
            assertThat(decode(piece, packed))
                    .as("seed " + seed + ", pieces of " + piece)
                    .isEqualTo(text);
        }
    }

    @Test
    void anyBytesButSignalsComeBack() throws Unreadable, Malformed {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            byte[] text = new byte[random.nextInt(500)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) random.nextInt(255);
            }
            assertThat(bytes(decode(3, Packing.meatPack(text, seed % 2 == 0, random))))
                    .as("seed " + seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void everyCodeHasItsCharacter() throws Unreadable, Malformed {
        assertThat(decode(ON, bytes(0x10, 0x32, 0x54, 0x76, 0x98, 0xBA, 0xED, 0x0C)))
                .isEqualTo("0123456789. GX\n");
        assertThat(decode(ON, NO_BLANKS, bytes(0xBA))).isEqualTo(".E");
        assertThat(decode(ON, NO_BLANKS, BLANKS, bytes(0xBA))).isEqualTo(". ");
    }

    @Test
    void charactersWithoutACodeFollowAsTheyAre() throws Unreadable, Malformed {
        assertThat(decode(ON, bytes(0x1F, 'M'))).as("the first").isEqualTo("M1");
        assertThat(decode(ON, bytes(0xF1, 'M'))).as("the second").isEqualTo("1M");
        assertThat(decode(ON, bytes(0xFF, 'M', 'T'))).as("both").isEqualTo("MT");
    }

    @Test
    void whatFollowsALineFeedInAPairIsFilling() throws Unreadable, Malformed {
        assertThat(decode(ON, bytes(0x1C, 0x21))).isEqualTo("\n12");
        assertThat(decode(ON, bytes(0xFC, 0x21))).as("a half of 15 too").isEqualTo("\n12");
        assertThat(decode(ON, bytes(0x1F, '\n')))
                .as("but not behind one that is not packed")
                .isEqualTo("\n1");
    }

    @Test
    void withoutPackingTextIsTextAndASingleSignalIsAByte() throws Unreadable, Malformed {
        assertThat(decode(bytes("G1 X"), ON, bytes(0x21), OFF, bytes("; \u00FFa"), QUERY, bytes("b")))
                .isEqualTo("G1 X12; \u00FFab");
        assertThat(decode(ON, bytes(0x21), RESET, bytes("M2"))).isEqualTo("12M2");
    }

    @Test
    void anUnknownCommandIsDamageAtItsByte() {
        Malformed fault = fault(ON, bytes(0x21, 0xFF, 0xFF, 253, 0x21));
        assertThat(fault).hasMessage("has the unknown MeatPack command 253");
        assertThat(fault.at()).isEqualTo(6);
        assertThat(fault(bytes(0xFF, 0xFF, 0xFF, 251))).hasMessage("has the unknown MeatPack command 255");
    }

    @Test
    void aCommandWithinAPairIsDamage() {
        assertThat(fault(ON, bytes(0x1F), OFF)).hasMessage("has a MeatPack command within a pair of characters");
    }

    @Test
    void whatReadersTakeForTwoThingsAfterAResetIsDamage() throws Unreadable, Malformed {
        assertThat(fault(NO_BLANKS, RESET, ON, bytes(0x21, 0xB1)).at()).isEqualTo(10);
        assertThat(decode(NO_BLANKS, RESET, ON, NO_BLANKS, bytes(0xB1))).isEqualTo("1E");
        assertThat(decode(RESET, ON, bytes(0xB1))).isEqualTo("1 ");
    }

    @Test
    void aCutWithinACommandOrAPairIsTruncated() {
        assertThat(fault(bytes(0xFF)).code()).isEqualTo("truncated");
        assertThat(fault(bytes(0xFF, 0xFF)).code()).isEqualTo("truncated");
        assertThat(fault(ON, bytes(0xF1)).code()).isEqualTo("truncated");
        assertThat(fault(ON, bytes(0xFF, 'M')).code()).isEqualTo("truncated");
    }

    @Test
    void aLongStreamIsDecodedWhole() throws Unreadable, Malformed {
        byte[] packed = new byte[100_000];
        Arrays.fill(packed, (byte) 0x21);
        assertThat(decode(packed.length + 3, ON, packed)).isEqualTo("12".repeat(packed.length));
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Unreadable;

class HeatshrinkTest {

    private static byte[] decode(byte[] packed, int windowBits, long size, int piece) throws Unreadable, Malformed {
        Heatshrink heatshrink = new Heatshrink(windowBits, size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < packed.length; from += piece) {
            heatshrink.decode(packed, from, Math.min(packed.length, from + piece), (b, f, t) -> out.write(b, f, t - f));
        }
        heatshrink.end();
        return out.toByteArray();
    }

    private static Malformed fault(byte[] packed, long size) {
        Malformed fault = catchThrowableOfType(Malformed.class, () -> decode(packed, 11, size, 7));
        assertThat(fault).isNotNull();
        return fault;
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void whatWasPackedComesBackWhateverThePiecesItComesIn(int windowBits) throws Unreadable, Malformed {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            byte[] text = Packing.bytes(Packing.job(random.nextInt(400), random));
            byte[] packed = Packing.heatshrink(text, windowBits, random);
            int piece = 1 + random.nextInt(5000);
            assertThat(decode(packed, windowBits, text.length, piece))
                    .as("seed " + seed + ", pieces of " + piece)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void anyBytesComeBack(int windowBits) throws Unreadable, Malformed {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(9000)];
            int values = 1 + random.nextInt(256);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(values);
            }
            byte[] packed = Packing.heatshrink(bytes, windowBits, random);
            assertThat(decode(packed, windowBits, bytes.length, 997))
                    .as("seed " + seed)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void aRepetitionReachesBackAsFarAsTheWindow(int windowBits) throws Unreadable, Malformed {
        byte[] text = new byte[(1 << windowBits) + 40_000];
        new Random(3).nextBytes(text);
        System.arraycopy(text, 20_000, text, 20_000 + (1 << windowBits), 16);
        Packing.Bits bits = new Packing.Bits();
        for (int i = 0; i < text.length; i++) {
            if (i == 20_000 + (1 << windowBits)) {
                bits.put(0, 1);
                bits.put((1 << windowBits) - 1, windowBits);
                bits.put(15, 4);
                i += 15;
            } else {
                bits.put(1, 1);
                bits.put(text[i] & 0xFF, 8);
            }
        }
        assertThat(decode(bits.bytes(), windowBits, text.length, 4096)).isEqualTo(text);
    }

    @Test
    void whatLiesBeforeTheBeginningIsZero() throws Unreadable, Malformed {
        Packing.Bits bits = new Packing.Bits();
        bits.put(0, 1);
        bits.put(5, 11);
        bits.put(3, 4);
        assertThat(decode(bits.bytes(), 11, 4, 100)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aRepetitionMayOverlapItself() throws Unreadable, Malformed {
        Packing.Bits bits = new Packing.Bits();
        bits.put(1, 1);
        bits.put('x', 8);
        bits.put(0, 1);
        bits.put(0, 11);
        bits.put(15, 4);
        assertThat(decode(bits.bytes(), 11, 17, 100)).isEqualTo(Packing.bytes("x".repeat(17)));
    }

    @Test
    void everyCutIsTruncated() {
        byte[] text = Packing.bytes(Packing.job(5, new Random(4)));
        byte[] packed = Packing.heatshrink(text, 11, new Random(4));
        for (int length = 0; length < packed.length; length++) {
            assertThat(fault(Arrays.copyOf(packed, length), text.length).code())
                    .as("cut at " + length)
                    .isEqualTo("truncated");
        }
    }

    @Test
    void bytesBehindTheEndAreNotPassedOver() throws Unreadable, Malformed {
        byte[] text = Packing.bytes("G1 X1 Y2 E3\n");
        byte[] packed = Packing.heatshrink(text, 11, new Random(5));
        assertThat(decode(Arrays.copyOf(packed, packed.length + 1), 11, text.length, 4))
                .isEqualTo(text);
        Malformed fault = fault(Arrays.copyOf(packed, packed.length + 9), text.length);
        assertThat(fault.code()).isEqualTo("bad-archive");
        assertThat(fault).hasMessage("goes on after its 12 bytes are complete");
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.job.Packing.bytes;
import static org.maskguard.io.job.Packing.joined;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.io.Limits;
import org.maskguard.io.Unreadable;
import org.maskguard.io.Written.Zip;
import org.maskguard.io.job.Packing.Binary;

/// Whatever the bytes, the readers of print jobs give bounded text or one fault, and the same however the bytes come.
///
/// The ordinary build runs the seeds. To look for a counter-example, for a minute and one target at a time:
///
/// ```
/// JAZZER_FUZZ=1 mvn -pl guard-core test -Dtest='JobFuzzTest#bgcode'
/// ```
class JobFuzzTest {

    private static final int MOST_TEXT = 1 << 20;

    private static final Limits LIMITS = new Limits(1 << 20, 10_000, 1 << 12, MOST_TEXT, 200, 20, 8, 16);

    private static final Set<String> CODES = Set.of(
            "empty",
            "truncated",
            "unknown-format",
            "bad-archive",
            "unsupported",
            "too-large",
            "bad-number",
            "bad-index",
            "no-surface",
            "bad-xml");

    private static final String JOB = Packing.job(30, new Random(1));

    private interface Decoder {
        void decode(byte[] bytes, int from, int to, ByteSink sink) throws Unreadable, Malformed;

        void end() throws Malformed;
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void meatPack(byte[] packed) throws Unreadable {
        String whole = outcome(meatPackDecoder(), packed, packed.length);
        assertThat(whole.length()).isLessThanOrEqualTo(2 * packed.length + 100);
        assertThat(outcome(meatPackDecoder(), packed, 1)).isEqualTo(whole);
        assertThat(outcome(meatPackDecoder(), packed, 7)).isEqualTo(whole);
    }

    static Stream<byte[]> meatPack() {
        return Stream.of(
                Packing.meatPack(bytes(JOB), true, new Random(1)),
                Packing.meatPack(bytes(JOB), false, new Random(2)),
                bytes(0xFF, 0xFF, 251, 0x1F, 'M', 0xFF, 0xFF, 249, 'x', 0xFF, 0xFF, 248, 0xFF, 0xFF, 251, 0xFC));
    }

    /// The first byte says which window, the second and third how much comes out.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void heatshrink(byte[] input) throws Unreadable {
        if (input.length < 3) {
            return;
        }
        int window = 11 + (input[0] & 1);
        int size = input[1] & 0xFF | (input[2] & 0xFF) << 8;
        byte[] packed = Arrays.copyOfRange(input, 3, input.length);
        String whole = outcome(heatshrinkDecoder(window, size), packed, packed.length);
        assertThat(whole.length()).isLessThanOrEqualTo(size + 100);
        assertThat(outcome(heatshrinkDecoder(window, size), packed, 1)).isEqualTo(whole);
        assertThat(outcome(heatshrinkDecoder(window, size), packed, 5)).isEqualTo(whole);
    }

    static Stream<byte[]> heatshrink() {
        byte[] text = bytes(JOB);
        byte[] size = bytes(text.length & 0xFF, text.length >> 8);
        return Stream.of(
                joined(bytes(0), size, Packing.heatshrink(text, 11, new Random(1))),
                joined(bytes(1), size, Packing.heatshrink(text, 12, new Random(2))));
    }

    /// Without checksums, which would hide most of the reader from a fuzzer.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void bgcode(byte[] blocks) {
        check(joined(Binary.header(1, 0), blocks));
    }

    static Stream<byte[]> bgcode() {
        Binary file = new Binary(false)
                .block(Binary.FILE_METADATA, 0, 0, bytes("a=b\n"))
                .picture(2, 4, 4, new byte[5])
                .block(Binary.PRINT, 1, 0, bytes("c=d\n"));
        for (int i = 0; i < 12; i++) {
            file.text(i / 3, i % 3, "G1 X1 Y2 E3 ; " + i + "\n");
        }
        byte[] all = file.bytes();
        return Stream.of(Arrays.copyOfRange(all, 10, all.length));
    }

    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void gzip(byte[] file) {
        check(joined(bytes(0x1F, 0x8B), file));
    }

    static Stream<byte[]> gzip() {
        byte[] one = Packing.gzip(bytes(JOB));
        byte[] two = joined(one, Packing.gzip(Packing.meatPack(bytes(JOB), true, new Random(1))), new byte[9]);
        return Stream.of(Arrays.copyOfRange(one, 2, one.length), Arrays.copyOfRange(two, 2, two.length));
    }

    /// Texts, archives and everything else.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void anyFile(byte[] file) {
        check(file);
    }

    static Stream<byte[]> anyFile() {
        return Stream.of(
                bytes(JOB),
                bytes("%\n(x)\nSTART_PRINT A=1\nn1g1x1*5\rG1\tX1\0Y2\r\n{a}\n"),
                Packing.meatPack(bytes(JOB), true, new Random(1)),
                new Zip()
                        .add("a.gcode", JOB)
                        .add("a.gcode.md5", "0")
                        .add("b.gz", Packing.gzip(bytes(JOB)))
                        .bytes());
    }

    private static Decoder meatPackDecoder() {
        MeatPack meatPack = new MeatPack();
        return new Decoder() {
            @Override
            public void decode(byte[] bytes, int from, int to, ByteSink sink) throws Unreadable, Malformed {
                meatPack.decode(bytes, from, to, sink);
            }

            @Override
            public void end() throws Malformed {
                meatPack.end();
            }
        };
    }

    private static Decoder heatshrinkDecoder(int window, int size) {
        Heatshrink heatshrink = new Heatshrink(window, size);
        return new Decoder() {
            @Override
            public void decode(byte[] bytes, int from, int to, ByteSink sink) throws Unreadable, Malformed {
                heatshrink.decode(bytes, from, to, sink);
            }

            @Override
            public void end() throws Malformed {
                heatshrink.end();
            }
        };
    }

    /// The text, or what is wrong.
    private static String outcome(Decoder decoder, byte[] packed, int piece) throws Unreadable {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (int from = 0; from < packed.length; from += piece) {
                int to = Math.min(packed.length, from + piece);
                decoder.decode(packed, from, to, (bytes, begin, end) -> out.write(bytes, begin, end - begin));
            }
            decoder.end();
            return out.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (Malformed e) {
            assertThat(CODES).contains(e.code());
            assertThat(e.at()).isBetween(0L, (long) packed.length);
            // How much is known of what lies behind the end depends on the piece.
            return e.code() + e.getMessage();
        }
    }

    private static void check(byte[] file) {
        long[] given = new long[1];
        try {
            Input input = InputReader.read(
                    new ByteArrayInputStream(file), LIMITS, name -> (bytes, from, to) -> given[0] += to - from);
            assertThat(input.job() == null && input.model() == null).isFalse();
        } catch (Unreadable e) {
            assertThat(CODES).contains(e.code());
            assertThat(e.where()).isNotNull();
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
        assertThat(given[0]).isLessThanOrEqualTo(MOST_TEXT);
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.job.Packing.bytes;
import static org.maskguard.io.job.Packing.joined;
import static org.maskguard.io.job.Unpacked.fault;
import static org.maskguard.io.job.Unpacked.told;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.io.Written;

class InputReaderTest {

    private static final String TEXT = Packing.job(500, new Random(1));
    private static final String MOVES = "G1 X1 Y1 E1\n".repeat(100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G28\n",
                "; comment\n\n;TYPE:x\nM104 S200\n",
                "g1 x10 y5 e.3\ng1x1\n",
                "N1 G28*18\nN2M105*33\n",
                "N-1 M110*15\n",
                "T0\nM83\n",
                "START_PRINT EXTRUDER_TEMP=200 BED_TEMP=60\nG1 X1\n",
                "print_start\nSET_VELOCITY_LIMIT ACCEL=3000\nEXCLUDE_OBJECT_DEFINE NAME=a\nG90\n",
                "%\nO1234\n(made by CAM)\nG20 G90\nX1.5 Y2.0\n",
                "G28\rG1 X1 Y1\rM84\r",
                "G28\r\nG1X10Y5E.3\r\n",
                "{machine_start}\nG92 E0\n",
                "M117 \u00C5\u0085 unlimited; text\n",
                "G28\nG1 X\0001 Y1\nG1 X2\n",
                "\nG1\tX1\n",
                "# not of any firmware\nG28\nG1 X1\n"
            })
    void aTextWithCommandsIsAJobAndComesOutAsItIs(String text) throws Unreadable {
        Unpacked unpacked = Unpacked.read(bytes(text));
        assertThat(unpacked.format()).isEqualTo("gcode");
        assertThat(unpacked.plates()).containsOnlyKeys("").containsValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear all,\nthe print is at G28 on Monday.\n",
                "; an ini file\n[section]\nkey = value\n",
                "; nothing but comments\n",
                "{\"a\": 1}\n",
                "<html>\n",
                "MESSAGE FROM=me\n",
                "Gcode is a language.\nM is a letter.\n",
                "one,two\n1,2\n",
                "\u00FF\u00FF\u00FF\u00FF",
                "\u00FF\u00D8\u00FF\u00E0 a picture"
            })
    void anythingElseIsAnUnknownFormat(String text) {
        assertThat(fault(bytes(text)).code()).isEqualTo("unknown-format");
    }

    @Test
    void aPictureInCommentsCanFillTheBeginning() throws Unreadable {
        String text = "; thumbnail begin\n" + "; iVBORw0KGgoAAAANSUhEUgAAABAAAAAQ\n".repeat(4000) + "G28\n";
        assertThat(Unpacked.text(bytes(text))).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Unreadable {
        assertThat(Unpacked.text(joined(bytes(0xEF, 0xBB, 0xBF), bytes(TEXT)))).isEqualTo(TEXT);
    }

    @Test
    void modelsAreReadAsEver() throws Unreadable {
        Mesh mesh = Mesh.soup(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0});
        for (byte[] file : List.of(Written.stlBinary(mesh), Written.threeMf(Written.model(mesh)))) {
            Unpacked unpacked = Unpacked.read(file);
            assertThat(unpacked.input().job()).isNull();
            assertThat(unpacked.plates()).isEmpty();
            assertThat(unpacked.input().model().mesh().triangles()).isEqualTo(1);
        }
        String obj = "g1\nv 0 0 0\nv 1 0 0\nv 0 1 0\ng 2\nf 1 2 3\n";
        assertThat(Unpacked.read(bytes(obj)).format()).isEqualTo("obj");
    }

    @Test
    void theDigestIsThatOfTheFile() throws Unreadable, NoSuchAlgorithmException {
        for (byte[] file : List.of(
                bytes(TEXT),
                Packing.gzip(bytes(TEXT)),
                Packing.Binary.begun().text(3, 2, TEXT).bytes(),
                new Written.Zip().add("a.gcode", TEXT).bytes())) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            assertThat(Unpacked.read(file).input().job().sha256())
                    .isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void meatPackIsDecoded() throws Unreadable {
        Unpacked unpacked = Unpacked.read(Packing.meatPack(bytes(TEXT), true, new Random(2)));
        assertThat(unpacked.format()).isEqualTo("gcode-meatpack");
        assertThat(unpacked.plates()).containsValue(TEXT);
        byte[] cut = joined(Packing.meatPack(bytes("G28\n"), true, new Random(2)), bytes(0xFF, 0xFF));
        assertThat(told(cut)).isEqualTo("truncated at byte " + cut.length);
        assertThat(told(joined(bytes(0xFF, 0xFF, 251, 0x21, 0xFF, 0xFF, 1)))).isEqualTo("bad-archive at byte 6");
    }

    @Test
    void aMeatPackStreamThatNeverPacksIsText() throws Unreadable {
        assertThat(Unpacked.text(joined(bytes(0xFF, 0xFF, 250), bytes(MOVES)))).isEqualTo(MOVES);
    }

    @Test
    void aJobThatIsMeatPackAndPlainTextAtOnceIsNotGuessedAt() {
        assertThat(told(joined(bytes(0xFF, 0xFF, 251), bytes("\n" + MOVES)))).isEqualTo("unknown-format at byte 0");
        byte[] late = joined(bytes(TEXT), bytes(0xFF, 0xFF, 251), bytes(TEXT));
        assertThat(told(late)).isEqualTo("unknown-format at byte " + TEXT.length());
    }

    @Test
    void aSignalIsFoundWhereverTheWindowEnds() {
        for (int before = 131_060; before < 131_085; before++) {
            String text = "G28\n;" + "x".repeat(before - 6) + "\n";
            assertThat(told(joined(bytes(text), bytes(0xFF, 0xFF, 250), bytes(MOVES))))
                    .isEqualTo("unknown-format at byte " + before);
        }
    }

    @Test
    void singleBytesFFArePassedOnAsTheyAre() throws Unreadable {
        String text = "G28\n;\u00FF\u00FF\u00FF \u00FF\n\u00FF";
        assertThat(Unpacked.text(bytes(text))).isEqualTo(text);
    }

    @Test
    void aModelThatIsAJobAtOnceIsNotGuessedAt() {
        String obj = "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n" + MOVES;
        assertThat(told(bytes(obj))).isEqualTo("unknown-format");
        byte[] stl = Written.stlBinary(Mesh.soup(new float[9 * 2000]));
        byte[] lines = bytes("\nG1 X1\nG1 Y1\n");
        for (int i = 84 + 1500 * 50; i < stl.length; i += 50) {
            System.arraycopy(lines, 0, stl, i, 12);
        }
        assertThat(told(stl)).isEqualTo("unknown-format");
    }

    @Test
    void aJobThatIsAModelAtOnceIsNotGuessedAt() {
        String faces = "v 0 0 0\nv 1 0 0\nv 0 1 0\n" + "f 1 2 3\n".repeat(100);
        assertThat(told(bytes("G28\nM84\nT0\n" + faces))).isEqualTo("unknown-format");
        assertThat(told(bytes("G28\nM84\nT0\nsolid\n" + "facet normal 0 0 1\n".repeat(100))))
                .isEqualTo("unknown-format");
        byte[] binary = new Packing.Binary(true)
                .block(Packing.Binary.PRINT, 0, 0, bytes("\n" + faces))
                .text(0, 0, "G28\n")
                .bytes();
        assertThat(told(binary)).isEqualTo("unknown-format");
        byte[] stl = Written.stlBinary(Mesh.soup(new float[900]));
        byte[] head = bytes("G28\nM84\nT0\n");
        System.arraycopy(head, 0, stl, 0, head.length);
        assertThat(told(Arrays.copyOf(stl, stl.length + 50)))
                .as("with another triangle behind")
                .startsWith("unknown-format");
        System.arraycopy(bytes(0xFF, 0xFF, 251), 0, stl, 0, 3);
        assertThat(told(stl)).startsWith("unknown-format");
    }

    @Test
    void aJobThatEndsAsAnArchiveIsNotGuessedAt() {
        byte[] zip = new Written.Zip().add("a.gcode", "G28\n").bytes();
        assertThat(told(joined(bytes(TEXT), zip))).isEqualTo("unknown-format");
    }

    @Test
    void gzipIsUnpackedMemberAfterMember() throws Unreadable {
        byte[] two = joined(Packing.gzip(bytes(TEXT)), Packing.gzip(new byte[0]), Packing.gzip(bytes("M84\n")));
        Unpacked unpacked = Unpacked.read(two);
        assertThat(unpacked.format()).isEqualTo("gcode-gz");
        assertThat(unpacked.plates()).containsValue(TEXT + "M84\n");
        assertThat(Unpacked.text(Arrays.copyOf(two, two.length + 512)))
                .as("with zeros behind")
                .hasSize(TEXT.length() + 4);
        assertThat(fault(joined(two, bytes("x"))).code()).isEqualTo("bad-archive");
    }

    @Test
    void gzipHeadersOfAnyKindAreRead() throws Unreadable {
        byte[] gzip = Packing.gzip(bytes(TEXT));
        byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
        byte[] head = bytes(0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 'c', 0);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(head);
        byte[] sum = bytes((int) crc.getValue() & 0xFF, (int) crc.getValue() >> 8 & 0xFF);
        assertThat(Unpacked.text(joined(head, sum, rest))).isEqualTo(TEXT);
        sum[0]++;
        assertThat(fault(joined(head, sum, rest)).code()).isEqualTo("bad-archive");
        head[3] = 0x20;
        assertThat(fault(joined(head, sum, rest)).code()).isEqualTo("bad-archive");
    }

    @Test
    void everyCutOfAGzipIsTruncated() {
        byte[] gzip = Packing.gzip(bytes(Packing.job(20, new Random(3))));
        for (int length = 2; length < gzip.length; length++) {
            assertThat(told(Arrays.copyOf(gzip, length))).as("cut at " + length).startsWith("truncated at byte ");
        }
    }

    @Test
    void aWrongChecksumOrSizeOfAGzipIsDamage() {
        byte[] gzip = Packing.gzip(bytes(TEXT));
        for (int i = gzip.length - 8; i < gzip.length; i++) {
            byte[] changed = gzip.clone();
            changed[i] ^= 4;
            assertThat(told(changed)).isEqualTo("bad-archive at byte " + gzip.length);
        }
    }

    @Test
    void whatIsPackedTwiceOrHoldsNoJobIsNotRead() {
        byte[] stl = Written.stlBinary(Mesh.soup(new float[9]));
        assertThat(told(Packing.gzip(stl))).isEqualTo("unknown-format at unpacked byte 0");
        assertThat(told(Packing.gzip(Packing.gzip(bytes(TEXT))))).isEqualTo("unsupported at unpacked byte 0");
        byte[] zip = new Written.Zip().add("a.gcode", TEXT).bytes();
        assertThat(told(Packing.gzip(zip))).isEqualTo("unsupported at unpacked byte 0");
    }

    @Test
    void binaryAndMeatPackAreReadBehindGzip() throws Unreadable {
        assertThat(Unpacked.text(
                        Packing.gzip(Packing.Binary.begun().text(2, 1, TEXT).bytes())))
                .isEqualTo(TEXT);
        assertThat(Unpacked.text(Packing.gzip(Packing.meatPack(bytes(TEXT), false, new Random(4)))))
                .isEqualTo(TEXT);
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] line = bytes("G1 X1 Y1 E1\n".repeat(1 << 20));
        Unreadable fault = fault(Packing.gzip(line));
        assertThat(fault.code()).isEqualTo("bad-archive");
        assertThat(fault).hasMessageContaining("more than 200 times its size");
        Limits limits = new Limits(1 << 20, 10, 1 << 12, TEXT.length() - 1, 200, 20, 8, 16);
        assertThat(fault(Packing.gzip(bytes(TEXT)), limits).code()).isEqualTo("too-large");
        assertThat(fault(bytes(TEXT), limits).code()).isEqualTo("too-large");
    }

    @Test
    void textsOfOtherAlphabetsComeThrough() throws Unreadable {
        byte[] text = "; \u65E5\u672C\nG28\nM117 \u00C4\u00D6\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Unpacked.text(text).getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(text);
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.job.Packing.bytes;
import static org.maskguard.io.job.Packing.joined;
import static org.maskguard.io.job.Unpacked.fault;
import static org.maskguard.io.job.Unpacked.told;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Limits;
import org.maskguard.io.Unreadable;
import org.maskguard.io.job.Packing.Binary;

class BgcodeTest {

    private static final String TEXT = Packing.job(300, new Random(1));
    private static final int GCODE = Binary.GCODE;

    /// Where the first block of G-code begins in a file that [Binary#begun()] began.
    private static final int FIRST_TEXT = Binary.begun().bytes().length;

    private static byte[] file() {
        return Binary.begun().text(3, 2, TEXT).bytes();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,2", "1,0", "1,1", "1,2", "2,0", "2,1", "2,2", "3,0", "3,1", "3,2"})
    void everyCompressionAndEncodingIsRead(int compression, int encoding) throws Unreadable {
        Unpacked unpacked =
                Unpacked.read(Binary.begun().text(compression, encoding, TEXT).bytes());
        assertThat(unpacked.format()).isEqualTo("bgcode");
        assertThat(unpacked.plates()).containsOnlyKeys("").containsValue(TEXT);
    }

    @Test
    void blocksFollowOneAnotherWhateverEachIsPackedIn() throws Unreadable {
        Binary file = Binary.begun();
        for (int i = 0; i < 12; i++) {
            file.text(i % 4, i / 4, "G1 X" + i + " ; line\n");
        }
        assertThat(Unpacked.text(file.bytes()))
                .hasLineCount(12)
                .startsWith("G1 X0 ; line\nG1 X1 ")
                .endsWith("G1 X11 ; line\n");
    }

    @Test
    void aFileWithoutChecksumsIsRead() throws Unreadable {
        assertThat(Unpacked.text(new Binary(false).text(2, 1, TEXT).bytes())).isEqualTo(TEXT);
    }

    @Test
    void metadataMayBeJson() throws Unreadable {
        byte[] file = new Binary(true)
                .block(Binary.FILE_METADATA, 0, 1, bytes("{}"))
                .text(0, 0, TEXT)
                .bytes();
        assertThat(Unpacked.text(file)).isEqualTo(TEXT);
    }

    @Test
    void packingBeginsAnewInEachBlock() throws Unreadable {
        byte[] plain = bytes("; no command switches packing on here\n");
        byte[] file =
                Binary.begun().text(0, 1, "G28\n").block(GCODE, 0, 1, plain).bytes();
        assertThat(Unpacked.text(file)).isEqualTo("G28\n; no command switches packing on here\n");
    }

    @Test
    void everyCutIsTruncatedAndBetweenTextsItIsTheEnd() {
        byte[] file = file();
        for (int length = 4; length < file.length; length++) {
            assertThat(fault(Arrays.copyOf(file, length)).code())
                    .as("cut at " + length)
                    .isEqualTo("truncated");
        }
    }

    @Test
    void aCutNamesBlockAndByte() {
        byte[] file = file();
        Unreadable fault = fault(Arrays.copyOf(file, FIRST_TEXT + 300));
        assertThat(fault.where()).isEqualTo("byte " + (FIRST_TEXT + 300));
        assertThat(fault)
                .hasMessageMatching("Block 6 \\(G-code\\) of the binary G-code, at byte " + FIRST_TEXT
                        + ", states \\d+ bytes of data, of which \\d+ are missing\\.");
    }

    @Test
    void everySingleChangedBitIsFound() {
        byte[] file = Binary.begun()
                .text(3, 2, "G28\nG1 X1 Y1 E1\n")
                .text(1, 1, "G1 X2\n")
                .bytes();
        for (int i = 10; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThat(fault(changed).code()).as("byte " + i).isIn("bad-archive", "truncated");
        }
    }

    @Test
    void aWrongChecksumNamesBlockAndByte() {
        byte[] file = file();
        file[file.length - 1] ^= 1;
        assertThat(told(file)).isEqualTo("bad-archive at byte " + (file.length - 4));
        assertThat(fault(file))
                .hasMessage("Block 6 (G-code) of the binary G-code, at byte " + FIRST_TEXT
                        + ", has another checksum than it states.");
        byte[] picture = file();
        picture[10 + 8 + 2 + 16 + 4 + 8 + 2 + 19 + 4 + 20] ^= 1;
        assertThat(fault(picture)).as("a picture's too").hasMessageStartingWith("Block 3 (thumbnail) ");
    }

    @Test
    void unknownVersionsAndChecksumsAreNotGuessedAt() {
        byte[] rest = Arrays.copyOfRange(file(), 10, file().length);
        assertThat(told(joined(Binary.header(2, 1), rest))).isEqualTo("unsupported at byte 4");
        assertThat(told(joined(Binary.header(1, 2), rest))).isEqualTo("bad-archive at byte 8");
    }

    @Test
    void everyNumberOutOfItsRangeIsDamageAtItsByte() {
        int at = FIRST_TEXT;
        byte[] data = bytes("G28\n");
        assertThat(told(Binary.begun().raw(6, 0, 4, 4, data, 0).bytes())).isEqualTo("bad-archive at byte " + at);
        assertThat(told(Binary.begun().raw(GCODE, 4, 4, 4, data, 0).bytes()))
                .isEqualTo("bad-archive at byte " + (at + 2));
        assertThat(told(Binary.begun().raw(GCODE, 0, 4, 4, data, 3).bytes()))
                .isEqualTo("bad-archive at byte " + (at + 8));
        assertThat(told(Binary.begun().raw(GCODE, 1, 4, 4, data, 65535).bytes()))
                .isEqualTo("bad-archive at byte " + (at + 12));
        assertThat(told(Binary.begun().raw(Binary.SLICER, 0, 4, 4, data, 2).bytes()))
                .isEqualTo("bad-archive at byte " + (at + 8));
        assertThat(told(Binary.begun().picture(3, 16, 16, data).bytes())).isEqualTo("bad-archive at byte " + (at + 8));
        assertThat(told(Binary.begun().picture(0, 16, 0, data).bytes())).isEqualTo("bad-archive at byte " + (at + 10));
    }

    @Test
    void aBlockThatStatesMoreThanThereIsIsTruncated() {
        byte[] data = bytes("G28\n");
        assertThat(fault(Binary.begun().raw(GCODE, 0, 0xFFFFFFFFL, 0, data, 0).bytes())
                        .code())
                .isEqualTo("truncated");
        assertThat(fault(Binary.begun()
                                .raw(GCODE, 3, 0x7FFFFFFFL, 0xFFFFFFFFL, data, 0)
                                .bytes())
                        .code())
                .isEqualTo("truncated");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSizeThatIsNotThatOfTheTextIsDamage(int compression) {
        byte[] packed = compression == 1
                ? Packing.zlib(bytes(TEXT))
                : Packing.heatshrink(bytes(TEXT), compression + 9, new Random(1));
        for (int off : new int[] {-100, 100}) {
            byte[] file = Binary.begun()
                    .raw(GCODE, compression, TEXT.length() + off, packed.length, packed, 0)
                    .bytes();
            assertThat(fault(file).code()).as("off by " + off).isIn("bad-archive", "truncated");
            assertThat(fault(file))
                    .hasMessageStartingWith("Block 6 (G-code) of the binary G-code, at byte " + FIRST_TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dataBehindThePackedTextAreDamage(int compression) {
        byte[] packed = compression == 1
                ? Packing.zlib(bytes(TEXT))
                : Packing.heatshrink(bytes(TEXT), compression + 9, new Random(1));
        byte[] longer = Arrays.copyOf(packed, packed.length + 50);
        byte[] file = Binary.begun()
                .raw(GCODE, compression, TEXT.length(), longer.length, longer, 0)
                .bytes();
        assertThat(fault(file).code()).isEqualTo("bad-archive");
    }

    @Test
    void damagedPackedDataAndMeatPackAreDamageOfTheirBlock() {
        byte[] noise = new byte[64];
        new Random(7).nextBytes(noise);
        assertThat(fault(Binary.begun().raw(GCODE, 1, 64, 64, noise, 0).bytes()).code())
                .isEqualTo("bad-archive");
        byte[] unknown = bytes(0xFF, 0xFF, 253);
        assertThat(fault(Binary.begun().block(GCODE, 0, 1, unknown).bytes()))
                .hasMessage("Block 6 (G-code) of the binary G-code, at byte " + FIRST_TEXT
                        + ", has MeatPack text that has the unknown MeatPack command 253, at its byte 2.");
        byte[] half = bytes(0xFF, 0xFF, 251, 0x1F);
        assertThat(fault(Binary.begun().block(GCODE, 0, 1, half).bytes()).code())
                .isEqualTo("truncated");
    }

    @Test
    void afterTextOnlyTextMayStand() {
        byte[] file = Binary.begun()
                .text(0, 0, "G28\n")
                .block(Binary.SLICER, 0, 0, bytes("a=b\n"))
                .bytes();
        assertThat(fault(file))
                .hasMessageMatching("Block 7 \\(slicer metadata\\) .* stands after G-code, where only G-code may\\.");
    }

    @Test
    void aFileWithoutTextIsTruncated() {
        assertThat(told(Binary.begun().bytes())).isEqualTo("truncated at byte " + FIRST_TEXT);
    }

    @Test
    void movesWhereAPrinterOfPlainTextWouldFindThemAreNotPassedOver() throws Unreadable {
        byte[] moves = bytes("\n" + "G1 X1 Y1 E1\n".repeat(100));
        byte[] hidden = new Binary(true)
                .block(Binary.FILE_METADATA, 0, 0, moves)
                .text(0, 0, "G28\n")
                .bytes();
        assertThat(told(hidden)).isEqualTo("unknown-format");
        assertThat(Unpacked.text(
                        Binary.begun().text(0, 0, "G1 X1 Y1 E1\n".repeat(100)).bytes()))
                .hasLineCount(100);
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = new byte[8 << 20];
        assertThat(fault(Binary.begun().block(GCODE, 1, 0, zeros).bytes()).code())
                .isEqualTo("bad-archive");
        Limits limits = new Limits(1 << 20, 10, 1 << 12, 5000, 200, 20, 8, 16);
        assertThat(fault(file(), limits).code()).isEqualTo("too-large");
    }
}

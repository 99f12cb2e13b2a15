package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;
import static org.maskguard.io.Reading.told;
import static org.maskguard.io.Written.rels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Written.Zip;

class ArchiveTest {

    private static final String NAME = "3D/3dmodel.model";
    private static final String MODEL = Written.model(Shapes.cube());

    private static byte[] stored() {
        return new Zip()
                .addStored("_rels/.rels", rels("/" + NAME))
                .addStored(NAME, MODEL)
                .bytes();
    }

    /// Where a text stands in a file for the `nth` time, from 1.
    private static int find(byte[] file, String text, int nth) {
        String all = new String(file, StandardCharsets.ISO_8859_1);
        int at = -1;
        for (int i = 0; i < nth; i++) {
            at = all.indexOf(text, at + 1);
        }
        return at;
    }

    private static byte[] with(byte[] file, int at, int... bytes) {
        byte[] changed = file.clone();
        for (int i = 0; i < bytes.length; i++) {
            changed[at + i] = (byte) bytes[i];
        }
        return changed;
    }

    @Test
    void entriesMayBePackedOrNot() throws Unreadable {
        assertThat(read(stored()).mesh().triangles()).isEqualTo(12);
        assertThat(read(Written.threeMf(MODEL)).mesh().triangles()).isEqualTo(12);
    }

    @Test
    void anArchiveWithoutAModelIsAnUnknownFormat() {
        assertThat(fault(new Zip().add("readme.txt", "hello").bytes()).code()).isEqualTo("unknown-format");
    }

    @Test
    void aMissingPartIsABadArchiveNamingIt() {
        byte[] file = new Zip().add("_rels/.rels", rels("/3D/gone.model")).bytes();
        assertThat(told(fault(file))).isEqualTo("bad-archive at entry 3D/gone.model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "3D/../../x.model", "/etc/passwd", "C:/x.model", "3D\\..\\..\\x"})
    void anEntryThatLeadsOutOfThePackageIsABadArchive(String name) {
        byte[] file = new Zip().add(NAME, MODEL).add(name, "x").bytes();
        assertThat(told(fault(file))).isEqualTo("bad-archive at entry " + name.replace('\\', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.model", "http://example.org/x.model", "/3D/../../x.model"})
    void aModelOutOfThePackageIsABadArchive(String target) {
        byte[] file =
                new Zip().add("_rels/.rels", rels(target)).add(NAME, MODEL).bytes();
        assertThat(told(fault(file))).isEqualTo("bad-archive at entry _rels/.rels");
    }

    @Test
    void anExternalModelIsABadArchive() {
        String external = rels("/" + NAME).replace("Id=", "TargetMode=\"External\" Id=");
        byte[] file = new Zip().add("_rels/.rels", external).add(NAME, MODEL).bytes();
        assertThat(told(fault(file))).isEqualTo("bad-archive at entry _rels/.rels");
    }

    @Test
    void namesThatDifferOnlyInCaseAreABadArchive() {
        byte[] file = new Zip().add(NAME, MODEL).add("3d/3DMODEL.model", MODEL).bytes();
        assertThat(told(fault(file))).isEqualTo("bad-archive at entry 3d/3DMODEL.model");
    }

    @Test
    void backslashesBetweenFoldersAreRead() throws Unreadable {
        assertThat(read(new Zip().add("3D\\3dmodel.model", MODEL).bytes())
                        .mesh()
                        .triangles())
                .isEqualTo(12);
    }

    @Test
    void aWrongChecksumIsABadArchiveNamingTheEntry() {
        byte[] file = stored();
        int digit = find(file, "10.0", 1);
        assertThat(told(fault(with(file, digit, '2')))).isEqualTo("bad-archive at entry " + NAME);
    }

    @Test
    void damagedDataIsABadArchiveNamingTheEntry() {
        byte[] file = Written.threeMf(MODEL);
        int data = find(file, NAME, 1) + NAME.length();
        byte[] bad = with(file, data, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
        assertThat(told(fault(bad))).isEqualTo("bad-archive at entry " + NAME);
    }

    @Test
    void anEncryptedEntryIsABadArchiveNamingIt() {
        byte[] file = stored();
        int header = find(file, "PK\u0001\u0002", 2);
        Unreadable fault = fault(with(file, header + 8, 1));
        assertThat(told(fault)).isEqualTo("bad-archive at entry " + NAME);
        assertThat(fault).hasMessageContaining("encrypted");
    }

    @ParameterizedTest
    @CsvSource({"8, method", "14, checksum", "30, name"})
    void aDirectoryThatContradictsAnEntryIsABadArchive(int offset, String what) {
        byte[] file = stored();
        int header = find(file, "PK\u0003\u0004", 2);
        byte[] bad = with(file, header + offset, file[header + offset] ^ 1);
        assertThat(told(fault(bad))).as(what).isEqualTo("bad-archive at entry " + NAME);
    }

    @Test
    void entriesThatShareBytesAreABadArchive() {
        byte[] file = stored();
        int directory = find(file, "PK\u0001\u0002", 1);
        int size = MODEL.length() + 500;
        byte[] bad = with(file, directory + 20, size & 0xFF, size >> 8, 0, 0, size & 0xFF, size >> 8, 0, 0);
        assertThat(fault(bad).code()).isEqualTo("bad-archive");
    }

    @Test
    void aBombIsABadArchiveNamingTheEntry() {
        byte[] file = new Zip().add(NAME, MODEL + " ".repeat(4 << 20)).bytes();
        Unreadable fault = fault(file);
        assertThat(told(fault)).isEqualTo("bad-archive at entry " + NAME);
        assertThat(fault).hasMessageContaining("ratio");
    }

    @Test
    void aBombThatUnderstatesItsSizeIsABadArchive() {
        byte[] file = new Zip().add(NAME, MODEL + " ".repeat(4 << 20)).bytes();
        int directory = find(file, "PK\u0001\u0002", 1);
        assertThat(told(fault(with(file, directory + 24, 0, 16, 0, 0)))).isEqualTo("bad-archive at entry " + NAME);
    }

    @Test
    void partsBeyondTheLimitAreTooLarge() {
        Limits limits = new Limits(1 << 20, 1000, 1 << 16, MODEL.length() - 1, 200, 100, 32, 64);
        assertThat(told(fault(Written.threeMf(MODEL), limits))).isEqualTo("too-large at entry " + NAME);
    }

    @Test
    void moreEntriesThanTheLimitAreTooLarge() {
        Zip zip = new Zip().add(NAME, MODEL);
        for (int i = 0; i < 100; i++) {
            zip.add("Metadata/" + i, "");
        }
        Limits limits = new Limits(1 << 20, 1000, 1 << 16, 1 << 20, 200, 100, 32, 64);
        assertThat(fault(zip.bytes(), limits).code()).isEqualTo("too-large");
    }

    @Test
    void aLargeArchivesDirectoryIsRead() throws Unreadable {
        assertThat(read(zip64(2, 2)).mesh().triangles()).isEqualTo(12);
        assertThat(read(zip64(2, 0xFFFF)).mesh().triangles()).isEqualTo(12);
    }

    @Test
    void twoDirectoriesThatDisagreeAreABadArchive() {
        assertThat(fault(zip64(2, 1)).code()).isEqualTo("bad-archive");
        assertThat(fault(zip64(1, 0xFFFF)).code()).isEqualTo("bad-archive");
        assertThat(fault(zip64(-1, 0xFFFF)).code()).isEqualTo("bad-archive");
    }

    @Test
    void anEndThatIsNotTheEndIsABadArchive() {
        byte[] file = stored();
        assertThat(fault(Arrays.copyOf(file, file.length + 1)).code()).isEqualTo("bad-archive");
        int end = find(file, "PK\u0005\u0006", 1);
        byte[] twice = Arrays.copyOf(file, file.length + 22);
        System.arraycopy(file, end, twice, file.length, 22);
        assertThat(fault(with(twice, end + 20, 22)).code()).isEqualTo("bad-archive");
    }

    /// An archive of two entries with an end as archives of more than 65,534 entries have it.
    private static byte[] zip64(long entries, int small) {
        byte[] file = stored();
        int end = find(file, "PK\u0005\u0006", 1);
        ByteBuffer old = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer bytes = ByteBuffer.allocate(end + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(file, 0, end);
        bytes.putInt(0x06064B50).putLong(44).putInt(0).putInt(0).putInt(0);
        bytes.putLong(entries).putLong(entries).putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
        bytes.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
        bytes.put(file, end, 22);
        return bytes.putShort(end + 76 + 8, (short) small)
                .putShort(end + 76 + 10, (short) small)
                .array();
    }

    @Test
    void everyCutIsABadArchive() {
        byte[] file = Written.threeMf(MODEL);
        for (int length = 4; length < file.length; length += 7) {
            assertThat(fault(Arrays.copyOf(file, length)).code())
                    .as("cut at " + length)
                    .isEqualTo("bad-archive");
        }
    }

    @Test
    void everySingleChangedByteIsReadOrRefusedAndNothingElse() {
        byte[] file = Written.threeMf(MODEL);
        for (int i = 0; i < file.length; i++) {
            try {
                read(with(file, i, file[i] ^ 1 << i % 8));
            } catch (Unreadable e) {
                assertThat(e.code()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metadata/plate_1.gcode", "plate.BGCODE"})
    void aSlicedPlateIsUnsupportedForNow(String name) {
        byte[] file = new Zip().add(NAME, MODEL).add(name, "G28\n").bytes();
        assertThat(told(fault(file))).isEqualTo("unsupported at entry " + name);
    }
}

package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.job.Packing.bytes;
import static org.maskguard.io.job.Unpacked.fault;
import static org.maskguard.io.job.Unpacked.told;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.io.Written;
import org.maskguard.io.Written.Zip;

class JobArchiveTest {

    private static final String A = Packing.job(50, new Random(1));
    private static final String B = Packing.job(80, new Random(2));
    private static final String EMPTY_MODEL = Written.model("", "", "");
    private static final String MODEL =
            Written.model(Mesh.soup(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}));

    private static Zip sliced() {
        return new Zip().add("[Content_Types].xml", "<Types/>").add("3D/3dmodel.model", EMPTY_MODEL);
    }

    @Test
    void everyPlateOfASlicedPackageIsGivenInTheOrderOfItsNumber() throws Unreadable {
        Unpacked unpacked = Unpacked.read(sliced().add("Metadata/plate_10.gcode", A)
                .add("Metadata/plate_2.gcode", B)
                .add("Metadata/plate_1.gcode", A)
                .add("Metadata/plate_1.json", "{}")
                .bytes());
        assertThat(unpacked.format()).isEqualTo("gcode-3mf");
        assertThat(unpacked.plates().keySet())
                .containsExactly("Metadata/plate_1.gcode", "Metadata/plate_2.gcode", "Metadata/plate_10.gcode");
        assertThat(unpacked.plates()).containsEntry("Metadata/plate_2.gcode", B);
        assertThat(unpacked.input().model()).isNull();
    }

    @Test
    void theModelsOfASlicedPackageAreGivenToo() throws Unreadable {
        Unpacked unpacked = Unpacked.read(new Zip()
                .add("3D/3dmodel.model", MODEL)
                .add("Metadata/plate_1.gcode", A)
                .bytes());
        assertThat(unpacked.input().model().mesh().triangles()).isEqualTo(2);
        assertThat(unpacked.plates()).isEqualTo(Map.of("Metadata/plate_1.gcode", A));
        assertThat(unpacked.input().job().sha256())
                .isEqualTo(unpacked.input().model().sha256());
    }

    @Test
    void aDamagedModelBesideAPlateIsDamage() {
        byte[] file = new Zip()
                .add("3D/3dmodel.model", MODEL.replace("v1=\"0\"", "v1=\"99\""))
                .add("Metadata/plate_1.gcode", A)
                .bytes();
        assertThat(fault(file).code()).isEqualTo("bad-index");
    }

    @Test
    void aPackageWithoutPlatesIsAModel() throws Unreadable {
        Unpacked unpacked = Unpacked.read(Written.threeMf(MODEL));
        assertThat(unpacked.input().job()).isNull();
        assertThat(unpacked.input().model().mesh().triangles()).isEqualTo(2);
        assertThat(fault(Written.threeMf(EMPTY_MODEL)).code()).isEqualTo("no-surface");
    }

    @Test
    void settingsThatLookLikeCommentsAreNoPlate() throws Unreadable {
        byte[] file = new Zip()
                .add("3D/3dmodel.model", MODEL)
                .add("Metadata/Slic3r_PE.config", "; start_gcode = G28\\nG1 Z5\n; layer_height = 0.2\n")
                .bytes();
        assertThat(Unpacked.read(file).input().job()).isNull();
    }

    @Test
    void anyZipOfJobsIsRead() throws Unreadable {
        Unpacked unpacked = Unpacked.read(new Zip()
                .add("readme.txt", "Two jobs.\n")
                .add("a.gcode", A)
                .add("b.gcode.gz", Packing.gzip(bytes(B)))
                .add("c.bgcode", Packing.Binary.begun().text(3, 2, A).bytes())
                .bytes());
        assertThat(unpacked.format()).isEqualTo("gcode-zip");
        assertThat(unpacked.plates()).isEqualTo(Map.of("a.gcode", A, "b.gcode.gz", B, "c.bgcode", A));
    }

    @Test
    void aJobUnderAnotherNameIsAPlateToo() throws Unreadable {
        byte[] file = sliced().add("Metadata/plate_1.gcode", A)
                .add("Auxiliaries/notes.txt", B)
                .add("Auxiliaries/packed", Packing.gzip(bytes(B)))
                .add("Auxiliaries/picture.svgz", Packing.gzip(bytes("<svg/>")))
                .bytes();
        assertThat(Unpacked.read(file).plates().keySet())
                .containsExactly("Auxiliaries/notes.txt", "Auxiliaries/packed", "Metadata/plate_1.gcode");
    }

    @Test
    void storedEntriesAreReadAndWhatStandsBetweenEntriesIsNotPassedOver() throws Unreadable {
        String moves = "G1 X1 Y1 E1\n".repeat(100);
        assertThat(Unpacked.text(new Zip().addStored("a.gcode", moves).bytes())).isEqualTo(moves);
        byte[] hidden = new Zip()
                .add("a.gcode", A)
                .addStored("b.png", "GIF89a\n" + moves)
                .bytes();
        assertThat(fault(hidden)).hasMessageContaining("100 of its lines are moves");
    }

    @Test
    void anotherThingToPrintBesideJobsIsNotPassedOver() {
        byte[] stl = Written.stlBinary(Mesh.soup(new float[9]));
        byte[] file = new Zip().add("a.gcode", A).add("b.stl", stl).bytes();
        assertThat(told(file)).isEqualTo("unsupported at entry b.stl");
        byte[] nested = new Zip()
                .add("a.gcode", A)
                .add("b.zip", new Zip().add("c.gcode", B).bytes())
                .bytes();
        assertThat(told(nested)).isEqualTo("unsupported at entry b.zip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDigestThatIsNotThePlatesIsNoted(boolean right) throws Unreadable, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(bytes(right ? A : B));
        byte[] file = sliced().add("Metadata/plate_1.gcode", A)
                .add(
                        "Metadata/plate_1.gcode.md5",
                        HexFormat.of().withUpperCase().formatHex(digest) + "\n")
                .bytes();
        Unpacked unpacked = Unpacked.read(file);
        assertThat(unpacked.plates()).hasSize(1);
        if (right) {
            assertThat(unpacked.input().job().notes()).isEmpty();
        } else {
            assertThat(unpacked.input().job().notes())
                    .containsExactly("The digest in entry Metadata/plate_1.gcode.md5 is not that of the plate.");
        }
    }

    @Test
    void whatIsWrongWithinAnEntryNamesTheEntry() {
        byte[] gzip = Packing.gzip(bytes(A));
        byte[] cut = new Zip()
                .add("a.gcode.gz", Arrays.copyOf(gzip, gzip.length - 1))
                .bytes();
        assertThat(told(cut)).isEqualTo("truncated at entry a.gcode.gz, byte " + (gzip.length - 8));
        byte[] binary = Packing.Binary.begun().bytes();
        assertThat(told(new Zip().add("a.bgcode", binary).bytes()))
                .isEqualTo("truncated at entry a.bgcode, byte " + binary.length);
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = new byte[8 << 20];
        assertThat(told(new Zip().add("a.gcode", zeros).bytes())).isEqualTo("bad-archive at entry a.gcode");
        byte[] inside = new Zip()
                .addStored("readme", "x")
                .add("a.gcode.gz", Packing.gzip(zeros))
                .bytes();
        assertThat(fault(inside).code()).isEqualTo("bad-archive");
        Limits limits = new Limits(1 << 20, 10, 1 << 12, A.length() + 1, 200, 20, 8, 16);
        byte[] two = new Zip()
                .add("a.gcode.gz", Packing.gzip(bytes(A)))
                .add("b.gcode.gz", Packing.gzip(bytes(A)))
                .bytes();
        assertThat(fault(two, limits).code()).as("all plates together").isEqualTo("too-large");
    }

    @Test
    void theSinksFaultIsThatOfTheEntry() {
        byte[] file = new Zip().add("a.gcode", A).bytes();
        Unreadable fault = org.assertj.core.api.Assertions.catchThrowableOfType(
                Unreadable.class,
                () -> InputReader.read(new java.io.ByteArrayInputStream(file), Limits.DEFAULT, name -> (b, f, t) -> {
                    throw new Unreadable("unsupported", "line 3", "Line 3 draws.");
                }));
        assertThat(fault.where()).isEqualTo("entry a.gcode, line 3");
        assertThat(fault).hasMessage("In entry a.gcode: Line 3 draws.");
    }
}

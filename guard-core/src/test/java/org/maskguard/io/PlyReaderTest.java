package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;
import static org.maskguard.io.Reading.told;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlyReaderTest {

    private static final String CUBE = Written.plyText(Shapes.cube());

    private static final String HEADER = """
            ply
            format binary_little_endian 1.0
            comment a triangle
            element vertex 3
            property float x
            property float y
            property float z
            element face 1
            property list uchar int vertex_indices
            end_header
            """;

    private static byte[] triangle(String header, int... corners) {
        byte[] head = Written.ascii(header);
        ByteBuffer bytes = ByteBuffer.allocate(head.length + 36 + 1 + 4 * corners.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head);
        for (int i = 0; i < 9; i++) {
            bytes.putFloat(i);
        }
        bytes.put((byte) corners.length);
        for (int corner : corners) {
            bytes.putInt(corner);
        }
        return bytes.array();
    }

    @Test
    void textIsRead() throws Unreadable {
        Model model = read(CUBE);
        assertThat(model.format()).isEqualTo("ply-ascii");
        assertThat(model.unitless()).isTrue();
        assertThat(model.mesh().xyz()).containsExactly(Shapes.cube().xyz());
        assertThat(model.mesh().corners()).containsExactly(Shapes.cube().corners());
    }

    @Test
    void littleEndianIsRead() throws Unreadable {
        Model model = read(triangle(HEADER, 2, 1, 0));
        assertThat(model.format()).isEqualTo("ply-binary-le");
        assertThat(model.mesh().xyz()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(model.mesh().corners()).containsExactly(2, 1, 0);
    }

    @Test
    void linesMayEndInEveryWay() throws Unreadable {
        assertThat(read(CUBE.replace("\n", "\r\n")).mesh().triangles()).isEqualTo(12);
        assertThat(read(CUBE.replace("\n", "\r")).mesh().triangles()).isEqualTo(12);
        assertThat(read(triangle(HEADER.replace("\n", "\r\n"), 0, 1, 2)).mesh().triangles())
                .isEqualTo(1);
    }

    @Test
    void polygonsOfAnyLengthBecomeFans() throws Unreadable {
        assertThat(read(triangle(HEADER, 0, 1, 2, 1, 0)).mesh().corners()).containsExactly(0, 1, 2, 0, 2, 1, 0, 1, 0);
        assertThat(read(CUBE.replace("3 0 2 1\n", "0\n")).mesh().triangles()).isEqualTo(11);
        assertThat(read(CUBE.replace("3 0 2 1\n", "2 0 2\n")).mesh().triangles())
                .isEqualTo(11);
    }

    @Test
    void stripsAreTakenApart() throws Unreadable {
        String strips = CUBE.replaceFirst("(?s)element face.*end_header", """
                element tristrips 1
                property list int int vertex_indices
                end_header""");
        String text = strips.substring(0, strips.indexOf("\n3 ")) + "\n9 0 1 2 3 -1 4 5 6 -1\n";
        assertThat(read(text).mesh().corners()).containsExactly(0, 1, 2, 2, 1, 3, 4, 5, 6);
    }

    @Test
    void commentsMayStandWithinTheData() throws Unreadable {
        assertThat(read(CUBE.replace("3 0 2 1\n", "comment here, too\n3 0 2 1\n"))
                        .mesh()
                        .triangles())
                .isEqualTo(12);
    }

    @Test
    void facesMayComeBeforeTheirVertices() throws Unreadable {
        String text = """
                ply
                format ascii 1.0
                element face 1
                property list uchar int vertex_index
                element vertex 3
                property double z
                property short y
                property int8 x
                end_header
                3 0 1 2
                0.5 1 2 1.5 3 4 2.5 5 6
                """;
        assertThat(read(text).mesh().xyz()).containsExactly(2, 1, 0.5f, 4, 3, 1.5f, 6, 5, 2.5f);
    }

    @Test
    void unknownElementsAreNotedAndPassedOver() throws Unreadable {
        String text = CUBE.replace("element face", "element edge 2\nproperty list uchar int a\nelement face")
                .replaceFirst("\n3 ", "\n2 7 7 1 9\n3 ");
        Model model = read(text);
        assertThat(model.mesh().triangles()).isEqualTo(12);
        assertThat(model.notes()).singleElement().asString().contains("edge");
    }

    @Test
    void bytesAfterTheLastElementAreNoted() throws Unreadable {
        byte[] file = triangle(HEADER, 0, 1, 2);
        assertThat(read(Arrays.copyOf(file, file.length + 7)).notes()).hasSize(1);
    }

    @Test
    void pointCloudsHaveNoSurface() {
        assertThat(fault(triangle(HEADER.replace("face 1", "face 0"))).code()).isEqualTo("no-surface");
        assertThat(fault("ply\nformat ascii 1.0\nend_header\n").code()).isEqualTo("no-surface");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aVertexThatIsNotThereIsABadIndexNamingTheFace(int corner) {
        assertThat(told(fault(triangle(HEADER, 0, 1, corner)))).isEqualTo("bad-index at face 1");
    }

    @Test
    void aVertexNumberThatIsNoneIsABadIndexNamingTheLine() {
        assertThat(told(fault(CUBE.replace("3 0 2 1\n", "3 0 2 x\n")))).isEqualTo("bad-index at line 18");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1.1e6f})
    void aCoordinateThatIsNoneIsABadNumberNamingTheVertex(float value) {
        byte[] file = triangle(HEADER, 0, 1, 2);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(HEADER.length() + 16, value);
        assertThat(told(fault(file))).isEqualTo("bad-number at vertex 2");
    }

    @Test
    void commaDecimalsAreABadNumberNamingTheLine() {
        assertThat(told(fault(CUBE.replaceFirst("10.0", "10,0")))).isEqualTo("bad-number at line 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1000000", "4294967295", "9223372036854775807"})
    void moreVerticesThanBytesAreTruncatedBeforeMemoryIsAskedFor(String count) {
        Unreadable fault = fault(triangle(HEADER.replace("vertex 3", "vertex " + count), 0, 1, 2));
        assertThat(fault.code()).isEqualTo("truncated");
    }

    @Test
    void everyCutIsTruncatedOrWithoutSurface() {
        byte[] file = triangle(HEADER, 0, 1, 2);
        for (int length = 5; length < file.length; length++) {
            assertThat(fault(Arrays.copyOf(file, length)).code())
                    .as("cut at " + length)
                    .isEqualTo("truncated");
        }
        for (int length = CUBE.indexOf("end_header") + 11; length < CUBE.length() - 2; length++) {
            assertThat(fault(CUBE.substring(0, length)).code())
                    .as("cut at " + length)
                    .isEqualTo("truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "element vertex -1", "element vertex x", "element vertex", "element vertex 3\nelement vertex 3",
                "property float", "property quad x", "property list float int x", "property list uchar x",
                "format binary_middle_endian 1.0", "element a 1\npropererty float x",
                        "element a 1\nproperty float x\nproperty float x"
            })
    void headersThatCannotBeMeantAreAnUnknownFormat(String line) {
        assertThat(fault("ply\nformat ascii 1.0\n" + line + "\nend_header\n").code())
                .isEqualTo("unknown-format");
    }

    @Test
    void commentsMayBeBrokenIntoLinesOrLackTheirWord() throws Unreadable {
        assertThat(read(CUBE.replace("1.0\n", "1.0\nCreated by hand\n")).mesh().triangles())
                .isEqualTo(12);
        assertThat(read(CUBE.replace("element v", "comment made\nby hand\nat home\nelement v"))
                        .mesh()
                        .triangles())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "property float x\n",
                "property float z\n",
                "property float x\nproperty float y\nproperty float z\n"
            })
    void verticesWithoutThreeCoordinatesHaveNoSurface(String missing) {
        assertThat(fault(CUBE.replace(missing, "")).code()).isEqualTo("no-surface");
    }

    @Test
    void elementsWithoutPropertiesTakeNoTime() {
        String text = "ply\nformat ascii 1.0\nelement nothing 9000000000000000000\nelement vertex 0\n"
                + "property float x\nproperty float y\nproperty float z\nend_header\n";
        assertThat(fault(text).code()).isEqualTo("no-surface");
    }
}

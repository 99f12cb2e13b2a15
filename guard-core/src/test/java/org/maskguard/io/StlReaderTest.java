package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;
import static org.maskguard.io.Reading.told;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StlReaderTest {

    private static final Mesh CUBE = Shapes.cube();
    private static final String TEXT = Written.stlText(CUBE);

    private static void assertCube(Model model) {
        assertThat(Shapes.soup(model.mesh())).containsExactly(Shapes.soup(CUBE));
        assertThat(model.unit()).isEqualTo("mm");
        assertThat(model.unitless()).isTrue();
    }

    @Nested
    class Binary {

        private final byte[] file = Written.stlBinary(CUBE);

        @Test
        void isReadWithEachVertexOnce() throws Unreadable {
            Model model = read(file);
            assertCube(model);
            assertThat(model.format()).isEqualTo("stl-binary");
            assertThat(model.mesh().vertices()).isEqualTo(8);
            assertThat(model.notes()).isEmpty();
        }

        @Test
        void ofManyPiecesSharesVerticesAcrossThem() throws Unreadable {
            Mesh grid = grid(150);
            Mesh mesh = read(Written.stlBinary(grid)).mesh();
            assertThat(mesh.vertices()).isEqualTo(grid.vertices());
            assertThat(Shapes.soup(mesh)).isEqualTo(Shapes.soup(grid));
        }

        @Test
        void countsMinusZeroAsZero() throws Unreadable {
            Mesh two = new Mesh(
                    new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0, -0f, -0f, 1, 2, 0, 0, 0, 2, 0},
                    new int[] {0, 1, 2, 3, 4, 5});
            assertThat(read(Written.stlBinary(two)).mesh().corners()).containsExactly(0, 1, 2, 0, 3, 4);
        }

        /// Two triangles a cell, `n` by `n` cells: with 150, more than twice what is read at a time.
        private static Mesh grid(int n) {
            float[] xyz = new float[3 * (n + 1) * (n + 1)];
            for (int v = 0; v < xyz.length / 3; v++) {
                xyz[3 * v] = v % (n + 1);
                xyz[3 * v + 1] = v / (n + 1);
                xyz[3 * v + 2] = 0.25f * (v % 7);
            }
            int[] corners = new int[6 * n * n];
            for (int cell = 0; cell < n * n; cell++) {
                int a = cell / n * (n + 1) + cell % n;
                int[] here = {a, a + 1, a + n + 2, a, a + n + 2, a + n + 1};
                System.arraycopy(here, 0, corners, 6 * cell, 6);
            }
            return new Mesh(xyz, corners);
        }

        @Test
        void thatBeginsWithSolidIsReadAsBinaryWhereItsSizeFits() throws Unreadable {
            Model model = read(Written.stlBinary(CUBE, "solid from some exporter"));
            assertCube(model);
            assertThat(model.format()).isEqualTo("stl-binary");
        }

        @Test
        void thatStatesMoreTrianglesThanItHasIsTruncatedNamingBoth() {
            Unreadable fault = fault(Arrays.copyOf(file, 84 + 5 * 50 + 20));
            assertThat(told(fault)).isEqualTo("truncated at byte 354");
            assertThat(fault).hasMessageContaining("12 triangles").hasMessageContaining("after 5");
        }

        @Test
        void ofWhichOnlyTheHeaderIsLeftIsTruncated() {
            assertThat(fault(Arrays.copyOf(file, 84)).code()).isEqualTo("truncated");
        }

        @Test
        void withSomeBytesAtItsEndIsReadAndNoted() throws Unreadable {
            Model model = read(Arrays.copyOf(file, file.length + 64 * 1024));
            assertCube(model);
            assertThat(model.notes()).singleElement().asString().contains("65536 bytes");
        }

        @Test
        void withMoreBytesAtItsEndIsNotJudged() {
            assertThat(told(fault(Arrays.copyOf(file, file.length + 64 * 1024 + 1))))
                    .isEqualTo("unknown-format at byte 684");
        }

        @Test
        void withMoreTrianglesThanItStatesIsReadWholeBecauseSlicersGoByTheSize() throws Unreadable {
            byte[] understated = file.clone();
            little(understated).putInt(80, 2);
            Model model = read(understated);
            assertCube(model);
            assertThat(model.notes())
                    .singleElement()
                    .asString()
                    .contains("states 2")
                    .contains("holds 12");
        }

        @Test
        void withoutTrianglesHasNoSurface() {
            assertThat(told(fault(new byte[84]))).isEqualTo("no-surface at byte 80");
        }

        @ParameterizedTest
        @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1_000_001, -3e38f})
        void withACoordinateThatIsNoneNamesTheFacet(float value) {
            byte[] bad = file.clone();
            little(bad).putFloat(84 + 3 * 50 + 12 + 16, value);
            assertThat(told(fault(bad))).isEqualTo("bad-number at facet 4");
        }

        @Test
        void mayReachAMillionMillimetres() throws Unreadable {
            byte[] large = file.clone();
            little(large).putFloat(84 + 12, -1e6f);
            assertThat(read(large).mesh().xyz()[0]).isEqualTo(-1e6f);
        }

        @Test
        void keepsDegenerateAndDoubledTriangles() throws Unreadable {
            Mesh odd = new Mesh(CUBE.xyz(), new int[] {0, 0, 0, 0, 1, 1, 0, 1, 2, 0, 1, 2, 2, 1, 0});
            assertThat(Shapes.soup(read(Written.stlBinary(odd)).mesh())).containsExactly(Shapes.soup(odd));
        }

        @Test
        void beyondTheLimitOfTrianglesIsTooLarge() {
            Limits limits = new Limits(1 << 20, 11, 1 << 16, 1 << 20, 200, 100, 32, 64);
            assertThat(fault(file, limits).code()).isEqualTo("too-large");
        }

        @Test
        void thatIsAlsoATextOfAnotherShapeIsRefused() {
            byte[] two = Arrays.copyOf(Written.stlBinary(CUBE, "solid of two kinds"), file.length + 1010);
            byte[] text = Written.ascii("\nfacet normal 0 0 1 outer loop vertex 0 0 0");
            System.arraycopy(text, 0, two, file.length, text.length);
            assertThat(fault(two).code()).isEqualTo("unknown-format");
        }
    }

    @Nested
    class Text {

        @Test
        void isReadAsASoup() throws Unreadable {
            Model model = read(TEXT);
            assertCube(model);
            assertThat(model.format()).isEqualTo("stl-ascii");
        }

        @Test
        void mayBeInUpperCase() throws Unreadable {
            assertCube(read(TEXT.toUpperCase(Locale.ROOT)));
        }

        @Test
        void mayEndItsLinesInEveryWay() throws Unreadable {
            assertCube(read(TEXT.replace("\n", "\r\n")));
            assertCube(read(TEXT.replace("\n", "\r")));
            assertCube(read(TEXT.replace("\n", "\n\n\r\n")));
            assertCube(read(TEXT.stripTrailing()));
        }

        @Test
        void mayBeSpacedInEveryWay() throws Unreadable {
            assertCube(read(TEXT.replaceAll(" +", "\t \t")));
            assertCube(read("  \n\t" + TEXT));
            assertCube(read(TEXT.replaceFirst("\n", "@").replace("\n", " ").replace("@", "\n")));
            assertCube(read("\uFEFF" + TEXT));
        }

        @Test
        void mayLackNormals() throws Unreadable {
            assertCube(read(TEXT.replace(" normal 0 0 1", "")));
            assertCube(read(TEXT.replace(" normal 0 0 1", " normal")));
        }

        @Test
        void mayHaveNormalsThatAreNoNumbers() throws Unreadable {
            assertCube(read(TEXT.replace("normal 0 0 1", "normal nan -nan(ind) 1,5")));
        }

        @Test
        void mayHoldSeveralSolids() throws Unreadable {
            assertThat(read(TEXT + "\n" + TEXT + TEXT).mesh().triangles()).isEqualTo(36);
        }

        @Test
        void mayWriteNumbersWithExponents() throws Unreadable {
            assertCube(read(TEXT.replace("10.0", "1e+01").replace("0.0", "0.000000E-05")));
        }

        @Test
        void mayHaveComments() throws Unreadable {
            assertCube(read("# from somewhere\n" + TEXT.replace("\n", " # what\n")));
        }

        @Test
        void splitsLoopsOfMoreThanThreeVertices() throws Unreadable {
            String quad = "solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 1 1 0\n"
                    + "vertex 0 1 0\nendloop\nendfacet\nendsolid\n";
            assertThat(read(quad).mesh().xyz()).containsExactly(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
            assertThat(read(quad).mesh().corners()).containsExactly(0, 1, 2, 0, 2, 3);
        }

        @Test
        void withCommaDecimalsIsABadNumberNamingTheLine() {
            Unreadable fault = fault(TEXT.replaceFirst("vertex 10.0", "vertex 10,0"));
            assertThat(told(fault)).isEqualTo("bad-number at line 6");
            assertThat(fault).hasMessageContaining("comma");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nan", "inf", "-Infinity", "1000001", "1e39", "0x10", "ten"})
        void withACoordinateThatIsNoneNamesTheLine(String word) {
            assertThat(told(fault(TEXT.replaceFirst("vertex 10.0", "vertex " + word))))
                    .isEqualTo("bad-number at line 6");
        }

        @Test
        void withoutFacetsHasNoSurface() {
            assertThat(fault("solid nothing\nendsolid nothing\n").code()).isEqualTo("no-surface");
        }

        @Test
        void thatIsCutWithinAFacetIsTruncated() {
            assertThat(told(fault(TEXT.substring(0, TEXT.lastIndexOf("endloop")))))
                    .isEqualTo("truncated at line 84");
        }

        @Test
        void thatIsCutBetweenFacetsIsTruncated() {
            assertThat(fault(TEXT.substring(0, TEXT.lastIndexOf("endsolid"))).code())
                    .isEqualTo("truncated");
        }

        @Test
        void withLinesOfAnotherFormatIsRefused() {
            assertThat(fault(TEXT.replaceFirst("  facet", "v 1 2 3\n  facet")).code())
                    .isEqualTo("unknown-format");
        }

        @Test
        void withALineBeyondTheLimitIsTooLarge() {
            assertThat(told(fault(TEXT.replaceFirst("    outer", " ".repeat(70_000) + "outer"))))
                    .isEqualTo("too-large at line 3");
        }

        @Test
        void withANulByteIsNoText() {
            assertThat(told(fault("solid\n" + "#".repeat(65_533) + "\n\0" + TEXT)))
                    .isEqualTo("unknown-format at line 3");
        }

        @Test
        void thatAdmeshWouldTakeForBinaryIsRefused() {
            String name = TEXT.replaceFirst("solid thing", "solid " + "\u00E9".repeat(100));
            int spare = (Written.ascii(name).length - 84) % 50;
            assertThat(fault(name + " ".repeat(50 - spare)).code()).isEqualTo("unknown-format");
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;
import static org.maskguard.io.Reading.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjReaderTest {

    private static final String SQUARE = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n";

    @Test
    void verticesAndTrianglesAreRead() throws Unreadable {
        Model model = read(Written.obj(Shapes.cube()));
        assertThat(model.format()).isEqualTo("obj");
        assertThat(model.unitless()).isTrue();
        assertThat(model.mesh().xyz()).containsExactly(Shapes.cube().xyz());
        assertThat(model.mesh().corners()).containsExactly(Shapes.cube().corners());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f 1 2 3 4",
                "f 1/1 2/2 3/3 4/4",
                "f 1//1 2//1 3//1 4//1",
                "f 1/1/1 2/2/1 3/3/1 4/4/1",
                "f -4 -3 -2 -1",
                "f 1 2 3 4 # a square",
                "F 1 2 3 4",
                "fo 1 2 3 4",
                "f\t1  2\t3 4\r",
                "f 1 2 \\\n 3 4",
                "f 1 2 3 4 \\\n"
            })
    void polygonsBecomeFansHoweverTheirCornersAreWritten(String face) throws Unreadable {
        assertThat(read(SQUARE + face).mesh().corners()).containsExactly(0, 1, 2, 0, 2, 3);
    }

    @Test
    void negativeNumbersCountBackFromTheVertexBefore() throws Unreadable {
        assertThat(read(SQUARE + "f -4 -3 -2\nv 5 5 5\nf -3 -2 -1\n").mesh().corners())
                .containsExactly(0, 1, 2, 2, 3, 4);
    }

    @Test
    void facesMayNameVerticesThatComeLater() throws Unreadable {
        assertThat(read("g a\nf 1 2 3\n" + SQUARE).mesh().corners()).containsExactly(0, 1, 2);
    }

    @Test
    void coloursTexturesGroupsAndUnknownWordsAreIgnored() throws Unreadable {
        String text = "mtllib a.mtl\nvt 0 0\nvn 0 0 1\ns off\nusemtl red\nwhatever 1,5 nan\nl 1 2\np 1\n"
                + SQUARE.replace(" 0\n", " 0 0.5 0.5 0.5\n") + "f 1 2 3\n";
        assertThat(read(text).mesh().triangles()).isEqualTo(1);
    }

    @Test
    void freeFormSurfacesAreNoted() throws Unreadable {
        assertThat(read(SQUARE + "surf 0 1 0 1 1 2 3 4\nf 1 2 3\n").notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f 1 2 5", "f 0 1 2", "f 1 2 -5", "f 1 2 x", "f 1 2 3x", "f 1 2 99999999999999999999"})
    void facesWithoutTheirVerticesAreABadIndexNamingTheLine(String face) {
        assertThat(told(fault(SQUARE + "\n" + face + "\n"))).isEqualTo("bad-index at line 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v 1,5 0 0", "v 0 nan 0", "v 0 0 inf", "v 0 0 2e6", "v 1 2", "v 1 2 # 3", "v"})
    void verticesWithoutThreeCoordinatesAreABadNumberNamingTheLine(String vertex) {
        assertThat(told(fault(SQUARE + vertex + "\nf 1 2 3\n"))).isEqualTo("bad-number at line 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "l 1 2\n", "f 1 2\n", "p 1 2 3\n"})
    void pointsAndLinesHaveNoSurface(String rest) {
        assertThat(fault(SQUARE + rest).code()).isEqualTo("no-surface");
    }

    @Test
    void stlWithinAnObjIsRefused() {
        assertThat(told(fault(SQUARE + "f 1 2 3\nfacet normal 0 0 1\n"))).isEqualTo("unknown-format at line 6");
    }

    @Test
    void junkBeforeTheFirstVertexIsPassedOver() throws Unreadable {
        assertThat(read("Exported by hand\n" + SQUARE + "f 1 2 3\n").mesh().triangles())
                .isEqualTo(1);
    }

    @Test
    void anArchiveAtTheEndIsRefused() {
        byte[] text = Written.ascii(SQUARE + "f 1 2 3\n# ");
        byte[] zip = Written.threeMf(Written.model(Shapes.cube()));
        byte[] both = new byte[text.length + zip.length];
        System.arraycopy(text, 0, both, 0, text.length);
        System.arraycopy(zip, 0, both, text.length, zip.length);
        assertThat(fault(both).code()).isEqualTo("unknown-format");
    }

    @Test
    void moreTrianglesThanTheLimitAreTooLarge() {
        Limits limits = new Limits(1 << 20, 11, 1 << 16, 1 << 20, 200, 100, 32, 64);
        assertThat(fault(Written.ascii(Written.obj(Shapes.cube())), limits).code())
                .isEqualTo("too-large");
    }

    @Test
    void theLastLineNeedsNoEnd() throws Unreadable {
        assertThat(read(SQUARE + "f 1 2 3").mesh().corners()).containsExactly(0, 1, 2);
    }
}

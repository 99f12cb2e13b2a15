package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.io.Mesh;

class BoxTest {

    @Test
    void aBoxGoesRoundAllVertices() {
        Mesh mesh = Mesh.soup(new float[] {-1, 5, 2, 4, -6, 2, 0, 0, 9});
        assertThat(Box.around(mesh)).isEqualTo(new Box(-1, -6, 2, 4, 5, 9));
    }

    @Test
    void aBoxFarOffHasTheSizeOfTheThing() {
        Box box = Box.around(Shapes.moved(Shapes.cube(0, 0, 0, 5), p -> p.plus(new Vec(-20_000, 10_000, 30_000))));
        assertThat(box).isEqualTo(new Box(-20_005, 9_995, 29_995, -19_995, 10_005, 30_005));
    }

    @ParameterizedTest
    @CsvSource({"1,2,3", "1,3,2", "2,1,3", "2,3,1", "3,1,2", "3,2,1", "2,2,2"})
    void extentsAreSortedWhicheverAxisTheyLieOn(double x, double y, double z) {
        Box box = new Box(10, 10, 10, 10 + x, 10 + y, 10 + z);
        assertThat(box.smallest()).isEqualTo(Math.min(x, Math.min(y, z)));
        assertThat(box.largest()).isEqualTo(Math.max(x, Math.max(y, z)));
        assertThat(box.smallest() + box.middle() + box.largest()).isEqualTo(x + y + z);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 60, 12, 1, false",
        "200, 59.9, 12, 1, true",
        "200, 60, 11.9, 1, true",
        "12, 60, 60, 1, false",
        "5.9, 5.9, 5.9, 10, true",
        "7.9, 6, 1.2, 10, false",
        "3, 2.4, 0.5, 25.4, false",
        "3, 2.3, 0.5, 25.4, true"
    })
    void whatIsTooSmallForAFaceIsToldByItsSecondAndThirdExtentInMillimetres(
            double x, double y, double z, double scale, boolean tooSmall) {
        assertThat(new Box(0, 0, 0, x, y, z).tooSmallForFace(scale)).isEqualTo(tooSmall);
        assertThat(new Box(0, 0, 0, z, x, y).tooSmallForFace(scale)).isEqualTo(tooSmall);
    }
}

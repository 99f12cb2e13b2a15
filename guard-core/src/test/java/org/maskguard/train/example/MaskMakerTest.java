package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.io.Mesh;
import org.maskguard.train.example.MaskDesign.Missing;
import org.maskguard.train.example.MaskDesign.Opening;

class MaskMakerTest {
    private static final Head HEAD = MadeUpHead.make();
    private static final Outline OVAL = new Outline(66, 50, 8, 85, 2.5, 0);
    private static final MaskDesign PLAIN = new MaskDesign(
            3.5,
            OVAL,
            Opening.CLOSED,
            Opening.CLOSED,
            false,
            15,
            8,
            5,
            Missing.NOTHING,
            Lattice.NONE,
            MaskDesign.Part.WHOLE);

    static Stream<MaskMaker> makers() {
        return Stream.of(new CutAndOffset(), new DistanceShell(), new DepthRelief());
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aMaskIsOneClosedBodyTurnedOutwards(MaskMaker maker) {
        Mesh mask = maker.make(HEAD, PLAIN);
        assertThat(Shapes.closed(mask)).isTrue();
        assertThat(Shapes.bodies(mask)).isEqualTo(1);
        assertThat(Shapes.volume(mask)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("makers")
    void theWallIsAboutAsThickAsAsked(MaskMaker maker) {
        assertThat(Shapes.meanWall(maker.make(HEAD, PLAIN))).isCloseTo(3.5, within(0.6));
        assertThat(Shapes.meanWall(maker.make(HEAD, PLAIN.withWall(5)))).isCloseTo(5, within(0.9));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aMaskIsOpenBehindAndDeep(MaskMaker maker) {
        Mesh mask = maker.make(HEAD, PLAIN);
        double[] b = Meshes.bounds(mask);
        assertThat(b[5] - b[2]).isBetween(60.0, 95.0);
        // Nothing behind the nose tip: all that is near the axis is the nose itself and its back.
        for (int v = 0; v < mask.vertices(); v++) {
            if (Math.hypot(mask.xyz()[3 * v], mask.xyz()[3 * v + 1]) < 10) {
                assertThat(mask.xyz()[3 * v + 2]).isGreaterThan(-25);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void cutEyesAreHoles(MaskMaker maker) {
        Mesh mask = maker.make(HEAD, PLAIN.withCutEyes());
        assertThat(Shapes.closed(mask)).isTrue();
        for (int v = 0; v < mask.vertices(); v++) {
            double x = Math.abs(mask.xyz()[3 * v]) - HEAD.eyeLeft().x();
            double y = mask.xyz()[3 * v + 1] - HEAD.eyeLeft().y();
            assertThat(Math.hypot(x / 15, y / 8)).isGreaterThan(0.6);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void whatIsMissingIsNotThere(MaskMaker maker) {
        double whole = Shapes.area(maker.make(HEAD, PLAIN));
        Mesh less = maker.make(HEAD, PLAIN.without(Missing.HALF_FOREHEAD));
        assertThat(Shapes.area(less)).isBetween(0.7 * whole, 0.95 * whole);
        for (int v = 0; v < less.vertices(); v++) {
            boolean gone = less.xyz()[3 * v] > 8 && less.xyz()[3 * v + 1] > 42 + 14 + 8;
            assertThat(gone).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aLatticeIsOpenAsFarAsAsked(MaskMaker maker) {
        double whole = Shapes.volume(maker.make(HEAD, PLAIN));
        Mesh open = maker.make(HEAD, PLAIN.withLattice(new Lattice(0.4, 14, false, 1)));
        assertThat(Shapes.volume(open) / whole).isCloseTo(0.6, within(0.11));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void theSameDesignGivesTheSameBytes(MaskMaker maker) {
        MaskDesign design = MaskDesign.draw(17);
        Mesh once = maker.make(HEAD, design);
        Mesh again = maker.make(MadeUpHead.make(), MaskDesign.draw(17));
        assertThat(again.xyz()).isEqualTo(once.xyz());
        assertThat(again.corners()).isEqualTo(once.corners());
    }

    @ParameterizedTest
    @MethodSource("makers")
    void piecesLieApartInPlace(MaskMaker maker) {
        Mesh pieces = Pieces.inPlace(maker, HEAD, PLAIN, new Dice(3));
        assertThat(Shapes.bodies(pieces)).isBetween(2, 8);
        assertThat(Shapes.closed(pieces)).isTrue();
    }

    @Test
    void withoutWallACutMaskIsAnOpenSurface() {
        Mesh skin = new CutAndOffset().make(HEAD, PLAIN.withWall(0));
        assertThat(Shapes.closed(skin)).isFalse();
        assertThat(new Topology(skin).loops()).hasSize(1);
    }
}

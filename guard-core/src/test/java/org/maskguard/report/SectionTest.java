package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;

class SectionTest {

    private static final FaceFrame FRAME =
            FacePose.of(SyntheticMask.STANDARD.face(Category.MASK, false)).frame();

    /// Height of the nose's tip in the synthetic mask's own axes, mm.
    private static final double TIP = 9;

    @Test
    void aLineFromTheFrontMeetsBothSidesOfTheWall() {
        Section section = Section.of(SyntheticMask.STANDARD.mesh(), FRAME);
        double[] crossings = section.crossings(50);
        double expected = SyntheticMask.height(0, TIP + 50) - SyntheticMask.height(0, TIP);

        assertThat(crossings).hasSize(2);
        assertThat(crossings[0]).isCloseTo(expected, within(0.2));
        assertThat(crossings[0] - crossings[1]).isBetween(2.0, 4.0);
        assertThat(section.crossings(500)).isEmpty();
    }

    @Test
    void surfacesThatCoincideCountOnce() {
        Mesh mask = new SyntheticMask(0, 1).mesh();
        int[] once = mask.corners();
        int[] twice = new int[2 * once.length];
        System.arraycopy(once, 0, twice, 0, once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);

        assertThat(Section.of(new Mesh(mask.xyz(), twice), FRAME).crossings(20)).hasSize(1);
    }

    @Test
    void aMeshBesideTheMiddleIsNotCut() {
        Mesh aside = Mesh.soup(new float[] {30, 0, 0, 40, 0, 0, 40, 10, 10});

        assertThat(Section.of(aside, FRAME).isEmpty()).isTrue();
    }
}

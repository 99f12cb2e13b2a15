package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

class TurnedModelTest {

    private static final Mesh MASK = new SyntheticMask(2.4, 2).mesh();
    private static final Face FACE = SyntheticMask.STANDARD.face(Category.MASK, false);
    private static final TurnedModel MODEL = new TurnedModel(MASK, FACE);

    @Test
    void isSeenFromItsFrontAtFirst() {
        Camera camera = MODEL.camera(0, MODEL.firstTilt(), 1, 300, 300);

        assertThat(camera.view().front().dot(FACE.front())).isCloseTo(1, within(1e-6));
        assertThat(camera.view().up().dot(FACE.up())).isCloseTo(1, within(1e-6));
        assertThat(camera.y(FACE.landmarks().get(Landmark.SELLION)))
                .isLessThan(camera.y(FACE.landmarks().get(Landmark.MENTON)));
    }

    @Test
    void aQuarterTurnShowsItsLeftSide() {
        Vec left = FACE.up().cross(FACE.front());

        assertThat(MODEL.camera(90, 0, 1, 300, 300).view().front().dot(left)).isCloseTo(1, within(1e-6));
    }

    @Test
    void zoomMakesItLarger() {
        double once = MODEL.camera(0, 0, 1, 300, 300).mmPerPixel();

        assertThat(MODEL.camera(0, 0, 2, 300, 300).mmPerPixel()).isCloseTo(once / 2, within(1e-9));
    }

    @Test
    void staysUprightFromAnyTilt() {
        for (double tilt : new double[] {-1000, -90, 90, 1000}) {
            assertThat(MODEL.camera(30, tilt, 1, 300, 300).view().up().dot(FACE.up()))
                    .isPositive();
        }
    }

    @Test
    void theTipOfTheNoseIsACapAndElsewhereThereIsNothing() {
        Vec tip = FACE.landmarks().get(Landmark.PRONASALE);

        float[] bends = MODEL.bends(new float[] {(float) tip.x(), (float) tip.y(), (float) tip.z(), 5000, 5000, 5000});

        assertThat(bends[0]).isGreaterThan(0.4f);
        assertThat(bends[1]).isPositive();
        assertThat(bends[3]).isZero();
        assertThat(TurnedModel.colour(1, 1)).isNotEqualTo(TurnedModel.colour(1, 0));
    }

    @Test
    void whatHasNoFaceIsShownWholeAndUncoloured() {
        TurnedModel whole = new TurnedModel(MASK, null);

        Picture plain = whole.picture(whole.camera(0, whole.firstTilt(), 1, 80, 80), false);
        Picture coloured = whole.picture(whole.camera(0, whole.firstTilt(), 1, 80, 80), true);

        assertThat(whole.hasFace()).isFalse();
        assertThat(coloured.argb()).isEqualTo(plain.argb());
        assertThat(Arrays.stream(plain.argb())).anyMatch(pixel -> pixel >>> 24 == 255);
        for (int i = 0; i < 80; i++) {
            assertThat(plain.argb()[i] >>> 24).as("top row").isZero();
        }
    }
}

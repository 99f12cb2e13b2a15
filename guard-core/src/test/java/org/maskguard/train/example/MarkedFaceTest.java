package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// What marks must fulfil on the faces they were made on, whatever their vertices. Skipped where the parametric faces
/// are not there.
class MarkedFaceTest {

    private static List<MarkedFace> faces;

    @BeforeAll
    static void open() throws IOException {
        ExampleSet set = ExampleSet.open(SharedData.folder(), 1);
        faces = List.of(set.ict(), set.makeHuman());
    }

    @Test
    void allAreMarkedTheLeftOnesOnTheLeftAndTheRightOnesOpposite() {
        for (MarkedFace face : faces) {
            assertThat(face.marks()).hasSize(Landmark.values().length);
            for (Landmark landmark : Landmark.values()) {
                Vec at = at(face, landmark);
                if (landmark.name().endsWith("_LEFT")) {
                    Vec twin = at(face, Landmark.valueOf(landmark.name().replace("_LEFT", "_RIGHT")));
                    assertThat(at.x()).as(landmark.word()).isPositive();
                    assertThat(new Vec(-twin.x(), twin.y(), twin.z()).minus(at).length())
                            .as(landmark.word())
                            .isLessThan(0.1);
                } else if (!landmark.name().endsWith("_RIGHT")) {
                    assertThat(at.x()).as(landmark.word()).isCloseTo(0, within(0.1));
                }
            }
        }
    }

    /// The profile between pronasale and upper lip is nowhere farther from their chord than at the subnasale.
    @Test
    void theSubnasaleIsTheDeepestOfTheAngleBetweenNoseAndLip() {
        for (MarkedFace face : faces) {
            Vec tip = at(face, Landmark.PRONASALE);
            Vec lip = at(face, Landmark.LABIALE_SUPERIUS);
            double deepest = depth(at(face, Landmark.SUBNASALE), tip, lip);
            for (int v = 0; v < face.face().vertices(); v++) {
                Vec p = vertex(face, v);
                // Skin of the profile, not the lining of the nose and mouth behind it.
                boolean profile = Math.abs(p.x()) < 0.05
                        && p.y() < tip.y()
                        && p.y() > lip.y()
                        && p.z() > at(face, Landmark.SUBNASALE).z() - 1;
                if (profile) {
                    assertThat(depth(p, tip, lip)).as("vertex %d", v).isLessThanOrEqualTo(deepest + 0.01);
                }
            }
        }
    }

    /// The profile at the menton, between the next vertices above and below, against the line from sellion to
    /// menton.
    @Test
    void theMentonLiesWhereTheChinHasTurnedByTheSameAngle() {
        double[] turned = new double[2];
        for (int i = 0; i < 2; i++) {
            MarkedFace face = faces.get(i);
            Vec menton = at(face, Landmark.MENTON);
            Vec above = new Vec(0, 1e9, 0);
            Vec below = new Vec(0, -1e9, 0);
            for (int v = 0; v < face.face().vertices(); v++) {
                Vec p = vertex(face, v);
                if (Math.abs(p.x()) < 0.05 && p.minus(menton).length() < 8) {
                    above = p.y() > menton.y() + 0.1 && p.y() < above.y() ? p : above;
                    below = p.y() < menton.y() - 0.1 && p.y() > below.y() ? p : below;
                }
            }
            Vec profile = above.minus(below).unit();
            Vec rising = at(face, Landmark.SELLION).minus(menton).unit();
            turned[i] = Math.toDegrees(Math.acos(profile.dot(rising)));
        }
        assertThat(turned[0]).as("degrees").isBetween(45.0, 55.0);
        assertThat(turned[1]).as("degrees").isCloseTo(turned[0], within(3.0));
    }

    /// NIOSH's norm of the nose's breadth is 37.1 ± 4.9 mm, that of sellion to menton 119.9 ± 8.2 mm.
    @Test
    void facesHaveTheSizeOfFaces() {
        for (MarkedFace face : faces) {
            double nose = at(face, Landmark.ALARE_LEFT)
                    .minus(at(face, Landmark.ALARE_RIGHT))
                    .length();
            double length =
                    at(face, Landmark.SELLION).minus(at(face, Landmark.MENTON)).length();
            assertThat(nose).isBetween(32.0, 42.0);
            assertThat(length).isBetween(104.0, 128.0);
        }
    }

    private static double depth(Vec p, Vec from, Vec to) {
        return (p.z() - from.z()) * (to.y() - from.y()) - (p.y() - from.y()) * (to.z() - from.z());
    }

    private static Vec at(MarkedFace face, Landmark landmark) {
        float[] p = face.position(landmark, face.neutral());
        return new Vec(p[0], p[1], p[2]);
    }

    private static Vec vertex(MarkedFace face, int v) {
        float[] xyz = face.neutral();
        return new Vec(xyz[3 * v], xyz[3 * v + 1], xyz[3 * v + 2]);
    }
}

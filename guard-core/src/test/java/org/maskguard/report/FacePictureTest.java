package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FacePictureTest {

    private static final Mesh MASK = new SyntheticMask(2.4, 2).mesh();
    private static final Face FACE = SyntheticMask.STANDARD.face(Category.MASK, false);
    private static final FacePicture PICTURE = new FacePicture(MASK, FACE);

    @Test
    void everyLandmarkIsNamedAndNoLabelLiesOverAnother() {
        String svg = PICTURE.landmarks();
        List<double[]> left = new ArrayList<>();
        List<double[]> right = new ArrayList<>();
        Pattern text = Pattern.compile("<text x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" text-anchor=\"(\\w+)\"");
        for (MatchResult match : text.matcher(svg).results().toList()) {
            double[] at = {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))};
            (match.group(3).equals("end") ? left : right).add(at);
        }
        for (Landmark landmark : Landmark.values()) {
            assertThat(svg).contains(">" + Words.of(landmark) + "<");
        }
        assertThat(left.size() + right.size()).isEqualTo(Landmark.values().length + 2);
        assertApart(left);
        assertApart(right);
    }

    @Test
    void labelsStayApartWhereAllPlacesAreOne() {
        Map<Landmark, Vec> heap = new EnumMap<>(Landmark.class);
        for (Landmark landmark : Landmark.values()) {
            heap.put(landmark, new Vec(0, -60, 100));
        }
        String svg = new FacePicture(MASK, face(heap, false)).landmarks();
        List<double[]> left = new ArrayList<>();
        Pattern text = Pattern.compile("<text x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" text-anchor=\"end\"");
        for (MatchResult match : text.matcher(svg).results().toList()) {
            left.add(new double[] {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))});
        }
        assertApart(left);
    }

    @Test
    void measurementsStandInTheDrawings() {
        assertThat(PICTURE.breadths())
                .contains("intercanthal 34.0 mm", "biocular 90.0 mm", "mouth width 50.0 mm", "face width 134.0 mm");
        assertThat(PICTURE.profile()).contains("sellion–menton", "nasal height", "nasal protrusion");
    }

    @Test
    void drawingsAreWellFormed() throws Exception {
        for (String svg : List.of(
                PICTURE.landmarks(), PICTURE.breadths(), PICTURE.profile(), PICTURE.curvature(), PICTURE.section())) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
        }
    }

    @Test
    void theFrontShowsTheNoseBetweenTheEyesAndTheMouth() {
        Camera camera = PICTURE.frontCamera();
        Vec tip = FACE.landmarks().get(Landmark.PRONASALE);

        assertThat(camera.x(tip)).isCloseTo(camera.width() / 2.0, within(1.0));
        assertThat(camera.y(FACE.landmarks().get(Landmark.SELLION))).isLessThan(camera.y(tip));
        assertThat(camera.y(FACE.landmarks().get(Landmark.MENTON))).isBetween(camera.y(tip), camera.height() - 60.0);
        assertThat(camera.x(FACE.landmarks().get(Landmark.EXOCANTHION_LEFT)))
                .as("the face's left is on the viewer's right")
                .isGreaterThan(camera.x(tip));
    }

    @Test
    void aFaceInABoxIsSeenThroughItsLid() {
        float[] xyz = java.util.Arrays.copyOf(MASK.xyz(), MASK.xyz().length + 9);
        float[] lid = {-500, -150, -500, 500, -150, -500, 0, -150, 800};
        System.arraycopy(lid, 0, xyz, MASK.xyz().length, 9);
        int[] corners = java.util.Arrays.copyOf(MASK.corners(), MASK.corners().length + 3);
        for (int i = 0; i < 3; i++) {
            corners[MASK.corners().length + i] = MASK.vertices() + i;
        }
        FacePicture boxed = new FacePicture(new Mesh(xyz, corners), FACE);

        assertThat(PICTURE.hidden()).isFalse();
        assertThat(boxed.hidden()).isTrue();
        assertThat(boxed.front().argb()).isEqualTo(PICTURE.front().argb());
    }

    @Test
    void aHollowFaceIsLookedIntoHoweverItsFrontIsCounted() {
        Map<Landmark, Vec> at = FACE.landmarks();
        Face outwards = face(at, true);
        Face inwards =
                new Face(Category.MOULD, 0.9, true, at, Map.of(), FACE.front().times(-1), FACE.up(), null);

        assertThat(FacePose.of(outwards).toViewer().y()).isCloseTo(1, within(1e-12));
        assertThat(FacePose.of(inwards).toViewer().y()).isCloseTo(1, within(1e-12));
        assertThat(FacePose.of(FACE).toViewer()).isEqualTo(new Vec(0, -1, 0));
    }

    @ParameterizedTest
    @EnumSource(Landmark.class)
    void aFaceOfWhichOneLandmarkIsKnownIsDrawn(Landmark only) {
        Face face = face(Map.of(only, FACE.landmarks().get(only)), false);
        FacePicture picture = new FacePicture(MASK, face);

        assertThat(picture.landmarks()).contains(">" + Words.of(only) + "<");
        assertThat(picture.section()).contains("</svg>");
        double height = FacePose.of(face).height();
        assertThat(height).isBetween(80.0, 160.0);
    }

    @Test
    void aFaceWithoutLandmarksIsDrawn() {
        FacePicture picture = new FacePicture(MASK, face(Map.of(), false));

        assertThat(picture.landmarks()).contains("</svg>");
        assertThat(picture.breadths()).doesNotContain("mm</text>");
        assertThat(picture.curvature()).contains("saddle");
    }

    @Test
    void theTipOfTheNoseIsRedAndTheEyesCornersAreBlue() {
        CurvatureTint tint = tint(false);
        int tip = at(tint, FACE.landmarks().get(Landmark.PRONASALE));
        int corner = at(tint, FACE.landmarks().get(Landmark.ENDOCANTHION_LEFT));

        assertThat(tip >> 16).as("red of the tip").isGreaterThan((tip & 0xff) + 60);
        assertThat(corner & 0xff).as("blue of the corner").isGreaterThan((corner >> 16) + 60);
        assertThat(at(tint, new Vec(0, 900, 0))).as("far from the face").isEqualTo(0xd8cfc4);
    }

    @Test
    void theColoursOfTheFiveShapesAreInTheirOrder() {
        assertThat(CurvatureTint.colour(-1)).isEqualTo(0x2b4ba0);
        assertThat(CurvatureTint.colour(0)).isEqualTo(0xf5eba3);
        assertThat(CurvatureTint.colour(1)).isEqualTo(0xb0182b);
    }

    @Test
    void theCutShowsWallAndRoom() {
        assertThat(PICTURE.section()).contains("room 61 mm", "wall 2.4 mm", "50 mm");
    }

    @Test
    void aHollowFaceHasTheColoursOfItsCast() {
        CurvatureTint tint = tint(true);
        // The wall's inner side lies behind the nose's tip.
        int tip = at(tint, FACE.landmarks().get(Landmark.PRONASALE).plus(new Vec(0, 2.6, 0)));

        assertThat(tip >> 16).as("red of the tip").isGreaterThan((tip & 0xff) + 60);
    }

    private static CurvatureTint tint(boolean hollow) {
        Face face = face(FACE.landmarks(), hollow);
        return CurvatureTint.of(new SyntheticMask(2.4, 1).mesh(), FacePose.of(face), hollow);
    }

    private static int at(CurvatureTint tint, Vec v) {
        return tint.rgb(0, v.x(), v.y(), v.z());
    }

    private static Face face(Map<Landmark, Vec> landmarks, boolean concave) {
        return new Face(Category.MASK, 0.9, concave, landmarks, Map.of(), FACE.front(), FACE.up(), FACE.wear());
    }

    private static void assertApart(List<double[]> labels) {
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = Math.abs(labels.get(i)[1] - labels.get(j)[1]);
                assertThat(apart).isGreaterThanOrEqualTo(Svg.LETTERS);
            }
        }
    }
}

package org.maskguard.report;

import java.util.List;
import java.util.Map;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;

/// Pictures of one face that was found: what a refusal shows to whoever wants to see it.
///
/// The drawings are SVG elements with the shaded picture inside; they can stand in a page or alone. What stands before
/// the face by more than an eighth of its height is left out, so that a face in a box is seen. Each drawing takes some
/// 0.1 s and is made when it is asked for. Immutable; safe to share between threads.
public final class FacePicture {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 560;
    private static final int COLUMN = 160;
    private static final int PROFILE_COLUMN = 190;

    /// The points in the middle of the face, from above.
    private static final List<Landmark> MIDDLE = List.of(
            Landmark.GLABELLA,
            Landmark.SELLION,
            Landmark.PRONASALE,
            Landmark.SUBNASALE,
            Landmark.LABIALE_SUPERIUS,
            Landmark.STOMION,
            Landmark.LABIALE_INFERIUS,
            Landmark.POGONION,
            Landmark.MENTON);

    private final Mesh mesh;
    private final Face face;
    private final FacePose pose;

    public FacePicture(Mesh mesh, Face face) {
        this.mesh = mesh;
        this.face = face;
        pose = FacePose.of(face);
    }

    /// The camera of the view from the front: for those who draw over [#front] themselves.
    public Camera frontCamera() {
        return pose.camera(WIDTH, HEIGHT);
    }

    /// The face from the front, or into the open side of a hollow one, without marks.
    public Picture front() {
        return Shader.draw(mesh, frontCamera());
    }

    /// Whether anything stands before the face, which the views from the front leave out.
    public boolean hidden() {
        return Raster.of(mesh, pose.camera(WIDTH / 4, HEIGHT / 4)).clipped();
    }

    /// The face from its left and a little above, without marks.
    public Picture threeQuarter() {
        Vec front = pose.toViewer().times(0.8);
        Vec aside = front.plus(pose.frame().left().times(0.58))
                .plus(pose.frame().up().times(0.18));
        return Shader.draw(mesh, around(aside));
    }

    /// What is behind the face, without marks.
    public Picture behind() {
        Vec back = pose.toViewer().times(-0.9);
        Vec aside = back.plus(pose.frame().left().times(0.35))
                .plus(pose.frame().up().times(0.2));
        return Shader.draw(mesh, around(aside));
    }

    /// The front with the landmarks that were found, named.
    public String landmarks() {
        Camera camera = frontCamera();
        Svg svg = new Svg(WIDTH + 2 * COLUMN, HEIGHT, "The face from the front with its landmarks");
        svg.picture(front(), COLUMN, 0);
        Labels left = new Labels(COLUMN - 12, false);
        Labels right = new Labels(COLUMN + WIDTH + 12, true);
        int count = 0;
        for (Landmark landmark : Landmark.values()) {
            Vec at = face.landmarks().get(landmark);
            if (at != null) {
                double x = COLUMN + camera.x(at);
                double y = camera.y(at);
                boolean onRight = MIDDLE.contains(landmark) ? count++ % 2 == 1 : x > COLUMN + WIDTH / 2.0;
                (onRight ? right : left).add(Words.of(landmark), x, y);
            }
        }
        left.draw(svg, 40, HEIGHT - 12.0);
        right.draw(svg, 40, HEIGHT - 12.0);
        for (Vec at : face.landmarks().values()) {
            svg.dot(COLUMN + camera.x(at), camera.y(at));
        }
        boolean mirrored = camera.view().left().dot(pose.frame().left()) < 0;
        svg.text(COLUMN - 12, 18, "end", mirrored ? "Face’s left" : "Face’s right");
        svg.text(COLUMN + WIDTH + 12, 18, "start", mirrored ? "Face’s right" : "Face’s left");
        return svg.close();
    }

    /// The front with what was measured across it and along it.
    public String breadths() {
        Camera camera = frontCamera();
        Svg svg = new Svg(WIDTH + 2 * COLUMN, HEIGHT, "The face from the front with its measurements");
        svg.picture(front(), COLUMN, 0);
        Dimensions dimensions = new Dimensions(svg, camera, COLUMN, face.measurements());
        Map<Landmark, Vec> at = face.landmarks();
        double eyes = camera.y(pose.frame().toFile(0, pose.sellion(), 0));
        double chin = camera.y(pose.frame().toFile(0, pose.menton(), 0));
        Vec exoLeft = at.get(Landmark.EXOCANTHION_LEFT);
        Vec exoRight = at.get(Landmark.EXOCANTHION_RIGHT);
        dimensions.across(
                Measurement.INTERCANTHAL,
                at.get(Landmark.ENDOCANTHION_LEFT),
                at.get(Landmark.ENDOCANTHION_RIGHT),
                eyes - 48);
        dimensions.across(Measurement.BIOCULAR, exoLeft, exoRight, eyes - 90);
        breadth(dimensions, exoLeft, exoRight, eyes - 132);
        dimensions.across(
                Measurement.NASAL_BREADTH, at.get(Landmark.ALARE_LEFT), at.get(Landmark.ALARE_RIGHT), chin + 22);
        dimensions.across(
                Measurement.MOUTH_WIDTH, at.get(Landmark.CHEILION_LEFT), at.get(Landmark.CHEILION_RIGHT), chin + 56);
        dimensions.words();
        return svg.close();
    }

    /// The left profile with what was measured along it.
    public String profile() {
        Camera camera = profileCamera();
        Svg svg = new Svg(WIDTH + PROFILE_COLUMN + 20.0, HEIGHT, "The face from its left side with its measurements");
        svg.picture(Shader.draw(mesh, camera), PROFILE_COLUMN, 0);
        Dimensions dimensions = new Dimensions(svg, camera, PROFILE_COLUMN, face.measurements());
        Map<Landmark, Vec> at = face.landmarks();
        Vec sellion = at.get(Landmark.SELLION);
        Vec subnasale = at.get(Landmark.SUBNASALE);
        double tip = PROFILE_COLUMN + camera.x(pose.frame().pronasale());
        dimensions.upright(Measurement.NASAL_HEIGHT, sellion, subnasale, tip - 26);
        dimensions.upright(Measurement.SELLION_MENTON, sellion, at.get(Landmark.MENTON), tip - 136);
        dimensions.along(Measurement.NASAL_PROTRUSION, subnasale, at.get(Landmark.PRONASALE), 24);
        dimensions.words();
        return svg.close();
    }

    /// The front in the colours of its curvature, with their legend.
    public String curvature() {
        Svg svg = new Svg(WIDTH, HEIGHT + 70.0, "The face from the front, coloured by curvature");
        svg.picture(Shader.draw(mesh, frontCamera(), CurvatureTint.of(mesh, pose, face.concave())), 0, 0);
        double bar = WIDTH - 60.0;
        int steps = 60;
        for (int i = 0; i < steps; i++) {
            String colour = "#%06x".formatted(CurvatureTint.colour(2.0 * i / (steps - 1) - 1));
            svg.box(30 + i * bar / steps, HEIGHT + 12.0, bar / steps + 0.5, 16, colour);
        }
        for (int i = 0; i < CurvatureTint.SHAPES.length; i++) {
            double x = 30 + bar * i / (CurvatureTint.SHAPES.length - 1);
            svg.line(x, HEIGHT + 28.0, x, HEIGHT + 34.0);
            svg.text(x, HEIGHT + 51.0, "middle", CurvatureTint.SHAPES[i]);
        }
        return svg.close();
    }

    /// The cut through the middle of the face, with wall and room where they were measured.
    public String section() {
        return new SectionPicture(Section.of(mesh, pose.frame()), pose, face.concave() ? null : face.wear()).svg();
    }

    private void breadth(Dimensions dimensions, Vec left, Vec right, double y) {
        Measured measured = face.measurements().get(Measurement.FACE_WIDTH);
        if (measured != null && left != null && right != null) {
            Vec middle = left.plus(right).times(0.5);
            Vec half = pose.frame().left().times(measured.mm() / 2);
            dimensions.across(Measurement.FACE_WIDTH, middle.plus(half), middle.minus(half), y);
        }
    }

    /// Nose to the left of the picture, with room for the dimensions before it.
    private Camera profileCamera() {
        double mmPerPixel = 1.95 * pose.height() / HEIGHT;
        double back = 0.34 * WIDTH * mmPerPixel;
        Vec centre = pose.frame().toFile(0, pose.menton() + 0.72 * pose.height(), -back);
        return new Camera(
                Camera.view(pose.frame().left(), pose.frame().up()),
                centre,
                mmPerPixel,
                WIDTH,
                HEIGHT,
                Double.POSITIVE_INFINITY);
    }

    private Camera around(Vec towards) {
        Vec centre = pose.frame().toFile(0, pose.menton() + 0.78 * pose.height(), -0.5 * pose.height());
        double mmPerPixel = 2.05 * pose.height() / HEIGHT;
        return new Camera(
                Camera.view(towards, pose.frame().up()), centre, mmPerPixel, WIDTH, HEIGHT, Double.POSITIVE_INFINITY);
    }
}

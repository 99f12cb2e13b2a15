package org.maskguard.slicer.window;

import javafx.scene.AmbientLight;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.PerspectiveCamera;
import javafx.scene.PointLight;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.transform.Affine;
import org.maskguard.io.Mesh;
import org.maskguard.report.Camera;
import org.maskguard.report.TurnedModel;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;
import org.maskguard.surface.Welding;

/// Shows a model in 3D.
///
/// The camera looks from so far away that its picture is that of the orthographic one, over which landmarks are drawn.
/// Lamps stand before the model and, mirrored, behind it: surfaces that are inside out look like any other.
final class SolidLayer implements Layer {

    /// More triangles than this are drawn in software, which needs no second copy of them.
    static final int MOST_TRIANGLES = 2_000_000;

    /// Angle of view, degrees.
    private static final double ANGLE = 3;

    private static final int PALETTE = 64;

    private final SubScene scene;
    private final PerspectiveCamera camera = new PerspectiveCamera(true);
    private final Affine place = new Affine();
    private final PhongMaterial clay = new PhongMaterial(Color.rgb(216, 207, 196));
    private final PhongMaterial colours = new PhongMaterial(Color.WHITE);
    private final MeshView shown;

    SolidLayer(Mesh mesh, TurnedModel model) {
        colours.setDiffuseMap(palette());
        shown = new MeshView(triangles(Welding.weld(mesh), model));
        shown.setCullFace(CullFace.NONE);
        shown.getTransforms().add(place);
        camera.setFieldOfView(ANGLE);
        camera.setNearClip(10);
        Group world = new Group(shown, camera, new AmbientLight(Color.gray(0.22)));
        world.getChildren().addAll(lamp(-1, -1.2, -1.5, 0.78), lamp(1, 1.2, 1.5, 0.78));
        world.getChildren().addAll(lamp(1.6, 0.1, -1, 0.16), lamp(-1.6, -0.1, 1, 0.16));
        scene = new SubScene(world, 1, 1, true, SceneAntialiasing.BALANCED);
        scene.setCamera(camera);
        scene.setManaged(false);
        scene.setMouseTransparent(true);
    }

    @Override
    public Node node() {
        return scene;
    }

    /// The world's axes are the picture's: x to the right, y down, z away from the viewer; its middle is the
    /// camera's.
    @Override
    public void look(Camera seen, boolean byCurvature) {
        scene.setWidth(seen.width());
        scene.setHeight(seen.height());
        View view = seen.view();
        Vec right = view.left();
        Vec down = view.up().times(-1);
        Vec away = view.front().times(-1);
        Vec middle = seen.centre();
        place.setToTransform(
                right.x(),
                right.y(),
                right.z(),
                -right.dot(middle),
                down.x(),
                down.y(),
                down.z(),
                -down.dot(middle),
                away.x(),
                away.y(),
                away.z(),
                -away.dot(middle));
        double distance = seen.mmPerPixel() * seen.height() / 2 / Math.tan(Math.toRadians(ANGLE / 2));
        camera.setTranslateZ(-distance);
        camera.setFarClip(3 * distance);
        shown.setMaterial(byCurvature ? colours : clay);
    }

    @Override
    public void close() {
        // Nothing runs here.
    }

    private static PointLight lamp(double x, double y, double z, double brightness) {
        PointLight lamp = new PointLight(Color.gray(brightness));
        double far = 20_000;
        lamp.setTranslateX(far * x);
        lamp.setTranslateY(far * y);
        lamp.setTranslateZ(far * z);
        return lamp;
    }

    /// All colours of curvature: shape index to the right, strength downwards.
    private static WritableImage palette() {
        int[] argb = new int[PALETTE * PALETTE];
        for (int row = 0; row < PALETTE; row++) {
            for (int column = 0; column < PALETTE; column++) {
                double index = 2.0 * column / (PALETTE - 1) - 1;
                argb[row * PALETTE + column] = 0xff000000 | TurnedModel.colour(index, row / (PALETTE - 1.0));
            }
        }
        WritableImage image = new WritableImage(PALETTE, PALETTE);
        image.getPixelWriter().setPixels(0, 0, PALETTE, PALETTE, PixelFormat.getIntArgbInstance(), argb, 0, PALETTE);
        return image;
    }

    private static TriangleMesh triangles(Mesh mesh, TurnedModel model) {
        TriangleMesh solid = new TriangleMesh();
        solid.getPoints().setAll(mesh.xyz());
        float[] places = model.bends(mesh.xyz());
        for (int i = 0; i < places.length; i += 2) {
            places[i] = inPalette((places[i] + 1) / 2);
            places[i + 1] = inPalette(places[i + 1]);
        }
        solid.getTexCoords().setAll(places);
        int[] corners = mesh.corners();
        int[] faces = new int[2 * corners.length];
        for (int i = 0; i < corners.length; i++) {
            faces[2 * i] = corners[i];
            faces[2 * i + 1] = corners[i];
        }
        solid.getFaces().setAll(faces);
        return solid;
    }

    /// The middle of the first pixel for 0, of the last for 1.
    private static float inPalette(float share) {
        return (0.5f + Math.clamp(share, 0, 1) * (PALETTE - 1)) / PALETTE;
    }
}

package org.maskguard.report;

import java.util.List;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// The whole file as it lies, with the faces that were found ringed.
final class Overview {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 440;

    /// From before, the right and above, as printers' programs show a plate.
    private static final Vec FRONT = new Vec(0.5, -0.75, 0.45);

    private static final Vec UP = new Vec(0, 0, 1);
    private static final double LEAST_RING = 14;

    private Overview() {}

    static String svg(Mesh mesh, List<Face> faces) {
        Camera fitted = Camera.fitting(mesh, FRONT, UP, WIDTH, HEIGHT);
        // Room for rings and words around.
        double mmPerPixel = faces.isEmpty() ? fitted.mmPerPixel() : 1.15 * fitted.mmPerPixel();
        Camera camera = new Camera(fitted.view(), fitted.centre(), mmPerPixel, WIDTH, HEIGHT, fitted.near());
        Svg svg = new Svg(WIDTH, HEIGHT, "The whole file as it lies, with " + count(faces.size()));
        svg.picture(Shader.draw(mesh, camera), 0, 0);
        for (int i = 0; i < faces.size(); i++) {
            FacePose pose = FacePose.of(faces.get(i));
            Vec middle = pose.frame().toFile(0, pose.menton() + 0.75 * pose.height(), -0.3 * pose.height());
            double radius = Math.max(LEAST_RING, 0.65 * pose.height() / camera.mmPerPixel());
            double x = camera.x(middle);
            double y = camera.y(middle);
            svg.ring(x, y, radius);
            String words = faces.size() == 1 ? "face" : "face " + (i + 1);
            double above = y - radius - 8;
            double below = Math.min(HEIGHT - 6.0, y + radius + 20);
            svg.text(Math.clamp(x, 30, WIDTH - 30.0), above < 16 ? below : above, "middle", words);
        }
        return svg.close();
    }

    private static String count(int faces) {
        return switch (faces) {
            case 0 -> "nothing marked";
            case 1 -> "the face found marked";
            default -> "the " + faces + " faces found marked";
        };
    }
}

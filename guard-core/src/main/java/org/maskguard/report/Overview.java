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

    /// Radius of a ring in heights of its face.
    private static final double RING = 0.65;

    /// Free room at each edge, and for words over a ring, pixels.
    private static final double EDGE = 6;

    private static final double WORDS = 20;

    /// However far off a face is said to lie, the file is not drawn smaller than by this factor.
    private static final double MOST_ROOM = 2;

    private Overview() {}

    static String svg(Mesh mesh, List<Face> faces) {
        Camera fitted = Camera.fitting(mesh, FRONT, UP, WIDTH, HEIGHT);
        double mmPerPixel = Math.min(ringed(fitted, faces), MOST_ROOM * fitted.mmPerPixel());
        Camera camera = new Camera(fitted.view(), fitted.centre(), mmPerPixel, WIDTH, HEIGHT, fitted.near());
        Svg svg = new Svg(WIDTH, HEIGHT, "The whole file as it lies, with " + count(faces.size()));
        svg.picture(Shader.draw(mesh, camera), 0, 0);
        for (int i = 0; i < faces.size(); i++) {
            FacePose pose = FacePose.of(faces.get(i));
            Vec middle = middle(pose);
            double radius = Math.max(LEAST_RING, RING * pose.height() / camera.mmPerPixel());
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

    /// The size of a pixel at which the rings, and the words over them, have room in the picture, mm.
    private static double ringed(Camera fitted, List<Face> faces) {
        double mmPerPixel = fitted.mmPerPixel();
        for (Face face : faces) {
            FacePose pose = FacePose.of(face);
            Vec away = middle(pose).minus(fitted.centre());
            double right = Math.abs(away.dot(fitted.view().left()));
            double up = away.dot(fitted.view().up());
            double radius = RING * pose.height();
            double across = (radius + right) / (WIDTH / 2.0 - EDGE);
            double above = (radius + up) / (HEIGHT / 2.0 - EDGE - WORDS);
            double below = (radius - up) / (HEIGHT / 2.0 - EDGE);
            double needed = Math.max(across, Math.max(above, below));
            mmPerPixel = needed > mmPerPixel ? needed : mmPerPixel;
        }
        return mmPerPixel;
    }

    private static Vec middle(FacePose pose) {
        return pose.frame().toFile(0, pose.menton() + 0.75 * pose.height(), -0.3 * pose.height());
    }

    private static String count(int faces) {
        return switch (faces) {
            case 0 -> "nothing marked";
            case 1 -> "the face found marked";
            default -> "the " + faces + " faces found marked";
        };
    }
}

package org.maskguard.suite.report;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.report.Camera;
import org.maskguard.report.Shader;
import org.maskguard.suite.bench.Case;
import org.maskguard.surface.Vec;

/// A small picture of a case's file, for a page that stands alone.
final class Thumbnail {

    private static final int SIDE = 150;

    private Thumbnail() {}

    /// An `img` element; words where the file cannot be read.
    static String of(Case one) {
        try {
            Mesh mesh = MeshReader.read(new ByteArrayInputStream(one.bytes()), Limits.DEFAULT)
                    .mesh();
            // What lies on its back is looked at from above, standing things from before.
            boolean lying = one.entry().kind().equals("positive")
                    || one.entry().kind().equals("line")
                    || one.entry().kind().equals("near-miss");
            Vec front = lying ? new Vec(0.35, -0.15, 1) : new Vec(0.5, -0.9, 0.7);
            Vec up = lying ? new Vec(0, 1, 0) : new Vec(0, 0, 1);
            byte[] png = Shader.draw(mesh, Camera.fitting(mesh, front, up, SIDE, SIDE))
                    .png();
            return "<img width=\"" + SIDE + "\" height=\"" + SIDE + "\" alt=\""
                    + one.entry().making() + "\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(png) + "\">";
        } catch (Unreadable e) {
            return "<em>no surface</em>";
        }
    }
}

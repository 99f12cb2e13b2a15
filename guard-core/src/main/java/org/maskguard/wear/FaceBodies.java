package org.maskguard.wear;

import java.util.BitSet;
import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.Vec;

/// Which bodies of a cluster or a plate make up a face, and which only lie before or behind it.
///
/// A separate body behind a face closes nothing (design, section 2), so [WearProbe] must not see it. A mask cut to
/// pieces, or built of a hundred thousand cubes, on the other hand, is all of its bodies.
public final class FaceBodies {

    /// How far a body's surface may lie from the fitted face, mm: both walls of a mask, and the error of the fit.
    private static final double NEAR = 12;

    /// Share of a body's corners within the outline that must lie so near. Front and back of a solid head have
    /// half.
    private static final double SHARE = 0.2;

    private FaceBodies() {}

    /// The bodies that make up a face. Linear in the mesh; safe to use from any thread.
    ///
    /// @param mesh what the bodies were found in
    /// @param expectedZ depth of the fitted face at (x, y) of the frame, mm, or NaN where it says nothing
    /// @return empty when none lies where the face should be
    public static BitSet of(
            Bodies bodies,
            Mesh mesh,
            FaceFrame frame,
            double[] outlineX,
            double[] outlineY,
            DoubleBinaryOperator expectedZ) {
        int[] within = new int[bodies.count()];
        int[] near = new int[bodies.count()];
        for (int i = 0; i < mesh.corners().length; i++) {
            int v = 3 * mesh.corners()[i];
            Vec p = frame.toFace(new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]));
            double z =
                    Grid.inside(outlineX, outlineY, p.x(), p.y()) ? expectedZ.applyAsDouble(p.x(), p.y()) : Double.NaN;
            if (!Double.isNaN(z)) {
                int body = bodies.bodyOfTriangle(i / 3);
                within[body]++;
                near[body] += Math.abs(p.z() - z) < NEAR ? 1 : 0;
            }
        }
        BitSet own = new BitSet();
        for (int body = 0; body < within.length; body++) {
            own.set(body, within[body] > 0 && near[body] >= SHARE * within[body]);
        }
        return own;
    }
}

package org.maskguard.train.example;

import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// A head that needs no data: an ellipsoid with a bump for a nose.
final class MadeUpHead {
    private static final double DEPTH = 105;
    private static final double NOSE = 22;

    private MadeUpHead() {}

    static Head make() {
        Mesh ball = Solids.ball(1, 160);
        float[] xyz = ball.xyz().clone();
        for (int i = 0; i < xyz.length; i += 3) {
            double x = 78 * xyz[i];
            double y = 125 * xyz[i + 1];
            double bump = xyz[i + 2] > 0 ? NOSE * Math.exp(-(x * x / 200 + y * y / 500)) : 0;
            xyz[i] = (float) x;
            xyz[i + 1] = (float) y;
            xyz[i + 2] = (float) (DEPTH * xyz[i + 2] + bump - DEPTH - NOSE);
        }
        Map<Landmark, Vec> marks = Map.of(
                Landmark.PRONASALE, new Vec(0, 0, 0),
                Landmark.SELLION, new Vec(0, 42, -28),
                Landmark.MENTON, new Vec(0, -77, -42));
        Mesh none = new Mesh(new float[0], new int[0]);
        return new Head(
                "made-up",
                "nobody",
                "test",
                false,
                new Mesh(xyz, ball.corners()),
                none,
                marks,
                new Vec(31, 33, -38),
                new Vec(-31, 33, -38));
    }
}

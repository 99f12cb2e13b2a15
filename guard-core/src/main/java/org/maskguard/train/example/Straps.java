package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Little loops at the sides of a mask, to tie a strap to.
final class Straps {
    private static final int AROUND = 20;
    private static final int ACROSS = 8;
    private static final double RADIUS = 7;
    private static final double TUBE = 2.2;

    private Straps() {}

    static Mesh loops(Mesh front, Head head) {
        double level = 0.5 * (head.eyeLeft().y() + head.eyeRight().y()) - 8;
        MeshBuilder out = new MeshBuilder();
        for (int side = -1; side <= 1; side += 2) {
            Vec edge = outermost(front, level, side);
            ring(new Vec(edge.x() + side * (RADIUS - 1), edge.y(), edge.z()), out);
        }
        return out.build();
    }

    private static Vec outermost(Mesh front, double level, int side) {
        Vec best = new Vec(0, level, -40);
        for (int v = 0; v < front.vertices(); v++) {
            Vec p = Meshes.vertex(front, v);
            if (Math.abs(p.y() - level) < 10 && p.x() * side > best.x() * side) {
                best = p;
            }
        }
        return best;
    }

    private static void ring(Vec centre, MeshBuilder out) {
        int first = out.vertices();
        for (int i = 0; i < AROUND; i++) {
            double a = 2 * Math.PI * i / AROUND;
            for (int j = 0; j < ACROSS; j++) {
                double b = 2 * Math.PI * j / ACROSS;
                double r = RADIUS + TUBE * StrictMath.cos(b);
                out.vertex(
                        centre.x() + r * StrictMath.cos(a),
                        centre.y() + r * StrictMath.sin(a),
                        centre.z() + TUBE * StrictMath.sin(b));
            }
        }
        for (int i = 0; i < AROUND; i++) {
            int i2 = (i + 1) % AROUND;
            for (int j = 0; j < ACROSS; j++) {
                int j2 = (j + 1) % ACROSS;
                out.quad(
                        first + i * ACROSS + j,
                        first + i2 * ACROSS + j,
                        first + i2 * ACROSS + j2,
                        first + i * ACROSS + j2);
            }
        }
    }
}

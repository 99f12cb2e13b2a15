package org.maskguard.suite.parts;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Meshes;

/// Plates bent round.
final class Bends {

    private Bends() {}

    /// A plate that lies on z 0, bent about an axis along y at a distance behind it.
    static Mesh round(Mesh plate, double radius) {
        return Meshes.mapped(plate, (p, i) -> {
            double a = p[0] / radius;
            double r = radius + p[2];
            p[0] = r * StrictMath.sin(a);
            p[2] = r * StrictMath.cos(a);
        });
    }
}

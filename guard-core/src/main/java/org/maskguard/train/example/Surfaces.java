package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Disturbances that move the vertices of a surface.
final class Surfaces {
    private Surfaces() {}

    /// Adds N(0, sigma) mm to every coordinate of every vertex.
    static Mesh noise(Mesh mesh, double sigma, Dice dice) {
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] += (float) (sigma * dice.gaussian());
        }
        return new Mesh(xyz, mesh.corners());
    }
}

package org.maskguard.io;

import java.util.Random;

/// Small meshes for the tests, and how two are compared.
final class Shapes {

    private Shapes() {}

    /// A cube with edges of 10 mm: 8 vertices, 12 triangles, outside counter-clockwise.
    static Mesh cube() {
        float[] xyz = new float[24];
        for (int i = 0; i < 8; i++) {
            xyz[3 * i] = (i & 1) * 10;
            xyz[3 * i + 1] = (i >> 1 & 1) * 10;
            xyz[3 * i + 2] = (i >> 2 & 1) * 10;
        }
        int[] corners = {
            0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
        };
        return new Mesh(xyz, corners);
    }

    /// Vertices of many magnitudes and triangles between any of them, the same for the same seed.
    static Mesh random(long seed, int vertices, int triangles) {
        Random random = new Random(seed);
        float[] xyz = new float[3 * vertices];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = coordinate(random);
        }
        int[] corners = new int[3 * triangles];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = random.nextInt(vertices);
        }
        return new Mesh(xyz, corners);
    }

    /// All corners' coordinates in order: what two meshes have to share to be the same surface.
    static float[] soup(Mesh mesh) {
        float[] soup = new float[mesh.corners().length * 3];
        for (int i = 0; i < mesh.corners().length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                // Adding zero makes -0 the same as 0: they are the same place.
                soup[i * 3 + axis] = mesh.xyz()[mesh.corners()[i] * 3 + axis] + 0f;
            }
        }
        return soup;
    }

    private static float coordinate(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(201) - 100;
            case 1 -> (random.nextInt(20_001) - 10_000) / 100f;
            case 2 -> (random.nextFloat() - 0.5f) * 2e6f;
            case 3 -> (random.nextFloat() - 0.5f) * 1e-4f;
            case 4 -> -0f;
            default -> (random.nextFloat() - 0.5f) * 300;
        };
    }
}

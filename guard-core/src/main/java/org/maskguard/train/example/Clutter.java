package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Ordinary little parts, to lie beside a thing.
final class Clutter {
    private Clutter() {}

    /// The mesh with 5 to 20 boxes, cylinders, gears and rings around it, each 3 to 40 mm off its bounding box
    /// along one axis.
    static Mesh beside(Mesh mesh, Dice dice) {
        MeshBuilder out = new MeshBuilder();
        out.add(mesh);
        double[] b = Meshes.bounds(mesh);
        int count = dice.between(5, 20);
        for (int i = 0; i < count; i++) {
            Mesh part = part(dice);
            Meshes.Turn turn = dice.chance(0.5) ? Placement.UPRIGHT : Meshes.randomTurn(dice);
            Mesh turned = Meshes.move(part, new Vec(0, 0, 0), turn, 1, new Vec(0, 0, 0));
            out.add(place(turned, b, dice));
        }
        return out.build();
    }

    private static Mesh part(Dice dice) {
        double size = dice.between(8.0, 45.0);
        double flat = size * dice.between(0.15, 1.0);
        return switch (dice.between(0, 3)) {
            case 0 -> Solids.box(size, size * dice.between(0.3, 1.5), flat);
            case 1 -> Solids.prism(Solids.circle(0.5 * size, 32), flat);
            case 2 -> Solids.prism(Solids.gear(0.5 * size, dice.between(8, 24)), 0.3 * flat + 2);
            default -> Solids.ring(0.5 * size, 0.5 * size * dice.between(0.3, 0.85), flat);
        };
    }

    private static Mesh place(Mesh part, double[] b, Dice dice) {
        double[] own = Meshes.bounds(part);
        int axis = dice.between(0, 2);
        boolean above = dice.chance(0.5);
        double gap = dice.between(3.0, 40.0);
        double[] shift = new double[3];
        for (int k = 0; k < 3; k++) {
            double wanted = dice.between(b[k], b[3 + k]);
            shift[k] = wanted - 0.5 * (own[k] + own[3 + k]);
        }
        shift[axis] = above ? b[3 + axis] + gap - own[axis] : b[axis] - gap - own[3 + axis];
        return Meshes.shift(part, shift[0], shift[1], shift[2]);
    }
}

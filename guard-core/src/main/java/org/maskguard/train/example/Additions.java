package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// Masks with something in one with them. The bodies run into one another, as slicers unite them.
final class Additions {
    private static final Vec ORIGIN = new Vec(0, 0, 0);

    /// Axes that lay a solid's z along y: for rings round a head and posts under a chin.
    private static final Meshes.Turn STANDING = new Meshes.Turn(new Vec(1, 0, 0), new Vec(0, 0, 1), new Vec(0, -1, 0));

    private Additions() {}

    static Mesh make(LookAlike kind, Mesh mask, Head head, Dice dice) {
        return switch (kind) {
            case BOX_FRAME -> Meshes.join(mask, frame(mask, dice));
            case ON_STAND -> Meshes.join(mask, stand(mask, dice));
            case HELMET_RING -> Meshes.join(mask, helmetRing(mask, head, dice));
            case TWO_MASKS -> two(mask, dice);
            case CLOWN -> Meshes.join(mask, Solids.ball(dice.between(14.0, 20.0), 24));
            case HORNED -> Meshes.join(mask, horn(head, 1, dice), horn(head, -1, dice));
            case SPECTACLED -> Meshes.join(mask, spectacles(head, dice));
            case NO_NOSE_TIP -> withoutTip(mask, dice);
            default -> throw new IllegalArgumentException(kind + " is no addition to a mask");
        };
    }

    /// Four boards round the mask's rim, open before and behind.
    private static Mesh frame(Mesh mask, Dice dice) {
        double[] b = Meshes.bounds(mask);
        double board = dice.between(3.0, 10.0);
        double depth = dice.between(15.0, 50.0);
        double z = b[2] + dice.between(0.3, 0.6) * depth;
        double width = b[3] - b[0] + 2 * board - 2;
        double height = b[4] - b[1];
        double x = 0.5 * (b[0] + b[3]);
        double y = 0.5 * (b[1] + b[4]);
        return Meshes.join(
                Meshes.shift(Solids.box(board, height, depth), b[0] - board / 2 + 1, y, z),
                Meshes.shift(Solids.box(board, height, depth), b[3] + board / 2 - 1, y, z),
                Meshes.shift(Solids.box(width, board, depth), x, b[1] - board / 2 + 1, z),
                Meshes.shift(Solids.box(width, board, depth), x, b[4] + board / 2 - 1, z));
    }

    private static Mesh stand(Mesh mask, Dice dice) {
        double[] b = Meshes.bounds(mask);
        double post = dice.between(12.0, 30.0);
        double length = dice.between(20.0, 60.0);
        double z = 0.5 * (b[2] + b[5]);
        double x = 0.5 * (b[0] + b[3]);
        Mesh leg = Meshes.move(Solids.prism(Solids.circle(post / 2, 32), length + 20), ORIGIN, STANDING, 1, ORIGIN);
        Mesh foot = Solids.box(dice.between(70.0, 120.0), dice.between(4.0, 12.0), dice.between(60.0, 100.0));
        double floor = b[1] - length;
        return Meshes.join(Meshes.shift(leg, x, floor + length / 2 + 10, z), Meshes.shift(foot, x, floor, z));
    }

    /// A band as round as the mask is wide, at the forehead's height.
    private static Mesh helmetRing(Mesh mask, Head head, Dice dice) {
        double[] b = Meshes.bounds(mask);
        double radius = 0.5 * (b[3] - b[0]) + dice.between(4.0, 15.0);
        double height = dice.between(15.0, 60.0);
        Mesh band = Solids.ring(radius, radius - dice.between(2.0, 5.0), height);
        Mesh turned = Meshes.move(band, ORIGIN, STANDING, 1, ORIGIN);
        double front = head.mark(Landmark.SELLION).z() - 6;
        double level = Math.min(head.mark(Landmark.SELLION).y() + 40 * head.size(), b[4] - height / 2);
        return Meshes.shift(turned, 0.5 * (b[0] + b[3]), level, front - radius);
    }

    /// Side by side, or back to back.
    private static Mesh two(Mesh mask, Dice dice) {
        double[] b = Meshes.bounds(mask);
        if (dice.chance(0.5)) {
            return Meshes.join(mask, Meshes.shift(mask, b[3] - b[0] + dice.between(4.0, 30.0), 0, 0));
        }
        Meshes.Turn about = new Meshes.Turn(new Vec(-1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, -1));
        Mesh other = Meshes.move(mask, ORIGIN, about, 1, new Vec(0, 0, 2 * b[2] - dice.between(4.0, 30.0)));
        return Meshes.join(mask, other);
    }

    private static Mesh horn(Head head, int side, Dice dice) {
        double length = dice.between(40.0, 90.0);
        Mesh cone = Solids.cone(dice.between(8.0, 14.0), length, 24);
        Vec up = new Vec(side * 0.3, 0.85, 0.43).unit();
        Vec x = new Vec(0, 0, 1).cross(up).unit();
        Meshes.Turn lean = transposed(x, up.cross(x), up);
        Vec sellion = head.mark(Landmark.SELLION);
        double k = head.size();
        return Meshes.move(cone, ORIGIN, lean, 1, new Vec(side * 32 * k, sellion.y() + 38 * k, sellion.z() - 12 * k));
    }

    private static Mesh spectacles(Head head, Dice dice) {
        double radius = dice.between(20.0, 27.0) * head.size();
        double z = head.mark(Landmark.SELLION).z() + dice.between(2.0, 8.0);
        double rim = dice.between(2.5, 5.0);
        Mesh glass = Solids.ring(radius, radius - rim, rim);
        Vec l = head.eyeLeft();
        Vec r = head.eyeRight();
        Mesh bridge = Solids.box(Math.max(4, l.x() - r.x() - 2 * radius + 2 * rim), rim, rim);
        return Meshes.join(
                Meshes.shift(glass, l.x(), l.y(), z),
                Meshes.shift(glass, r.x(), r.y(), z),
                Meshes.shift(bridge, 0.5 * (l.x() + r.x()), 0.5 * (l.y() + r.y()), z));
    }

    private static Mesh withoutTip(Mesh mask, Dice dice) {
        double level = -dice.between(4.0, 9.0);
        double[] field = new double[mask.vertices()];
        for (int v = 0; v < field.length; v++) {
            field[v] = level - mask.xyz()[3 * v + 2];
        }
        return Meshes.clip(mask, field);
    }

    /// The turn that takes the axes to x, y and z.
    private static Meshes.Turn transposed(Vec x, Vec y, Vec z) {
        return new Meshes.Turn(
                new Vec(x.x(), y.x(), z.x()), new Vec(x.y(), y.y(), z.y()), new Vec(x.z(), y.z(), z.z()));
    }
}

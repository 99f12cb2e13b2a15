package org.maskguard.suite.axis;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Outline;
import org.maskguard.suite.geometry.Sheet;

/// What somebody might try so that a mask is not seen.
final class Evasions {

    private Evasions() {}

    /// Cut by planes into pieces that stay where they are, or are laid out beside one another.
    static Mesh split(Mesh mask, int pieces, boolean laidOut, Dice dice) {
        List<Mesh> left = new ArrayList<>(List.of(mask));
        while (left.size() < pieces) {
            Mesh widest = left.getFirst();
            for (Mesh mesh : left) {
                widest = mesh.triangles() > widest.triangles() ? mesh : widest;
            }
            left.remove(widest);
            left.addAll(halves(widest, dice));
        }
        if (!laidOut) {
            return Meshes.joined(left);
        }
        List<Mesh> placed = new ArrayList<>();
        double x = 0;
        for (Mesh piece : left) {
            Mesh turned = Meshes.turned(piece, 2, dice.between(0, 360));
            double[] box = Meshes.box(turned);
            placed.add(Meshes.moved(turned, x - box[0], -(box[1] + box[4]) / 2, -box[2]));
            x += box[3] - box[0] + dice.between(6, 15);
        }
        return Meshes.joined(placed);
    }

    private static List<Mesh> halves(Mesh mesh, Dice dice) {
        double[] box = Meshes.box(mesh);
        int axis = box[3] - box[0] > box[4] - box[1] ? 0 : 1;
        double at = box[axis] + (box[axis + 3] - box[axis]) * dice.between(0.42, 0.58);
        double lean = dice.between(-0.15, 0.15);
        double[] stays = new double[mesh.vertices()];
        float[] p = mesh.xyz();
        double[] other = new double[stays.length];
        for (int v = 0; v < stays.length; v++) {
            stays[v] = p[3 * v + axis] - at + lean * (p[3 * v + 1 - axis] - (box[1 - axis] + box[4 - axis]) / 2);
            other[v] = -stays[v];
        }
        return List.of(Sheet.cut(mesh, stays), Sheet.cut(mesh, other));
    }

    /// Twenty parts around it on the plate.
    static Mesh cluttered(Mesh mask, Dice dice) {
        List<Mesh> all = new ArrayList<>(List.of(mask));
        double[] box = Meshes.box(mask);
        for (int i = 0; i < 20; i++) {
            double size = dice.between(8, 25);
            Mesh thing = switch (i % 4) {
                case 0 -> Forms.box(size, size * 0.6, size);
                case 1 -> Forms.pipe(size / 2, size / 3, size);
                case 2 -> Forms.torus(size / 2, size / 6, 32);
                default -> Outline.disc(size / 2, 6).drilled(0, 0, size / 5).extruded(0, 5);
            };
            double x = box[0] - 40 + (i % 5) * (box[3] - box[0] + 80) / 4;
            double y = i < 10 ? box[1] - 25 - 30 * (i / 5) : box[4] + 25 + 30 * ((i - 10) / 5);
            all.add(Meshes.moved(thing, x, y, box[2] + size / 2));
        }
        return Meshes.joined(all);
    }

    /// A closed box around it.
    static Mesh boxedIn(Mesh mask) {
        double[] b = Meshes.box(mask);
        Mesh outside = Forms.box(b[3] - b[0] + 16, b[4] - b[1] + 16, b[5] - b[2] + 16);
        Mesh inside = Meshes.flipped(Forms.box(b[3] - b[0] + 12, b[4] - b[1] + 12, b[5] - b[2] + 12));
        Mesh box = Meshes.joined(outside, inside);
        return Meshes.joined(mask, Meshes.moved(box, (b[0] + b[3]) / 2, (b[1] + b[4]) / 2, (b[2] + b[5]) / 2));
    }

    /// A plate with holes before its face.
    static Mesh falseFront(Mesh mask, Dice dice) {
        double[] b = Meshes.box(mask);
        double w = b[3] - b[0];
        double h = b[4] - b[1];
        Outline plate = Outline.roundBox(w, h, 15);
        int n = 8;
        for (int i = 0; i < n * n; i++) {
            plate = plate.without(Outline.circle(
                    w * (0.86 * (i % n) / (n - 1.0) - 0.43), h * (0.86 * (i / n) / (n - 1.0) - 0.43), 0.04 * w, 10));
        }
        double gap = dice.between(1, 5);
        return Meshes.joined(
                mask, Meshes.moved(plate.extruded(0, 1.6), (b[0] + b[3]) / 2, (b[1] + b[4]) / 2, b[5] + gap));
    }

    /// A frame round it, as for hanging on a wall.
    static Mesh framed(Mesh mask) {
        double[] b = Meshes.box(mask);
        double w = b[3] - b[0];
        double h = b[4] - b[1];
        Outline frame = Outline.roundBox(w + 40, h + 40, 12)
                .without(Outline.roundBox(w - 4, h - 4, 20).outer());
        return Meshes.joined(mask, Meshes.moved(frame.extruded(0, 8), (b[0] + b[3]) / 2, (b[1] + b[4]) / 2, b[2]));
    }

    /// Bumps all over of a height.
    static Mesh bumpy(Mesh mask, double mm, Dice dice) {
        double k = 2 * Math.PI / dice.between(5, 9);
        return Meshes.mapped(
                mask, (p, i) -> p[2] += mm / 2 * StrictMath.sin(k * p[0]) * StrictMath.sin(k * p[1] + 0.3 * k * p[0]));
    }

    /// Lines engraved across.
    static Mesh engraved(Mesh mask, Dice dice) {
        double pitch = dice.between(6, 12);
        double lean = dice.between(-1, 1);
        return Meshes.mapped(mask, (p, i) -> {
            double t = (p[1] + lean * p[0]) / pitch;
            p[2] -= t - Math.floor(t) < 0.15 ? 0.7 : 0;
        });
    }

    /// Squeezed along one axis.
    static Mesh squeezed(Mesh mask, double most, Dice dice) {
        double s = 1 - dice.between(0.05, most);
        int axis = dice.from(0, 2);
        return Meshes.scaled(mask, axis == 0 ? s : 1, axis == 1 ? s : 1, axis == 2 ? s : 1);
    }

    /// A ball in place of the nose's tip.
    static Mesh clownNosed(Mesh mask, Dice dice) {
        float[] p = mask.xyz();
        int top = 2;
        for (int i = 2; i < p.length; i += 3) {
            top = p[i] > p[top] ? i : top;
        }
        Mesh ball = Forms.sphere(dice.between(12, 20), 32);
        return Meshes.joined(mask, Meshes.moved(ball, p[top - 2], p[top - 1], p[top]));
    }
}

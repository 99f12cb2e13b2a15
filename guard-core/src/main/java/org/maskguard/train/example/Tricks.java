package org.maskguard.train.example;

import java.util.LinkedHashSet;
import java.util.Set;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.Attempt.Making;
import org.maskguard.train.example.MaskDesign.Missing;
import org.maskguard.train.example.MaskDesign.Opening;

/// Attempts that are no example of the training's.
final class Tricks {

    private static final Vec ORIGIN = new Vec(0, 0, 0);
    private static final double ENGRAVED_MM = 1;
    private static final int FINE_ENOUGH = 60_000;
    private static final int FIVE_MILLION = 5_000_000;
    private static final int BALLS = 100_000;

    /// Edge of the triangles whose edges become wires, mm.
    private static final double WIRE_PITCH = 9;

    private Tricks() {}

    static Mesh mask(MaskMaker maker, Head head, Dice dice) {
        return maker.make(head, design(dice));
    }

    static Making openings(Opening kind) {
        return (maker, head, dice) -> maker.make(head, design(dice).withOpenings(kind));
    }

    static Making without(Missing part) {
        return (maker, head, dice) -> maker.make(head, design(dice).without(part));
    }

    static Mesh laidOutFew(MaskMaker maker, Head head, Dice dice) {
        return Pieces.laidOutFew(maker, head, design(dice), dice);
    }

    static Mesh laidOutMany(MaskMaker maker, Head head, Dice dice) {
        return Pieces.laidOutMany(maker, head, design(dice), dice);
    }

    static Mesh lattice60(MaskMaker maker, Head head, Dice dice) {
        Lattice holes = new Lattice(0.6, dice.between(9.0, 15.0), dice.chance(0.5), dice.seed());
        return maker.make(head, design(dice).withLattice(holes));
    }

    /// Divided in its planes until there are 2.5 to 10 million triangles.
    static Mesh fiveMillion(MaskMaker maker, Head head, Dice dice) {
        Mesh mesh = mask(maker, head, dice);
        while (mesh.triangles() < FIVE_MILLION / 2) {
            mesh = Subdivision.flat(mesh);
        }
        return mesh;
    }

    /// Squeezed by 15 to 30 % along one axis of the face.
    static Mesh crushed(MaskMaker maker, Head head, Dice dice) {
        double s = 1 - dice.between(0.15, 0.30);
        int axis = dice.between(0, 2);
        return Meshes.scale(mask(maker, head, dice), axis == 0 ? s : 1, axis == 1 ? s : 1, axis == 2 ? s : 1);
    }

    /// Lines 1 mm deep, 8 to 14 mm apart, a quarter of that wide, along two slanted directions.
    static Mesh engraved(MaskMaker maker, Head head, Dice dice) {
        Mesh mesh = mask(maker, head, dice);
        while (mesh.triangles() < FINE_ENOUGH) {
            mesh = Subdivision.flat(mesh);
        }
        double pitch = dice.between(8.0, 14.0);
        double slant = dice.between(0.3, 1.2);
        float[] n = Meshes.normals(mesh);
        float[] p = mesh.xyz().clone();
        for (int i = 0; i < p.length; i += 3) {
            double along = (p[i + 1] + slant * p[i]) / pitch;
            double across = (p[i + 1] - slant * p[i]) / pitch;
            boolean line = along - Math.floor(along) < 0.25 || across - Math.floor(across) < 0.25;
            // Only what faces forwards: the back of a thin wall would be engraved through it.
            if (line && n[i + 2] > 0) {
                p[i] -= (float) (ENGRAVED_MM * n[i]);
                p[i + 1] -= (float) (ENGRAVED_MM * n[i + 1]);
                p[i + 2] -= (float) (ENGRAVED_MM * n[i + 2]);
            }
        }
        return new Mesh(p, mesh.corners());
    }

    /// Eyes and mouth cut out and filled with grids of bars.
    static Mesh windows(MaskMaker maker, Head head, Dice dice) {
        MaskDesign design = design(dice).withOpenings(Opening.CUT);
        double k = head.size();
        double pitch = dice.between(3.0, 5.0);
        MeshBuilder out = new MeshBuilder();
        out.add(maker.make(head, design));
        grid(out, head.eyeLeft(), k * design.eyeWidth() + 2, k * design.eyeHeight() + 2, pitch);
        grid(out, head.eyeRight(), k * design.eyeWidth() + 2, k * design.eyeHeight() + 2, pitch);
        grid(out, head.mouth(), 26 * k, k * design.mouthHeight() + 2, pitch);
        return out.build();
    }

    private static void grid(MeshBuilder out, Vec at, double halfWidth, double halfHeight, double pitch) {
        double z = at.z() - 3;
        for (double x = -halfWidth; x <= halfWidth; x += pitch) {
            out.add(Meshes.shift(Solids.box(1.2, 2 * halfHeight, 1.2), at.x() + x, at.y(), z));
        }
        for (double y = -halfHeight; y <= halfHeight; y += pitch) {
            out.add(Meshes.shift(Solids.box(2 * halfWidth, 1.2, 1.2), at.x(), at.y() + y, z));
        }
    }

    static Mesh wires50(MaskMaker maker, Head head, Dice dice) {
        return wires(head, dice.between(0.4, 0.5), dice);
    }

    static Mesh wires60(MaskMaker maker, Head head, Dice dice) {
        return wires(head, dice.between(0.5, 0.6), dice);
    }

    /// The mask's outer surface as triangles of wire, as thick as leaves so much of it open.
    private static Mesh wires(Head head, double open, Dice dice) {
        Mesh front = Remesh.clustered(CutAndOffset.front(head, design(dice)), WIRE_PITCH);
        double area = 0;
        double length = 0;
        Set<Long> edges = new LinkedHashSet<>();
        for (int t = 0; t < front.triangles(); t++) {
            Vec a = Meshes.vertex(front, front.corners()[3 * t]);
            Vec b = Meshes.vertex(front, front.corners()[3 * t + 1]);
            Vec c = Meshes.vertex(front, front.corners()[3 * t + 2]);
            area += 0.5 * b.minus(a).cross(c.minus(a)).length();
            for (int i = 0; i < 3; i++) {
                int from = front.corners()[3 * t + i];
                int to = front.corners()[3 * t + (i + 1) % 3];
                if (edges.add((long) Math.min(from, to) << 32 | Math.max(from, to))) {
                    length += Meshes.vertex(front, to)
                            .minus(Meshes.vertex(front, from))
                            .length();
                }
            }
        }
        double thick = (1 - open) * area / length;
        MeshBuilder out = new MeshBuilder();
        for (long edge : edges) {
            out.add(wire(Meshes.vertex(front, (int) (edge >> 32)), Meshes.vertex(front, (int) edge), thick));
        }
        return out.build();
    }

    /// A square bar from one point to another.
    private static Mesh wire(Vec a, Vec b, double thick) {
        Vec along = b.minus(a);
        Vec z = along.unit();
        Vec x = (Math.abs(z.x()) < 0.7 ? new Vec(1, 0, 0) : new Vec(0, 1, 0))
                .cross(z)
                .unit();
        Vec y = z.cross(x);
        Meshes.Turn turn = new Meshes.Turn(
                new Vec(x.x(), y.x(), z.x()), new Vec(x.y(), y.y(), z.y()), new Vec(x.z(), y.z(), z.z()));
        Mesh bar = Solids.box(thick, thick, along.length() + 0.5 * thick);
        return Meshes.move(bar, ORIGIN, turn, 1, a.plus(along.times(0.5)));
    }

    /// Three thousand specks of up to 2 mm in a space one and a half times as large as the mask.
    static Mesh amongTinyBodies(MaskMaker maker, Head head, Dice dice) {
        Mesh mesh = mask(maker, head, dice);
        double[] b = Meshes.bounds(mesh);
        MeshBuilder out = new MeshBuilder();
        out.add(mesh);
        for (int i = 0; i < 3000; i++) {
            double size = dice.between(0.5, 2.0);
            double[] at = new double[3];
            for (int k = 0; k < 3; k++) {
                double room = 0.25 * (b[3 + k] - b[k]);
                at[k] = dice.between(b[k] - room, b[3 + k] + room);
            }
            out.add(Meshes.shift(Solids.box(size, size, size), at[0], at[1], at[2]));
        }
        return out.build();
    }

    static Mesh cubes(MaskMaker maker, Head head, Dice dice) {
        return VoxelArt.of(mask(maker, head, dice), 1);
    }

    /// Octahedra for balls, at random on the surface, each touching its neighbours.
    static Mesh balls(MaskMaker maker, Head head, Dice dice) {
        Mesh mesh = mask(maker, head, dice);
        double[] areas = new double[mesh.triangles()];
        double area = 0;
        for (int t = 0; t < areas.length; t++) {
            Vec a = Meshes.vertex(mesh, mesh.corners()[3 * t]);
            Vec u = Meshes.vertex(mesh, mesh.corners()[3 * t + 1]).minus(a);
            Vec v = Meshes.vertex(mesh, mesh.corners()[3 * t + 2]).minus(a);
            areas[t] = 0.5 * u.cross(v).length();
            area += areas[t];
        }
        Mesh ball = octahedron(1.2 * Math.sqrt(area / BALLS));
        MeshBuilder out = new MeshBuilder();
        double due = 0;
        for (int t = 0; t < areas.length; t++) {
            Vec a = Meshes.vertex(mesh, mesh.corners()[3 * t]);
            Vec u = Meshes.vertex(mesh, mesh.corners()[3 * t + 1]).minus(a);
            Vec v = Meshes.vertex(mesh, mesh.corners()[3 * t + 2]).minus(a);
            for (due += BALLS * areas[t] / area; due >= 1; due--) {
                double p = dice.next();
                double q = dice.next();
                boolean beyond = p + q > 1;
                Vec at = a.plus(u.times(beyond ? 1 - p : p)).plus(v.times(beyond ? 1 - q : q));
                out.add(Meshes.shift(ball, at.x(), at.y(), at.z()));
            }
        }
        return out.build();
    }

    private static Mesh octahedron(double r) {
        float s = (float) r;
        float[] xyz = {s, 0, 0, -s, 0, 0, 0, s, 0, 0, -s, 0, 0, 0, s, 0, 0, -s};
        int[] corners = {0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3, 5};
        return new Mesh(xyz, corners);
    }

    /// The front half of a solid head twice, back to back, each closed.
    static Mesh janus(MaskMaker maker, Head head, Dice dice) {
        Mesh solid = Wholes.solid(head);
        double[] b = Meshes.bounds(solid);
        double middle = b[5] - 0.45 * (b[5] - b[2]);
        double[] field = new double[solid.vertices()];
        for (int v = 0; v < field.length; v++) {
            field[v] = solid.xyz()[3 * v + 2] - middle;
        }
        Mesh front = Holes.fillAll(Meshes.clip(solid, field));
        Meshes.Turn about = new Meshes.Turn(new Vec(-1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, -1));
        return Meshes.join(front, Meshes.move(front, ORIGIN, about, 1, new Vec(0, 0, 2 * middle)));
    }

    private static MaskDesign design(Dice dice) {
        return MaskDesign.draw(dice.seed());
    }
}

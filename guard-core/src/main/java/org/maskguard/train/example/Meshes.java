package org.maskguard.train.example;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Small pure functions on indexed meshes.
final class Meshes {
    private Meshes() {}

    /// A rotation: the rows of an orthonormal matrix, the new x, y and z axes.
    record Turn(Vec x, Vec y, Vec z) {
        Vec apply(Vec p) {
            return new Vec(x.dot(p), y.dot(p), z.dot(p));
        }
    }

    /// A uniformly random rotation (Shoemake's quaternion).
    static Turn randomTurn(Dice dice) {
        double u = dice.next();
        double a = 2 * Math.PI * dice.next();
        double b = 2 * Math.PI * dice.next();
        double w = Math.sqrt(1 - u) * StrictMath.sin(a);
        double i = Math.sqrt(1 - u) * StrictMath.cos(a);
        double j = Math.sqrt(u) * StrictMath.sin(b);
        double k = Math.sqrt(u) * StrictMath.cos(b);
        return new Turn(
                new Vec(1 - 2 * (j * j + k * k), 2 * (i * j - k * w), 2 * (i * k + j * w)),
                new Vec(2 * (i * j + k * w), 1 - 2 * (i * i + k * k), 2 * (j * k - i * w)),
                new Vec(2 * (i * k - j * w), 2 * (j * k + i * w), 1 - 2 * (i * i + j * j)));
    }

    /// Moves by `-origin`, turns, scales, then moves by `shift`.
    static Mesh move(Mesh mesh, Vec origin, Turn turn, double scale, Vec shift) {
        float[] from = mesh.xyz();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 3) {
            Vec p = turn.apply(new Vec(from[i], from[i + 1], from[i + 2]).minus(origin));
            Vec q = p.times(scale).plus(shift);
            to[i] = (float) q.x();
            to[i + 1] = (float) q.y();
            to[i + 2] = (float) q.z();
        }
        return new Mesh(to, mesh.corners());
    }

    static Mesh scale(Mesh mesh, double sx, double sy, double sz) {
        float[] to = mesh.xyz().clone();
        for (int i = 0; i < to.length; i += 3) {
            to[i] *= (float) sx;
            to[i + 1] *= (float) sy;
            to[i + 2] *= (float) sz;
        }
        return new Mesh(to, sx * sy * sz < 0 ? flip(mesh.corners()) : mesh.corners());
    }

    static Mesh shift(Mesh mesh, double dx, double dy, double dz) {
        float[] to = mesh.xyz().clone();
        for (int i = 0; i < to.length; i += 3) {
            to[i] += (float) dx;
            to[i + 1] += (float) dy;
            to[i + 2] += (float) dz;
        }
        return new Mesh(to, mesh.corners());
    }

    /// The corners with every triangle turned over.
    static int[] flip(int[] corners) {
        int[] flipped = corners.clone();
        for (int i = 0; i < flipped.length; i += 3) {
            flipped[i] = corners[i + 1];
            flipped[i + 1] = corners[i];
        }
        return flipped;
    }

    /// Least and greatest coordinates: x y z, x y z.
    static double[] bounds(Mesh mesh) {
        double[] b = {1e9, 1e9, 1e9, -1e9, -1e9, -1e9};
        float[] xyz = mesh.xyz();
        for (int i = 0; i < xyz.length; i++) {
            b[i % 3] = Math.min(b[i % 3], xyz[i]);
            b[3 + i % 3] = Math.max(b[3 + i % 3], xyz[i]);
        }
        return b;
    }

    static Mesh join(Mesh... meshes) {
        MeshBuilder all = new MeshBuilder();
        for (Mesh mesh : meshes) {
            all.add(mesh);
        }
        return all.build();
    }

    /// The triangles that the predicate keeps, with the vertices that they use.
    static Mesh keep(Mesh mesh, IntPredicate triangle) {
        int[] renumbered = new int[mesh.vertices()];
        Arrays.fill(renumbered, -1);
        MeshBuilder kept = new MeshBuilder();
        int[] c = mesh.corners();
        float[] p = mesh.xyz();
        int[] now = new int[3];
        for (int t = 0; t < mesh.triangles(); t++) {
            if (!triangle.test(t)) {
                continue;
            }
            for (int k = 0; k < 3; k++) {
                int v = c[3 * t + k];
                if (renumbered[v] < 0) {
                    renumbered[v] = kept.vertex(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
                }
                now[k] = renumbered[v];
            }
            kept.triangle(now[0], now[1], now[2]);
        }
        return kept.build();
    }

    /// The body that holds the vertex nearest to a point.
    static Mesh bodyAt(Mesh mesh, Vec point) {
        int[] body = Topology.bodies(mesh);
        boolean[] used = new boolean[mesh.vertices()];
        for (int corner : mesh.corners()) {
            used[corner] = true;
        }
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int v = 0; v < mesh.vertices(); v++) {
            double distance = vertex(mesh, v).minus(point).length();
            if (used[v] && distance < least) {
                least = distance;
                nearest = v;
            }
        }
        if (nearest < 0) {
            return mesh;
        }
        int wanted = body[nearest];
        return keep(mesh, t -> body[mesh.corners()[3 * t]] == wanted);
    }

    /// The body with most triangles; of equal ones the first.
    static Mesh largestBody(Mesh mesh) {
        int[] body = Topology.bodies(mesh);
        int[] count = new int[mesh.vertices()];
        int largest = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            int b = body[mesh.corners()[3 * t]];
            count[b]++;
            largest = count[b] > count[largest] || count[b] == count[largest] && b < largest ? b : largest;
        }
        int wanted = largest;
        return keep(mesh, t -> body[mesh.corners()[3 * t]] == wanted);
    }

    static Vec vertex(Mesh mesh, int v) {
        float[] p = mesh.xyz();
        return new Vec(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
    }

    /// The part of the surface where a field, given at the vertices and linear between them, is not negative.
    static Mesh clip(Mesh mesh, double[] field) {
        MeshBuilder out = new MeshBuilder();
        int[] kept = new int[mesh.vertices()];
        for (int v = 0; v < kept.length; v++) {
            float[] p = mesh.xyz();
            kept[v] = field[v] < 0 ? -1 : out.vertex(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
        }
        EdgeMap cuts = new EdgeMap(1024);
        int[] c = mesh.corners();
        int[] ring = new int[4];
        for (int t = 0; t < c.length; t += 3) {
            int count = 0;
            for (int k = 0; k < 3; k++) {
                int a = c[t + k];
                int b = c[t + (k + 1) % 3];
                if (kept[a] >= 0) {
                    ring[count++] = kept[a];
                }
                if (kept[a] >= 0 != kept[b] >= 0) {
                    ring[count++] = cut(mesh, field, cuts, out, Math.min(a, b), Math.max(a, b));
                }
            }
            for (int k = 2; k < count; k++) {
                out.triangle(ring[0], ring[k - 1], ring[k]);
            }
        }
        return keep(out.build(), t -> true);
    }

    private static int cut(Mesh mesh, double[] field, EdgeMap cuts, MeshBuilder out, int a, int b) {
        int known = cuts.get(a, b);
        if (known != EdgeMap.ABSENT) {
            return known;
        }
        double t = Math.clamp(field[a] / (field[a] - field[b]), 0.02, 0.98);
        float[] p = mesh.xyz();
        int made = out.vertex(
                p[3 * a] + t * (p[3 * b] - p[3 * a]),
                p[3 * a + 1] + t * (p[3 * b + 1] - p[3 * a + 1]),
                p[3 * a + 2] + t * (p[3 * b + 2] - p[3 * a + 2]));
        cuts.put(a, b, made);
        return made;
    }

    /// Unit normals of the vertices, weighted by area; zero where a vertex has no area around it.
    static float[] normals(Mesh mesh) {
        float[] n = new float[mesh.xyz().length];
        int[] c = mesh.corners();
        for (int t = 0; t < c.length; t += 3) {
            Vec a = vertex(mesh, c[t]);
            Vec cross =
                    vertex(mesh, c[t + 1]).minus(a).cross(vertex(mesh, c[t + 2]).minus(a));
            for (int k = 0; k < 3; k++) {
                n[3 * c[t + k]] += (float) cross.x();
                n[3 * c[t + k] + 1] += (float) cross.y();
                n[3 * c[t + k] + 2] += (float) cross.z();
            }
        }
        normalise(n);
        return n;
    }

    static void normalise(float[] n) {
        for (int i = 0; i < n.length; i += 3) {
            double length = new Vec(n[i], n[i + 1], n[i + 2]).length();
            double factor = length > 1e-12 ? 1 / length : 0;
            n[i] *= (float) factor;
            n[i + 1] *= (float) factor;
            n[i + 2] *= (float) factor;
        }
    }

    /// Laplacian smoothing of one value triple a vertex: each round moves it by `weight` towards its neighbours'
    /// mean.
    static float[] smooth(Mesh mesh, float[] triples, double weight, int rounds) {
        int[][] neighbours = Topology.neighbours(mesh);
        float[] now = triples.clone();
        for (int round = 0; round < rounds; round++) {
            now = smoothOnce(neighbours, now, weight);
        }
        return now;
    }

    private static float[] smoothOnce(int[][] neighbours, float[] now, double weight) {
        int[] start = neighbours[0];
        float[] next = new float[now.length];
        for (int v = 0; v < start.length - 1; v++) {
            int count = start[v + 1] - start[v];
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (int i = start[v]; i < start[v + 1]; i++) {
                    sum += now[3 * neighbours[1][i] + k];
                }
                double mean = count == 0 ? now[3 * v + k] : sum / count;
                next[3 * v + k] = (float) (now[3 * v + k] + weight * (mean - now[3 * v + k]));
            }
        }
        return next;
    }
}

package org.maskguard.train.example;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Quadric edge collapse (Garland and Heckbert 1997): the edge whose removal changes the surface least goes first.
///
/// Rims are held by planes at right angles to the surface. A collapse that would turn a triangle over, or join parts
/// that touch elsewhere too, is left out. Not thread-safe; one object a mesh.
public final class Decimation {
    private static final double RIM_WEIGHT = 10;

    private final double[] position;
    private final double[][] quadric;
    private final int[] corners;
    private final boolean[] dead;
    private final int[][] around;
    private final int[] degree;
    private final int[] version;
    private final PriorityQueue<Collapse> queue = new PriorityQueue<>();

    /// Ties are broken by the vertices' numbers, so that the outcome never depends on the queue's inner order.
    private record Collapse(double cost, int from, int to, int fromVersion, int toVersion, Vec target)
            implements Comparable<Collapse> {
        @Override
        public int compareTo(Collapse o) {
            int byCost = Double.compare(cost, o.cost);
            int byFrom = byCost != 0 ? byCost : Integer.compare(from, o.from);
            return byFrom != 0 ? byFrom : Integer.compare(to, o.to);
        }
    }

    /// The mesh with at most `target` triangles, or as few as can be reached; unchanged where it has no more.
    public static Mesh to(Mesh mesh, int target) {
        Mesh fewer = mesh;
        // What was not allowed while its neighbourhood was finer may be later: a second and third round offer it anew.
        for (int round = 0; round < 3 && fewer.triangles() > target; round++) {
            fewer = new Decimation(fewer).run(target);
        }
        return fewer;
    }

    private Decimation(Mesh mesh) {
        corners = mesh.corners().clone();
        position = new double[mesh.xyz().length];
        for (int i = 0; i < position.length; i++) {
            position[i] = mesh.xyz()[i];
        }
        quadric = new double[mesh.vertices()][10];
        dead = new boolean[mesh.triangles()];
        around = new int[mesh.vertices()][8];
        degree = new int[mesh.vertices()];
        version = new int[mesh.vertices()];
        Topology topology = new Topology(mesh);
        for (int t = 0; t < dead.length; t++) {
            addTriangle(t, topology);
        }
        for (int i = 0; i < corners.length; i++) {
            int b = corners[Topology.next(i)];
            if (corners[i] < b || topology.rim(i)) {
                offer(corners[i], b);
            }
        }
    }

    private void addTriangle(int t, Topology topology) {
        Vec a = at(corners[3 * t]);
        Vec cross = at(corners[3 * t + 1]).minus(a).cross(at(corners[3 * t + 2]).minus(a));
        double area = cross.length();
        for (int k = 0; k < 3; k++) {
            attach(corners[3 * t + k], t);
        }
        if (area < 1e-12) {
            return;
        }
        Vec n = cross.times(1 / area);
        for (int k = 0; k < 3; k++) {
            addPlane(corners[3 * t + k], n, a, area);
            if (topology.rim(3 * t + k)) {
                int from = corners[3 * t + k];
                int to = corners[3 * t + (k + 1) % 3];
                Vec edge = at(to).minus(at(from));
                Vec across = edge.cross(n);
                if (across.length() > 1e-9) {
                    double weight = RIM_WEIGHT * edge.dot(edge);
                    addPlane(from, across.unit(), at(from), weight);
                    addPlane(to, across.unit(), at(from), weight);
                }
            }
        }
    }

    private void attach(int vertex, int triangle) {
        if (degree[vertex] == around[vertex].length) {
            around[vertex] = Arrays.copyOf(around[vertex], 2 * degree[vertex]);
        }
        around[vertex][degree[vertex]++] = triangle;
    }

    private void addPlane(int vertex, Vec n, Vec p, double weight) {
        double d = -n.dot(p);
        double[] plane = {n.x(), n.y(), n.z(), d};
        int at = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                quadric[vertex][at++] += weight * plane[i] * plane[j];
            }
        }
    }

    private Vec at(int vertex) {
        return new Vec(position[3 * vertex], position[3 * vertex + 1], position[3 * vertex + 2]);
    }

    private static double cost(double[] q, Vec p) {
        double x = p.x();
        double y = p.y();
        double z = p.z();
        return q[0] * x * x
                + 2 * q[1] * x * y
                + 2 * q[2] * x * z
                + 2 * q[3] * x
                + q[4] * y * y
                + 2 * q[5] * y * z
                + 2 * q[6] * y
                + q[7] * z * z
                + 2 * q[8] * z
                + q[9];
    }

    /// The point of least cost, where the system has a sound one.
    private static Vec best(double[] q) {
        double c00 = q[4] * q[7] - q[5] * q[5];
        double c01 = q[2] * q[5] - q[1] * q[7];
        double c02 = q[1] * q[5] - q[2] * q[4];
        double det = q[0] * c00 + q[1] * c01 + q[2] * c02;
        double trace = q[0] + q[4] + q[7];
        if (Math.abs(det) < 1e-4 * trace * trace * trace) {
            return null;
        }
        double c11 = q[0] * q[7] - q[2] * q[2];
        double c12 = q[1] * q[2] - q[0] * q[5];
        double c22 = q[0] * q[4] - q[1] * q[1];
        return new Vec(
                -(c00 * q[3] + c01 * q[6] + c02 * q[8]) / det,
                -(c01 * q[3] + c11 * q[6] + c12 * q[8]) / det,
                -(c02 * q[3] + c12 * q[6] + c22 * q[8]) / det);
    }

    private void offer(int from, int to) {
        double[] sum = new double[10];
        for (int i = 0; i < 10; i++) {
            sum[i] = quadric[from][i] + quadric[to][i];
        }
        Vec a = at(from);
        Vec b = at(to);
        Vec middle = a.plus(b).times(0.5);
        Vec target = best(sum);
        if (target == null || target.minus(middle).length() > a.minus(b).length()) {
            target = cost(sum, a) < cost(sum, b) ? a : b;
            target = cost(sum, middle) < cost(sum, target) ? middle : target;
        }
        queue.add(new Collapse(Math.max(0, cost(sum, target)), from, to, version[from], version[to], target));
    }

    private Mesh run(int target) {
        int left = dead.length;
        while (left > target && !queue.isEmpty()) {
            Collapse c = queue.poll();
            if (version[c.from()] == c.fromVersion() && version[c.to()] == c.toVersion() && allowed(c)) {
                left -= collapse(c);
            }
        }
        float[] xyz = new float[position.length];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) position[i];
        }
        return Meshes.keep(new Mesh(xyz, corners), t -> !dead[t]);
    }

    private boolean allowed(Collapse c) {
        return shared(c.from(), c.to()) <= 2
                && !folds(c.from(), c.to(), c.target())
                && !folds(c.to(), c.from(), c.target());
    }

    /// Number of vertices that are neighbours of both.
    private int shared(int a, int b) {
        int count = 0;
        int[] seen = new int[2 * degree[a]];
        int seenCount = 0;
        for (int i = 0; i < degree[a]; i++) {
            for (int k = 0; k < 3; k++) {
                int v = corners[3 * around[a][i] + k];
                if (v != a && v != b && !contains(seen, seenCount, v)) {
                    seen[seenCount++] = v;
                    count += neighbours(b, v) ? 1 : 0;
                }
            }
        }
        return count;
    }

    private boolean neighbours(int a, int b) {
        for (int i = 0; i < degree[a]; i++) {
            int t = 3 * around[a][i];
            if (corners[t] == b || corners[t + 1] == b || corners[t + 2] == b) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] list, int count, int value) {
        for (int i = 0; i < count; i++) {
            if (list[i] == value) {
                return true;
            }
        }
        return false;
    }

    private boolean folds(int moved, int gone, Vec target) {
        for (int i = 0; i < degree[moved]; i++) {
            int t = 3 * around[moved][i];
            int k = corners[t] == moved ? 0 : corners[t + 1] == moved ? 1 : 2;
            int b = corners[t + (k + 1) % 3];
            int c = corners[t + (k + 2) % 3];
            if (b == gone || c == gone) {
                continue;
            }
            Vec edge = at(c).minus(at(b));
            Vec before = at(moved).minus(at(b)).cross(edge);
            Vec after = target.minus(at(b)).cross(edge);
            if (before.dot(after) < 0.2 * before.length() * after.length()) {
                return true;
            }
        }
        return false;
    }

    private int collapse(Collapse c) {
        int removed = 0;
        int keep = c.from();
        int gone = c.to();
        position[3 * keep] = c.target().x();
        position[3 * keep + 1] = c.target().y();
        position[3 * keep + 2] = c.target().z();
        for (int i = 0; i < 10; i++) {
            quadric[keep][i] += quadric[gone][i];
        }
        version[keep]++;
        version[gone] = -1;
        for (int i = 0; i < degree[gone]; i++) {
            int t = around[gone][i];
            if (neighbourIn(t, keep)) {
                dead[t] = true;
                removed++;
            } else {
                for (int k = 0; k < 3; k++) {
                    corners[3 * t + k] = corners[3 * t + k] == gone ? keep : corners[3 * t + k];
                }
                attach(keep, t);
            }
        }
        int[] former = Arrays.copyOf(around[gone], degree[gone]);
        for (int t : former) {
            if (dead[t]) {
                detachAll(t);
            }
        }
        degree[gone] = 0;
        offerAround(keep);
        return removed;
    }

    private boolean neighbourIn(int t, int vertex) {
        return corners[3 * t] == vertex || corners[3 * t + 1] == vertex || corners[3 * t + 2] == vertex;
    }

    private void detachAll(int triangle) {
        for (int k = 0; k < 3; k++) {
            int v = corners[3 * triangle + k];
            for (int i = 0; i < degree[v]; i++) {
                if (around[v][i] == triangle) {
                    around[v][i] = around[v][--degree[v]];
                    break;
                }
            }
        }
    }

    private void offerAround(int vertex) {
        int[] seen = new int[2 * degree[vertex] + 2];
        int count = 0;
        for (int i = 0; i < degree[vertex]; i++) {
            for (int k = 0; k < 3; k++) {
                int v = corners[3 * around[vertex][i] + k];
                if (v != vertex && !contains(seen, count, v)) {
                    seen[count++] = v;
                    offer(vertex, v);
                }
            }
        }
    }
}

package org.maskguard.surface;

import java.util.Arrays;
import java.util.BitSet;
import org.maskguard.io.Mesh;

/// The parts of a mesh that hang together: connected bodies, or clusters of them that nearly touch.
///
/// Two triangles belong to one body when a chain of exactly equal vertices joins them. Bodies are numbered in the
/// order of their first triangle. Linear in time; besides the mesh it takes some 30 bytes a triangle while it works
/// and 8 bytes a triangle and 28 a body afterwards, up to 50 in the worst case of a soup without a common vertex.
/// Immutable, and safe to share between threads.
public final class Bodies {

    private final Mesh mesh;
    private final int[] bodyOfTriangle;
    private final int[] start;
    private final int[] order;
    private final float[] boxes;

    private Bodies(Mesh mesh, int[] bodyOfTriangle, int count) {
        this.mesh = mesh;
        this.bodyOfTriangle = bodyOfTriangle;
        start = new int[count + 1];
        order = new int[count > 1 ? bodyOfTriangle.length : 0];
        sortTriangles();
        boxes = new float[6 * count];
        measureBoxes();
    }

    /// The connected bodies of a mesh; vertices are welded for this by [Welding], the mesh itself is left alone.
    public static Bodies of(Mesh mesh) {
        int[] parent = Welding.first(mesh);
        int[] corners = mesh.corners();
        for (int i = 0; i < corners.length; i += 3) {
            Forest.join(parent, corners[i], corners[i + 1]);
            Forest.join(parent, corners[i], corners[i + 2]);
        }
        int[] body = new int[corners.length / 3];
        for (int t = 0; t < body.length; t++) {
            body[t] = Forest.root(parent, corners[3 * t]);
        }
        int count = renumber(body, parent);
        return new Bodies(mesh, body, count);
    }

    /// The same mesh in coarser parts: bodies whose boxes come within a distance of one another belong together,
    /// by chains where need be.
    ///
    /// @param gapMm largest distance between two boxes along each axis, mm; 0 or more
    public Bodies clusters(double gapMm) {
        int[] cluster = new BoxClusters(boxes, (float) gapMm).clusterOfBox();
        int[] ofTriangle = new int[bodyOfTriangle.length];
        for (int t = 0; t < ofTriangle.length; t++) {
            ofTriangle[t] = cluster[bodyOfTriangle[t]];
        }
        int count = renumber(ofTriangle, new int[count()]);
        return new Bodies(mesh, ofTriangle, count);
    }

    /// How many bodies there are.
    public int count() {
        return start.length - 1;
    }

    /// The body, 0 to `count() - 1`, of a triangle of the mesh.
    public int bodyOfTriangle(int triangle) {
        return bodyOfTriangle[triangle];
    }

    /// How many triangles a body has; at least one.
    public int triangles(int body) {
        return start[body + 1] - start[body];
    }

    /// The box round a body.
    public Box box(int body) {
        int b = 6 * body;
        return new Box(boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3], boxes[b + 4], boxes[b + 5]);
    }

    /// One body as a mesh of its own: welded, its triangles in their old order. Linear in the body's size alone.
    public Mesh mesh(int body) {
        return count() == 1 ? Welding.weld(mesh) : extract(Arrays.copyOfRange(order, start[body], start[body + 1]));
    }

    /// Several bodies as one mesh: welded, its triangles in their old order.
    public Mesh mesh(BitSet bodies) {
        int size = bodies.stream().map(this::triangles).sum();
        if (size == bodyOfTriangle.length) {
            return Welding.weld(mesh);
        }
        int[] triangles = new int[size];
        int n = 0;
        for (int b = bodies.nextSetBit(0); b >= 0; b = bodies.nextSetBit(b + 1)) {
            System.arraycopy(order, start[b], triangles, n, triangles(b));
            n += triangles(b);
        }
        Arrays.sort(triangles);
        return extract(triangles);
    }

    private Mesh extract(int[] triangles) {
        Points points = new Points(triangles.length);
        float[] xyz = mesh.xyz();
        int[] corners = new int[3 * triangles.length];
        for (int i = 0; i < corners.length; i++) {
            int v = 3 * mesh.corners()[3 * triangles[i / 3] + i % 3];
            corners[i] = points.add(xyz[v], xyz[v + 1], xyz[v + 2]);
        }
        return new Mesh(points.xyz(), corners);
    }

    /// Replaces labels by numbers from 0 in the order in which they first appear; returns how many there are.
    ///
    /// @param scratch overwritten; longer than every label
    private static int renumber(int[] labels, int[] scratch) {
        Arrays.fill(scratch, -1);
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (scratch[label] < 0) {
                scratch[label] = count++;
            }
            labels[i] = scratch[label];
        }
        return count;
    }

    private void sortTriangles() {
        for (int body : bodyOfTriangle) {
            start[body + 1]++;
        }
        for (int b = 0; b < count(); b++) {
            start[b + 1] += start[b];
        }
        if (count() < 2) {
            return;
        }
        int[] next = Arrays.copyOf(start, count());
        for (int t = 0; t < bodyOfTriangle.length; t++) {
            order[next[bodyOfTriangle[t]]++] = t;
        }
    }

    private void measureBoxes() {
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = i % 6 < 3 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        float[] xyz = mesh.xyz();
        int[] corners = mesh.corners();
        for (int i = 0; i < corners.length; i++) {
            int v = 3 * corners[i];
            int b = 6 * bodyOfTriangle[i / 3];
            for (int axis = 0; axis < 3; axis++) {
                float at = xyz[v + axis];
                if (at < boxes[b + axis]) {
                    boxes[b + axis] = at;
                }
                if (at > boxes[b + 3 + axis]) {
                    boxes[b + 3 + axis] = at;
                }
            }
        }
    }
}

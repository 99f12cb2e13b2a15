package org.maskguard.train.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskguard.io.Mesh;

/// How the triangles of an indexed mesh hang together: neighbours, rims, bodies.
final class Topology {
    private final Mesh mesh;
    private final EdgeMap halfEdges;

    Topology(Mesh mesh) {
        this.mesh = mesh;
        int[] c = mesh.corners();
        halfEdges = new EdgeMap(c.length);
        for (int i = 0; i < c.length; i++) {
            halfEdges.put(c[i], c[next(i)], i);
        }
    }

    static int next(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }

    /// Whether the half-edge that starts at this corner has no opposite one.
    boolean rim(int corner) {
        int[] c = mesh.corners();
        return halfEdges.get(c[next(corner)], c[corner]) == EdgeMap.ABSENT;
    }

    boolean closed() {
        for (int i = 0; i < mesh.corners().length; i++) {
            if (rim(i)) {
                return false;
            }
        }
        return true;
    }

    /// The rims as loops of vertices, in the direction of the triangles' half-edges. A vertex where several rims
    /// touch may stand in a loop more than once.
    List<int[]> loops() {
        int[] c = mesh.corners();
        int[] first = new int[mesh.vertices()];
        Arrays.fill(first, -1);
        int[] following = new int[c.length];
        for (int i = c.length - 1; i >= 0; i--) {
            if (rim(i)) {
                following[i] = first[c[i]];
                first[c[i]] = i;
            }
        }
        List<int[]> loops = new ArrayList<>();
        int[] path = new int[c.length];
        for (int start = 0; start < first.length; start++) {
            while (first[start] >= 0) {
                int length = 0;
                int at = start;
                do {
                    path[length++] = at;
                    int corner = first[at];
                    first[at] = following[corner];
                    at = c[next(corner)];
                } while (at != start && first[at] >= 0);
                if (length >= 3 && at == start) {
                    loops.add(Arrays.copyOf(path, length));
                }
            }
        }
        return loops;
    }

    /// The number of the body of each vertex; bodies are numbered by their first vertex.
    static int[] bodies(Mesh mesh) {
        int[] parent = new int[mesh.vertices()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i++) {
            int a = root(parent, c[i]);
            int b = root(parent, c[next(i)]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private static int root(int[] parent, int at) {
        int root = at;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /// Neighbours of each vertex as offsets into one list: `[0]` starts, `[1]` the neighbours, with repeats
    /// where an edge has two triangles.
    static int[][] neighbours(Mesh mesh) {
        int[] c = mesh.corners();
        int[] start = new int[mesh.vertices() + 1];
        for (int corner : c) {
            start[corner + 1] += 2;
        }
        for (int i = 0; i < mesh.vertices(); i++) {
            start[i + 1] += start[i];
        }
        int[] fill = start.clone();
        int[] list = new int[2 * c.length];
        for (int i = 0; i < c.length; i++) {
            int a = c[i];
            int b = c[next(i)];
            list[fill[a]++] = b;
            list[fill[b]++] = a;
        }
        return new int[][] {start, list};
    }
}

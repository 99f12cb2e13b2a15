package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// Signed distance to a skin near it: positive outside, negative inside, mm.
///
/// Exact next to the skin; further away the nearest triangle of a neighbouring point is taken over. Outside is what
/// a flood from the front of the box reaches without crossing skin or caps; on the skin itself the normals decide.
final class DistanceField {
    private final VoxelField field;
    private final Mesh skin;
    private final float[] normals;
    private final int[] nearest;
    private final float[] square;
    private final boolean[] barrier;
    private final TriangleDistance distance;

    /// @param skin consistently turned outwards
    /// @param caps closes the skin's openings; no distance is taken to it
    /// @param box least x y z, greatest x y z, mm; nothing of the skin lies before its front
    /// @param reach distance up to which values are wanted, mm; those further away are ± some more
    static VoxelField of(Mesh skin, Mesh caps, double[] box, double cell, double reach) {
        return new DistanceField(skin, caps, box, cell, reach).field;
    }

    private DistanceField(Mesh skin, Mesh caps, double[] box, double cell, double reach) {
        this.skin = skin;
        field = new VoxelField(box, cell, 0);
        normals = Meshes.normals(skin);
        nearest = new int[field.value.length];
        Arrays.fill(nearest, -1);
        square = new float[field.value.length];
        Arrays.fill(square, Float.MAX_VALUE);
        barrier = new boolean[field.value.length];
        distance = new TriangleDistance(skin);
        markCaps(caps);
        markSkin();
        spread((int) Math.ceil(reach / cell) + 1);
        boolean[] outside = flood();
        float far = (float) (reach + 2 * cell);
        for (int at = 0; at < square.length; at++) {
            float size = nearest[at] < 0 ? far : (float) Math.sqrt(square[at]);
            field.value[at] = outsideAt(at, outside) ? size : -size;
        }
    }

    private boolean outsideAt(int at, boolean[] outside) {
        if (!barrier[at] || nearest[at] < 0) {
            return outside[at];
        }
        distance.to(nearest[at], field.point(at));
        return distance.side(normals) >= 0;
    }

    private void markCaps(Mesh caps) {
        TriangleDistance toCap = new TriangleDistance(caps);
        double thick = 0.9 * field.cell;
        visit(caps, thick, (triangle, at) -> barrier[at] |= toCap.to(triangle, field.point(at)) < thick * thick);
    }

    private void markSkin() {
        double thick = 0.9 * field.cell;
        visit(skin, field.cell, (triangle, at) -> {
            double d = distance.to(triangle, field.point(at));
            if (d < square[at]) {
                square[at] = (float) d;
                nearest[at] = triangle;
            }
            barrier[at] |= d < thick * thick;
        });
    }

    private interface Visit {
        void at(int triangle, int index);
    }

    private void visit(Mesh mesh, double around, Visit visit) {
        float[] p = mesh.xyz();
        int[] c = mesh.corners();
        int[] from = new int[3];
        int[] to = new int[3];
        for (int t = 0; t < mesh.triangles(); t++) {
            for (int axis = 0; axis < 3; axis++) {
                float a = p[3 * c[3 * t] + axis];
                float b = p[3 * c[3 * t + 1] + axis];
                float d = p[3 * c[3 * t + 2] + axis];
                from[axis] = Math.max(0, field.floor(axis, Math.min(a, Math.min(b, d)) - around) + 1);
                to[axis] = Math.min(field.size(axis) - 1, field.floor(axis, Math.max(a, Math.max(b, d)) + around));
            }
            for (int k = from[2]; k <= to[2]; k++) {
                for (int j = from[1]; j <= to[1]; j++) {
                    for (int i = from[0]; i <= to[0]; i++) {
                        visit.at(t, field.index(i, j, k));
                    }
                }
            }
        }
    }

    /// Layer by layer, each point tries the nearest triangles of its neighbours.
    private void spread(int layers) {
        int[] now = known();
        int[] steps = {1, -1, field.nx, -field.nx, field.nx * field.ny, -field.nx * field.ny};
        for (int layer = 0; layer < layers; layer++) {
            int[] next = new int[Math.max(16, now.length)];
            int count = 0;
            for (int at : now) {
                for (int step : steps) {
                    int to = at + step;
                    if (to < 0 || to >= nearest.length || nearest[to] == nearest[at]) {
                        continue;
                    }
                    double d = distance.to(nearest[at], field.point(to));
                    if (d < square[to]) {
                        square[to] = (float) d;
                        nearest[to] = nearest[at];
                        if (count == next.length) {
                            next = Arrays.copyOf(next, 2 * count);
                        }
                        next[count++] = to;
                    }
                }
            }
            now = Arrays.copyOf(next, count);
        }
    }

    private int[] known() {
        int[] known = new int[nearest.length];
        int count = 0;
        for (int at = 0; at < nearest.length; at++) {
            if (nearest[at] >= 0) {
                known[count++] = at;
            }
        }
        return Arrays.copyOf(known, count);
    }

    private boolean[] flood() {
        boolean[] reached = new boolean[barrier.length];
        int[] stack = new int[barrier.length];
        int depth = 0;
        for (int at = field.index(0, 0, field.nz - 1); at < barrier.length; at++) {
            if (!barrier[at]) {
                reached[at] = true;
                stack[depth++] = at;
            }
        }
        while (depth > 0) {
            int at = stack[--depth];
            int i = at % field.nx;
            int j = at / field.nx % field.ny;
            int k = at / field.nx / field.ny;
            for (int way = 0; way < 6; way++) {
                int x = i + (way == 0 ? 1 : way == 1 ? -1 : 0);
                int y = j + (way == 2 ? 1 : way == 3 ? -1 : 0);
                int z = k + (way == 4 ? 1 : way == 5 ? -1 : 0);
                if (x < 0 || y < 0 || z < 0 || x >= field.nx || y >= field.ny || z >= field.nz) {
                    continue;
                }
                int to = field.index(x, y, z);
                if (!reached[to] && !barrier[to]) {
                    reached[to] = true;
                    stack[depth++] = to;
                }
            }
        }
        return reached;
    }
}

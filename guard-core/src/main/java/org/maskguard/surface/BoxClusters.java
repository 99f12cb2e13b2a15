package org.maskguard.surface;

import java.util.Arrays;

/// Groups boxes that come within a distance of one another, by chains where need be.
///
/// A balanced tree over the boxes is walked once for each box. A subtree whose boxes are all in the asking box's
/// group already is passed over, so a hundred thousand boxes that all overlap cost no more than as many apart.
final class BoxClusters {

    private static final int LEAF = 8;

    private final float[] boxes;
    private final float gap;
    private final int[] order;
    private final int[] parent;
    private final float[] bounds;
    private final boolean[] uniform;

    /// @param boxes min x y z, max x y z of each box
    BoxClusters(float[] boxes, float gap) {
        this.boxes = boxes;
        this.gap = gap;
        int count = boxes.length / 6;
        order = new int[count];
        parent = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
            parent[i] = i;
        }
        int nodes = 2 * Integer.highestOneBit(Math.max(1, 2 * (count / LEAF + 1)));
        bounds = new float[6 * nodes];
        uniform = new boolean[nodes];
    }

    /// For each box the least box of its group.
    int[] clusterOfBox() {
        if (order.length == 0) {
            return parent;
        }
        build(1, 0, order.length);
        for (int box = 0; box < order.length; box++) {
            visit(1, 0, order.length, box);
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = Forest.root(parent, i);
        }
        return parent;
    }

    private void build(int node, int from, int to) {
        bound(node, from, to);
        if (to - from <= LEAF) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(longestAxis(node), from, to, middle);
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
    }

    private void bound(int node, int from, int to) {
        int n = 6 * node;
        Arrays.fill(bounds, n, n + 3, Float.POSITIVE_INFINITY);
        Arrays.fill(bounds, n + 3, n + 6, Float.NEGATIVE_INFINITY);
        for (int i = from; i < to; i++) {
            int b = 6 * order[i];
            for (int axis = 0; axis < 3; axis++) {
                bounds[n + axis] = Math.min(bounds[n + axis], boxes[b + axis]);
                bounds[n + 3 + axis] = Math.max(bounds[n + 3 + axis], boxes[b + 3 + axis]);
            }
        }
    }

    private int longestAxis(int node) {
        int n = 6 * node;
        int longest = 0;
        for (int axis = 1; axis < 3; axis++) {
            if (bounds[n + 3 + axis] - bounds[n + axis] > bounds[n + 3 + longest] - bounds[n + longest]) {
                longest = axis;
            }
        }
        return longest;
    }

    /// Partial sort by the centres: what is smaller than the box at `middle` comes before it.
    private void select(int axis, int from, int to, int middle) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            float pivot = centre(order[(low + high) >>> 1], axis);
            int i = low;
            int j = high;
            while (i <= j) {
                while (centre(order[i], axis) < pivot) {
                    i++;
                }
                while (centre(order[j], axis) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private float centre(int box, int axis) {
        return boxes[6 * box + axis] + boxes[6 * box + 3 + axis];
    }

    private void visit(int node, int from, int to, int box) {
        if (!near(bounds, 6 * node, 6 * box)) {
            return;
        }
        if (uniform[node] && Forest.root(parent, order[from]) == Forest.root(parent, box)) {
            return;
        }
        if (to - from <= LEAF) {
            joinNear(from, to, box);
            uniform[node] = sameGroup(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        visit(2 * node, from, middle, box);
        visit(2 * node + 1, middle, to, box);
        uniform[node] = uniform[2 * node]
                && uniform[2 * node + 1]
                && Forest.root(parent, order[from]) == Forest.root(parent, order[middle]);
    }

    private void joinNear(int from, int to, int box) {
        for (int i = from; i < to; i++) {
            if (near(boxes, 6 * order[i], 6 * box)) {
                Forest.join(parent, order[i], box);
            }
        }
    }

    private boolean sameGroup(int from, int to) {
        int root = Forest.root(parent, order[from]);
        for (int i = from + 1; i < to; i++) {
            if (Forest.root(parent, order[i]) != root) {
                return false;
            }
        }
        return true;
    }

    private boolean near(float[] others, int o, int b) {
        for (int axis = 0; axis < 3; axis++) {
            if (others[o + axis] - boxes[b + 3 + axis] > gap || boxes[b + axis] - others[o + 3 + axis] > gap) {
                return false;
            }
        }
        return true;
    }
}

package org.maskguard.surface;

/// Union-find in a plain array: `parent[i] <= i`, and a root is its own parent, so a root is the least of its set.
final class Forest {

    private Forest() {}

    static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    static void join(int[] parent, int a, int b) {
        int p = root(parent, a);
        int q = root(parent, b);
        if (p < q) {
            parent[q] = p;
        } else {
            parent[p] = q;
        }
    }
}

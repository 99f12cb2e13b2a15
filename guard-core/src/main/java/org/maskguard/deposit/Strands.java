package org.maskguard.deposit;

import java.util.Arrays;
import java.util.List;

/// Which strands hang together: sets with a common root, and what is counted for each set.
///
/// Not for several threads.
final class Strands {

    private int[] parent = new int[1 << 12];

    /// Places in which a set rests on another with a gap between, at its root.
    private int[] resting = new int[1 << 12];

    /// Places in which others rest on a set with a gap between, at its root.
    private int[] carrying = new int[1 << 12];

    private int count;

    /// The latest strand; 0 is none.
    int count() {
        return count;
    }

    /// Begins a strand.
    int begin() {
        count++;
        if (count == parent.length) {
            parent = Arrays.copyOf(parent, 2 * count);
            resting = Arrays.copyOf(resting, 2 * count);
            carrying = Arrays.copyOf(carrying, 2 * count);
        }
        parent[count] = count;
        resting[count] = 0;
        carrying[count] = 0;
        return count;
    }

    /// What stands for all strands that hang together with this one.
    int root(int strand) {
        int at = strand;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void join(int a, int b) {
        int p = root(a);
        int q = root(b);
        if (p != q) {
            int low = Math.min(p, q);
            int high = Math.max(p, q);
            parent[high] = low;
            resting[low] += resting[high];
            carrying[low] += carrying[high];
        }
    }

    /// Notes places in which one rests on another with a gap between.
    void rests(int above, int below, int places) {
        resting[root(above)] += places;
        carrying[root(below)] += places;
    }

    /// Places in which others rest on a root's strands with a gap between.
    int carrying(int root) {
        return carrying[root];
    }

    /// Places in which a root's strands rest on others with a gap between.
    int resting(int root) {
        return resting[root];
    }

    /// Takes new numbers for those strands that somebody knows, one for all that hang together, and forgets the
    /// rest.
    ///
    /// @param known numbers of strands, 0 for none; they are written over by the new ones
    void rename(List<int[]> known) {
        int[] names = new int[count + 1];
        int[] rests = new int[parent.length];
        int[] carries = new int[parent.length];
        int named = 0;
        for (int[] each : known) {
            for (int i = 0; i < each.length; i++) {
                if (each[i] == 0) {
                    continue;
                }
                int root = root(each[i]);
                if (names[root] == 0) {
                    names[root] = ++named;
                    rests[named] = resting[root];
                    carries[named] = carrying[root];
                }
                each[i] = names[root];
            }
        }
        count = named;
        resting = rests;
        carrying = carries;
        for (int i = 0; i <= named; i++) {
            parent[i] = i;
        }
    }
}

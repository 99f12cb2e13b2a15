package org.maskguard.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Box;

/// Puts bodies together by their cuts, best joints first: the spanning trees of what fits on what.
final class Jigsaw {

    /// Nothing that a face is part of is larger when it is together, mm: the second extent of a head with
    /// shoulders.
    private static final double LARGEST = 400;

    /// Joints of the same two bodies that are kept.
    private static final int PER_PAIR = 2;

    /// A cut may be joined to several bodies, one beside the other; together they cover it at most this many times.
    private static final double COVERED = 1.15;

    private final List<Mesh> meshes;
    private final List<Joint> joints;

    Jigsaw(List<Mesh> meshes, List<List<Cut>> cuts) {
        this.meshes = meshes;
        this.joints = joints(cuts);
    }

    /// At first with all joints, then each time without one of those that were used, the weakest first.
    List<Sawn.Assembly> assemblies(int most) {
        List<Sawn.Assembly> found = new ArrayList<>();
        Set<Set<Joint>> seen = new HashSet<>();
        List<Joint> used = add(null, found, seen);
        for (int i = used.size() - 1; i >= 0 && found.size() < most; i--) {
            add(used.get(i), found, seen);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static List<Joint> joints(List<List<Cut>> cuts) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < cuts.size(); a++) {
            for (int b = a + 1; b < cuts.size(); b++) {
                pairs.add(new int[] {a, b});
            }
        }
        Comparator<Joint> best = Comparator.comparingDouble(Joint::worth).reversed();
        return pairs.parallelStream()
                .flatMap(pair -> cuts.get(pair[0]).stream()
                        .filter(Joint::tells)
                        .flatMap(a -> cuts.get(pair[1]).stream()
                                .filter(Joint::tells)
                                .map(b -> Joint.of(a, b))
                                .filter(Objects::nonNull))
                        .sorted(best)
                        .limit(PER_PAIR))
                .toList()
                .stream()
                .sorted(best)
                .toList();
    }

    /// Adds what is new; returns the joints that were used, best first.
    private List<Joint> add(Joint without, List<Sawn.Assembly> found, Set<Set<Joint>> seen) {
        int[] group = new int[meshes.size()];
        Motion[] place = new Motion[meshes.size()];
        Arrays.setAll(group, i -> i);
        Arrays.fill(place, Motion.NONE);
        Map<Cut, Double> covered = new HashMap<>();
        List<Joint> used = new ArrayList<>();
        for (Joint joint : joints) {
            int a = joint.to().body();
            int b = joint.other().body();
            boolean free = covers(covered, joint.to(), joint) && covers(covered, joint.other(), joint);
            if (joint != without && group[a] != group[b] && free) {
                if (merge(joint, group, place)) {
                    covered.merge(joint.to(), joint.matched(), Double::sum);
                    covered.merge(joint.other(), joint.matched(), Double::sum);
                    used.add(joint);
                }
            }
        }
        for (int g = 0; g < group.length; g++) {
            addGroup(g, group, place, used, found, seen);
        }
        return used;
    }

    private void addGroup(
            int g, int[] group, Motion[] place, List<Joint> used, List<Sawn.Assembly> found, Set<Set<Joint>> seen) {
        Set<Joint> within = new HashSet<>();
        used.stream().filter(joint -> group[joint.to().body()] == g).forEach(within::add);
        if (within.isEmpty() || !seen.add(within)) {
            return;
        }
        List<Mesh> parts = parts(g, group, place);
        Mesh mesh = joined(parts);
        if (!Box.around(mesh).tooSmallForFace(1)) {
            found.add(new Sawn.Assembly(parts.size(), mesh));
        }
    }

    private static boolean covers(Map<Cut, Double> covered, Cut cut, Joint joint) {
        return covered.getOrDefault(cut, 0.0) + joint.matched() <= COVERED * cut.length();
    }

    /// Brings two groups into the frame of the one whose first body is the larger.
    private boolean merge(Joint joint, int[] group, Motion[] place) {
        int a = joint.to().body();
        int b = joint.other().body();
        Motion otherToFirst = place[a].after(joint.motion()).after(place[b].inverse());
        boolean firstStays = group[a] < group[b];
        int stays = firstStays ? group[a] : group[b];
        int goes = firstStays ? group[b] : group[a];
        Motion motion = firstStays ? otherToFirst : otherToFirst.inverse();
        Motion[] then = place.clone();
        int[] grouped = group.clone();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == goes) {
                then[i] = motion.after(place[i]);
                grouped[i] = stays;
            }
        }
        if (Box.around(joined(parts(stays, grouped, then))).largest() > LARGEST) {
            return false;
        }
        System.arraycopy(then, 0, place, 0, then.length);
        System.arraycopy(grouped, 0, group, 0, grouped.length);
        return true;
    }

    private List<Mesh> parts(int g, int[] group, Motion[] place) {
        List<Mesh> parts = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == g) {
                parts.add(place[i].apply(meshes.get(i)));
            }
        }
        return parts;
    }

    /// One mesh of several.
    static Mesh joined(List<Mesh> parts) {
        int vertices = parts.stream().mapToInt(part -> part.xyz().length).sum();
        int corners = parts.stream().mapToInt(part -> part.corners().length).sum();
        float[] v = new float[vertices];
        int[] c = new int[corners];
        int nv = 0;
        int nc = 0;
        for (Mesh part : parts) {
            System.arraycopy(part.xyz(), 0, v, nv, part.xyz().length);
            for (int corner : part.corners()) {
                c[nc++] = corner + nv / 3;
            }
            nv += part.xyz().length;
        }
        return new Mesh(v, c);
    }
}

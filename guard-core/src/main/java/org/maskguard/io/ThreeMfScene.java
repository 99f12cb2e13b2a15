package org.maskguard.io;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.io.ThreeMfPart.Placement;
import org.maskguard.io.ThreeMfPart.Shape;

/// Puts the objects of a package where its builds place them, as one mesh.
///
/// What will come out is counted before anything is copied, so that components within components, each used many
/// times, cannot fill the memory.
final class ThreeMfScene {

    private final ThreeMfReader reader;
    private final Limits limits;
    private final Memory memory;
    private final Map<Shape, Count> counts = new IdentityHashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private float[] xyz;
    private int[] corners;
    private int points;
    private int filled;

    private record Placed(ThreeMfPart part, Placement item) {}

    private record Found(ThreeMfPart part, Shape shape) {}

    /// What an object comes to, with all that is placed in it.
    private record Count(long vertices, long triangles, int height) {

        static final Count OPEN = new Count(0, 0, -1);

        Count plus(Count child) {
            return new Count(
                    Math.min(vertices + child.vertices, Long.MAX_VALUE / 4),
                    Math.min(triangles + child.triangles, Long.MAX_VALUE / 4),
                    Math.max(height, child.height + 1));
        }
    }

    ThreeMfScene(ThreeMfReader reader, Limits limits, Memory memory) {
        this.reader = reader;
        this.limits = limits;
        this.memory = memory;
    }

    /// Adds what a part's build places.
    void add(ThreeMfPart part) {
        for (Placement item : part.items()) {
            placed.add(new Placed(part, item));
        }
    }

    /// All of it.
    Mesh mesh() throws Unreadable {
        Count all = new Count(0, 0, 0);
        for (Placed p : placed) {
            all = all.plus(count(find(p.part(), p.item()), 1));
        }
        if (all.triangles() == 0) {
            throw new Unreadable(
                    "no-surface", "", "The 3MF file places " + placed.size() + " objects and no triangles.");
        }
        if (all.triangles() > limits.triangles() || all.vertices() > 3L * limits.triangles()) {
            throw new Unreadable(
                    "too-large",
                    "",
                    "The 3MF file comes to " + all.triangles() + " triangles with " + all.vertices()
                            + " vertices, and the limit is " + limits.triangles() + " triangles.");
        }
        memory.replace(0, 12 * (all.vertices() + all.triangles()));
        xyz = new float[Math.toIntExact(3 * all.vertices())];
        corners = new int[Math.toIntExact(3 * all.triangles())];
        for (Placed p : placed) {
            put(find(p.part(), p.item()), p.item().transform());
        }
        return new Mesh(xyz, corners);
    }

    private Found find(ThreeMfPart from, Placement placement) throws Unreadable {
        ThreeMfPart part = placement.path() == null ? from : reader.part(placement.path());
        Shape shape = part.objects().get(placement.id());
        if (shape == null) {
            throw new Unreadable(
                    "bad-index",
                    from.where(),
                    "The archive's " + from.where() + " places object " + placement.id() + ", which is not there.");
        }
        return new Found(part, shape);
    }

    private Count count(Found found, int depth) throws Unreadable {
        Count known = counts.get(found.shape());
        if (known == Count.OPEN) {
            throw Archive.bad(
                    found.part().where(), "has object " + found.shape().id() + ", which holds itself");
        }
        if (depth + (known == null ? 0 : known.height()) > limits.nesting()) {
            throw new Unreadable(
                    "too-large",
                    found.part().where(),
                    "In " + found.part().where() + " components lie deeper in one another than the limit of "
                            + limits.nesting() + ".");
        }
        if (known != null) {
            return known;
        }
        counts.put(found.shape(), Count.OPEN);
        Count sum = new Count(
                found.shape().corners().length == 0 ? 0 : found.shape().xyz().length / 3,
                found.shape().corners().length / 3,
                0);
        for (Placement component : found.shape().components()) {
            sum = sum.plus(count(find(found.part(), component), depth + 1));
        }
        counts.put(found.shape(), sum);
        return sum;
    }

    private void put(Found found, Transform placing) throws Unreadable {
        Shape shape = found.shape();
        if (counts.get(shape).triangles() == 0) {
            return;
        }
        if (shape.corners().length > 0) {
            copy(found, Transform.scale(found.part().scale()).then(placing));
        }
        for (Placement component : shape.components()) {
            put(find(found.part(), component), component.transform().then(placing));
        }
    }

    private void copy(Found found, Transform placing) throws Unreadable {
        Shape shape = found.shape();
        placing.apply(shape.xyz(), xyz, points * 3);
        int bad = Range.firstBad(xyz, points * 3, points * 3 + shape.xyz().length);
        if (bad >= 0) {
            throw Range.bad(
                    found.part().where(),
                    "a coordinate of vertex " + (bad / 3 - points + 1) + " of object " + shape.id(),
                    xyz[bad]);
        }
        int[] from = shape.corners();
        // A mirror turns a surface inside out; two corners are exchanged to turn it back.
        int second = placing.mirrors() ? 2 : 1;
        for (int i = 0; i < from.length; i += 3) {
            corners[filled + i] = points + from[i];
            corners[filled + i + 1] = points + from[i + second];
            corners[filled + i + 2] = points + from[i + 3 - second];
        }
        points += shape.xyz().length / 3;
        filled += from.length;
    }
}

package org.maskguard.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Bodies;
import org.maskguard.surface.Box;
import org.maskguard.surface.Vec;

/// The larger bodies of a mesh with the planes in which they were cut off.
///
/// Tells how they may go together and what they may be halves of; whether that is a face is for others to judge.
/// Immutable and safe to share between threads; the same for any number of them.
public final class Sawn {

    /// A piece of a mask in eight is some 80 mm × 50 mm: what is under this is not looked at. Largest and second
    /// extent, mm.
    private static final double LEAST_LARGEST = 35;

    private static final double LEAST_SECOND = 20;

    /// The largest so many bodies are looked at, and only where they have no more triangles together.
    private static final int MOST_BODIES = 12;

    private static final int MOST_TRIANGLES = 3_000_000;

    /// Half a face is at least so long and so wide; the line of its cut, brow to chin in profile, at least so long,
    /// so
    /// wide and so curved, mm.
    private static final double HALF_LONG = 80;

    private static final double HALF_WIDE = 35;
    private static final double PROFILE_LONG = 70;
    private static final double PROFILE_WIDE = 12;
    private static final double PROFILE_CURVED = 30;

    /// The least share of the profile that must lie on the line.
    private static final double LIKE = 0.72;

    /// Halves that are worth a look.
    private static final int MOST_HALVES = 2;

    private final List<Mesh> meshes = new ArrayList<>();
    private final List<List<Cut>> cuts;

    private Sawn(Bodies bodies) {
        List<Integer> large = IntStream.range(0, bodies.count())
                .filter(b -> largeEnough(bodies.box(b)))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        b -> -bodies.box(b).largest() * bodies.box(b).middle()))
                .limit(MOST_BODIES)
                .toList();
        if (large.stream().mapToLong(bodies::triangles).sum() <= MOST_TRIANGLES) {
            large.forEach(b -> meshes.add(bodies.mesh(b)));
        }
        cuts = IntStream.range(0, meshes.size())
                .parallel()
                .mapToObj(i -> Cuts.of(i, meshes.get(i)))
                .toList();
    }

    /// Looks for cuts on the larger bodies; linear in their triangles.
    public static Sawn of(Bodies bodies) {
        return new Sawn(bodies);
    }

    /// Several bodies put together along their cuts.
    ///
    /// @param bodies how many
    /// @param mesh of them all, in the frame of the largest
    public record Assembly(int bodies, Mesh mesh) {}

    /// A body, and the plane in which it may have a twin.
    ///
    /// @param mesh the body and its mirror image, in the file's frame
    /// @param origin a point of the plane, mm
    /// @param normal unit normal of the plane
    public record Half(Mesh mesh, Vec origin, Vec normal) {}

    /// Ways to put two and more bodies together, likeliest first, each with other bodies or other joints.
    ///
    /// @param most how many at most
    public List<Assembly> assemblies(int most) {
        return meshes.size() < 2 ? List.of() : new Jigsaw(meshes, cuts).assemblies(most);
    }

    /// Bodies that end in a plane with an outline of which a part is like a profile, likest first.
    ///
    /// @param profile of a face, from over the eyes to the chin
    public List<Half> halves(Profile profile) {
        record Found(Cut cut, double likeness) {}
        List<Found> found = new ArrayList<>();
        for (List<Cut> ofBody : cuts) {
            for (Cut cut : ofBody) {
                Box box = Box.around(meshes.get(cut.body()));
                double[] extents = cut.extents();
                if (box.largest() >= HALF_LONG
                        && box.middle() >= HALF_WIDE
                        && extents[0] >= PROFILE_LONG
                        && extents[1] >= PROFILE_WIDE
                        && cut.curved() >= PROFILE_CURVED) {
                    double likeness = profile.likeness(cut.line(), cut.along());
                    if (likeness >= LIKE) {
                        found.add(new Found(cut, likeness));
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::likeness).reversed())
                .limit(MOST_HALVES)
                .map(f -> half(f.cut()))
                .toList();
    }

    private Half half(Cut cut) {
        Mesh body = meshes.get(cut.body());
        Mesh twin = Motion.mirror(cut.origin(), cut.normal()).apply(body);
        return new Half(Jigsaw.joined(List.of(body, twin)), cut.origin(), cut.normal());
    }

    private static boolean largeEnough(Box box) {
        return box.largest() >= LEAST_LARGEST && box.middle() >= LEAST_SECOND;
    }
}

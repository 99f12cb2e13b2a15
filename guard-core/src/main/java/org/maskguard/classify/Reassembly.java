package org.maskguard.classify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.maskguard.assembly.Profile;
import org.maskguard.assembly.Sawn;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;

/// Judges what bodies make when they are put together again, and what half of a face would be with its other half.
///
/// It only ever adds: what was found without it stands unless this is ruled as severely. A face in pieces is `parts`; a
/// half, of a mask or a mould, is a `partial-mask`, as every part of a mould is.
///
/// @param look the faces on a surface that is one thing, strongest first
/// @param profile of the mean face, from over the eyes to the chin
/// @param refuseFrom from which score on is refused
/// @param late whether the time for judging is up
record Reassembly(
        Function<Mesh, List<Face>> look, Profile profile, Policy policy, double refuseFrom, BooleanSupplier late) {

    /// Ways to put bodies together that are judged; each costs as much as a plate.
    private static final int MOST_ASSEMBLIES = 6;

    private static final Set<Category> WHOLE = EnumSet.of(Category.MASK, Category.MOULD);

    /// How far a face's middle may lie from the plane of the cut, mm, and how far it may lean, as a sine.
    private static final double OFF_MIDDLE = 6;

    private static final double LEAN = 0.15;

    /// What was found, or something as severe that the bodies make together.
    ///
    /// @param found by the bodies as they lie
    /// @throws TooSlow where the time was up before all was judged
    Findings findings(Sawn sawn, Findings found) throws TooSlow {
        for (Sawn.Assembly assembly : sawn.assemblies(MOST_ASSEMBLIES)) {
            Face face = strongest(assembly.mesh());
            if (face != null && isParts(face, found)) {
                return parts(assembly.bodies(), face, found);
            }
        }
        if (found.ruling() != Ruling.PASS) {
            return found;
        }
        for (Sawn.Half half : sawn.halves(profile)) {
            Face face = strongest(half.mesh());
            if (face != null && WHOLE.contains(face.category()) && isMiddle(face, half)) {
                return half(face, found);
            }
        }
        return found;
    }

    /// A face that would be refused, were it in one piece, or null.
    private Face strongest(Mesh mesh) throws TooSlow {
        if (late.getAsBoolean()) {
            throw new TooSlow();
        }
        return look.apply(mesh).stream()
                .filter(face -> face.score() >= refuseFrom)
                .findFirst()
                .orElse(null);
    }

    /// A whole face, or where nothing was found so far, a part of one: a body may be missing.
    private static boolean isParts(Face face, Findings found) {
        boolean part = face.category() == Category.PARTIAL_MASK && found.ruling() == Ruling.PASS;
        return part || WHOLE.contains(face.category());
    }

    /// The places of the face are where no body is, so they are not told.
    private Findings parts(int bodies, Face face, Findings found) {
        Ruling ruling = ruling(Category.PARTS, face);
        if (ruling.ordinal() < found.ruling().ordinal()) {
            return found;
        }
        List<Verdict.Reason> reasons = Reasons.ofParts(bodies, face);
        return new Findings(ruling, Category.PARTS, face.score(), reasons, found.faces(), found.bodies());
    }

    private Findings half(Face face, Findings found) {
        Face part = new Face(
                Category.PARTIAL_MASK,
                face.score(),
                face.concave(),
                face.landmarks(),
                face.measurements(),
                face.front(),
                face.up(),
                face.wear());
        Ruling ruling = ruling(Category.PARTIAL_MASK, face);
        return new Findings(ruling, part.category(), part.score(), Reasons.ofHalf(part), List.of(part), found.bodies());
    }

    private Ruling ruling(Category category, Face face) {
        double length = face.measurements().get(Measurement.SELLION_MENTON).mm();
        return FaceJudge.ruling(policy, refuseFrom, category, face.score(), length);
    }

    private static boolean isMiddle(Face face, Sawn.Half half) {
        Vec nose = face.landmarks().get(Landmark.PRONASALE).minus(half.origin());
        return Math.abs(nose.dot(half.normal())) < OFF_MIDDLE
                && Math.abs(face.front().dot(half.normal())) < LEAN
                && Math.abs(face.up().dot(half.normal())) < LEAN;
    }
}

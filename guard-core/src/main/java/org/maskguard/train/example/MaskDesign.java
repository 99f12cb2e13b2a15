package org.maskguard.train.example;

import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// What a mask is to look like, whatever the way of making it.
///
/// @param wall thickness, mm; 0 is a surface without thickness
/// @param eyes what becomes of the eyes
/// @param mouth what becomes of the mouth
/// @param straps whether it has loops for straps at the sides
/// @param eyeWidth half the width of a cut eye, mm on a usual face
/// @param eyeHeight half its height
/// @param mouthHeight half the height of a cut mouth
/// @param missing what part of the face is not there
/// @param lattice pattern of holes
/// @param part the piece of the mask that is made, [Part#WHOLE] for all of it
public record MaskDesign(
        double wall,
        Outline outline,
        Opening eyes,
        Opening mouth,
        boolean straps,
        double eyeWidth,
        double eyeHeight,
        double mouthHeight,
        Missing missing,
        Lattice lattice,
        Part part) {

    /// What becomes of an opening.
    public enum Opening {
        /// As the head has it.
        KEPT,
        /// Filled; eyes like closed lids.
        CLOSED,
        /// Cut out.
        CUT
    }

    /// A part that is cut away.
    public enum Missing {
        NOTHING,
        /// What lies over the left eye, from 14 mm above the sellion up.
        HALF_FOREHEAD,
        /// What lies over the eyes, from 16 mm above the sellion up.
        FOREHEAD,
        /// What lies 12 mm under the middle of the mouth.
        CHIN,
        /// What lies to the side of the left eye's middle and under it.
        CHEEK
    }

    /// A rectangle seen from the front, mm from the tip of the nose.
    public record Part(double left, double low, double right, double high) {
        /// Everything.
        public static final Part WHOLE = new Part(-1e6, -1e6, 1e6, 1e6);

        double inside(Vec p) {
            double across = Math.min(p.x() - left, right - p.x());
            return Math.min(across, Math.min(p.y() - low, high - p.y()));
        }
    }

    private static final double MOUTH_WIDTH = 24;

    /// A random design: walls of 0.8 to 6 mm, most of them from 1.5 to 4; one in twelve without thickness.
    public static MaskDesign draw(long seed) {
        Dice dice = Dice.of(seed, "design");
        double wall = dice.chance(0.7) ? dice.between(1.5, 4.0) : dice.between(0.8, 6.0);
        boolean bare = Dice.of(seed, "bare").chance(1 / 12.0);
        return new MaskDesign(
                bare ? 0 : wall,
                Outline.draw(dice),
                drawOpening(dice, 0.2, 0.6),
                drawOpening(dice, 0.3, 0.85),
                dice.chance(0.15),
                dice.between(13.0, 18.0),
                dice.between(5.5, 10.0),
                dice.between(3.0, 8.0),
                Missing.NOTHING,
                Lattice.NONE,
                Part.WHOLE);
    }

    /// The same with another wall, mm.
    public MaskDesign withWall(double thickness) {
        return copy(thickness, outline, eyes, missing, lattice, part);
    }

    /// The same with the eyes cut out.
    public MaskDesign withCutEyes() {
        return copy(wall, outline, Opening.CUT, missing, lattice, part);
    }

    /// The same with eyes and mouth of one kind.
    MaskDesign withOpenings(Opening kind) {
        return new MaskDesign(
                wall, outline, kind, kind, straps, eyeWidth, eyeHeight, mouthHeight, missing, lattice, part);
    }

    /// The same with another outline.
    public MaskDesign withOutline(Outline other) {
        return copy(wall, other, eyes, missing, lattice, part);
    }

    /// The same with a part missing.
    public MaskDesign without(Missing region) {
        return copy(wall, outline, eyes, region, lattice, part);
    }

    /// The same with a pattern of holes.
    public MaskDesign withLattice(Lattice pattern) {
        return copy(wall, outline, eyes, missing, pattern, part);
    }

    /// One piece of the same.
    public MaskDesign piece(Part piece) {
        return copy(wall, outline, eyes, missing, lattice, piece);
    }

    private MaskDesign copy(
            double newWall, Outline newOutline, Opening newEyes, Missing newMissing, Lattice newLattice, Part newPart) {
        return new MaskDesign(
                newWall,
                newOutline,
                newEyes,
                mouth,
                straps,
                eyeWidth,
                eyeHeight,
                mouthHeight,
                newMissing,
                newLattice,
                newPart);
    }

    /// Not negative where there is material; near its border about the distance to it in mm.
    double inside(Head head, Vec p) {
        double face = Math.min(outsideOpenings(head, p), outsideMissing(head, p));
        double pattern = Math.min(lattice.outside(p), part.inside(p));
        return Math.min(outline.of(head).inside(p), Math.min(face, pattern));
    }

    /// Negative in the openings that are cut; elsewhere about the distance to them in mm.
    private double outsideOpenings(Head head, Vec p) {
        double k = head.size();
        double field = Double.MAX_VALUE;
        if (eyes == Opening.CUT) {
            field = Math.min(field, ellipse(p, head.eyeLeft(), k * eyeWidth, k * eyeHeight));
            field = Math.min(field, ellipse(p, head.eyeRight(), k * eyeWidth, k * eyeHeight));
        }
        if (mouth == Opening.CUT) {
            field = Math.min(field, ellipse(p, head.mouth(), k * MOUTH_WIDTH, k * mouthHeight));
        }
        return field;
    }

    private double outsideMissing(Head head, Vec p) {
        double k = head.size();
        double sellion = head.mark(Landmark.SELLION).y();
        return switch (missing) {
            case NOTHING -> Double.MAX_VALUE;
            case HALF_FOREHEAD -> Math.max(-p.x(), sellion + 14 * k - p.y());
            case FOREHEAD -> sellion + 16 * k - p.y();
            case CHIN -> p.y() - head.mouth().y() + 12 * k;
            case CHEEK ->
                Math.max(head.eyeLeft().x() - p.x(), p.y() - head.eyeLeft().y() + 14 * k);
        };
    }

    private static Opening drawOpening(Dice dice, double kept, double closed) {
        double which = dice.next();
        if (which < kept) {
            return Opening.KEPT;
        }
        return which < closed ? Opening.CLOSED : Opening.CUT;
    }

    private static double ellipse(Vec p, Vec centre, double halfWidth, double halfHeight) {
        double u = (p.x() - centre.x()) / halfWidth;
        double v = (p.y() - centre.y()) / halfHeight;
        return (Math.sqrt(u * u + v * v) - 1) * halfHeight;
    }
}

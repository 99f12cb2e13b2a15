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
public record MaskDesign(
        double wall,
        Outline outline,
        Opening eyes,
        Opening mouth,
        boolean straps,
        double eyeWidth,
        double eyeHeight,
        double mouthHeight,
        Missing missing) {

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

    private static final double MOUTH_WIDTH = 24;

    /// A random design: walls of 0.8 to 6 mm, most of them from 1.5 to 4.
    public static MaskDesign draw(long seed) {
        Dice dice = Dice.of(seed, "design");
        double wall = dice.chance(0.7) ? dice.between(1.5, 4.0) : dice.between(0.8, 6.0);
        return new MaskDesign(
                wall,
                Outline.draw(dice),
                drawOpening(dice, 0.2, 0.6),
                drawOpening(dice, 0.3, 0.85),
                dice.chance(0.15),
                dice.between(13.0, 18.0),
                dice.between(5.5, 10.0),
                dice.between(3.0, 8.0),
                Missing.NOTHING);
    }

    /// The same with another wall, mm.
    public MaskDesign withWall(double thickness) {
        return new MaskDesign(thickness, outline, eyes, mouth, straps, eyeWidth, eyeHeight, mouthHeight, missing);
    }

    /// The same with the eyes cut out.
    public MaskDesign withCutEyes() {
        return new MaskDesign(wall, outline, Opening.CUT, mouth, straps, eyeWidth, eyeHeight, mouthHeight, missing);
    }

    /// The same with another outline.
    public MaskDesign withOutline(Outline other) {
        return new MaskDesign(wall, other, eyes, mouth, straps, eyeWidth, eyeHeight, mouthHeight, missing);
    }

    /// The same with a part missing.
    public MaskDesign without(Missing part) {
        return new MaskDesign(wall, outline, eyes, mouth, straps, eyeWidth, eyeHeight, mouthHeight, part);
    }

    /// Not negative where there is material; near its border about the distance to it in mm.
    double inside(Head head, Vec p) {
        return Math.min(outline.of(head).inside(p), Math.min(outsideOpenings(head, p), outsideMissing(head, p)));
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
            case CHEEK -> Math.max(head.eyeLeft().x() - p.x(), p.y() - head.eyeLeft().y() + 14 * k);
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

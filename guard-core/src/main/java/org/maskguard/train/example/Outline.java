package org.maskguard.train.example;

import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// Where a mask ends: a superellipse seen from the front, and a depth behind the nose tip. All in mm on a face of
/// usual length; [#of] fits it to a head.
///
/// @param halfWidth of the superellipse
/// @param above the sellion, its upper end
/// @param below the menton, its lower end; negative ends on the chin
/// @param depth behind the nose tip
/// @param power 2 is an ellipse, 8 nearly a rectangle
/// @param slope how much further back it ends at the sides: mm of depth a mm of height above the nose tip
public record Outline(double halfWidth, double above, double below, double depth, double power, double slope) {

    /// Behind the cheeks the outline widens by this much a mm of depth, so that it never cuts along the skin.
    private static final double FLARE = 0.4;

    /// Oval from hairline to under the chin, wider oval, or square crop.
    static Outline draw(Dice dice) {
        double which = dice.next();
        double slope = dice.between(-0.25, 0.25);
        if (which < 0.55) {
            return new Outline(
                    dice.between(64.0, 76.0),
                    dice.between(45.0, 75.0),
                    dice.between(-2.0, 12.0),
                    dice.between(60.0, 95.0),
                    dice.between(2.0, 3.0),
                    slope);
        }
        if (which < 0.8) {
            return new Outline(
                    dice.between(76.0, 98.0),
                    dice.between(60.0, 100.0),
                    dice.between(4.0, 22.0),
                    dice.between(80.0, 120.0),
                    dice.between(2.2, 4.0),
                    slope);
        }
        return new Outline(
                dice.between(60.0, 80.0),
                dice.between(45.0, 85.0),
                dice.between(0.0, 15.0),
                dice.between(60.0, 100.0),
                dice.between(6.0, 10.0),
                slope);
    }

    /// The outline on one head.
    Region of(Head head) {
        double k = head.size();
        double top = head.mark(Landmark.SELLION).y() + k * above;
        double bottom = head.mark(Landmark.MENTON).y() - k * below;
        double middle = 0.5 * (head.eyeLeft().x() + head.eyeRight().x());
        return new Region(this, k, middle, 0.5 * (top + bottom), 0.5 * (top - bottom));
    }

    /// An outline at the size of a head.
    ///
    /// @param middle x of the axis
    /// @param centre y of the middle
    /// @param halfHeight of the superellipse
    record Region(Outline outline, double size, double middle, double centre, double halfHeight) {

        /// Not negative inside; about the distance to the border in mm.
        double inside(Vec p) {
            double u = Math.abs(p.x() - middle) / halfWidth(p.z());
            double v = Math.abs(p.y() - centre) / halfHeight;
            double r = StrictMath.pow(
                    StrictMath.pow(u, outline.power()) + StrictMath.pow(v, outline.power()), 1 / outline.power());
            return Math.min((1 - r) * size * outline.halfWidth(), p.z() - back(p.y()));
        }

        /// z where it ends at this height.
        double back(double y) {
            return -size * outline.depth() - outline.slope() * y;
        }

        /// Half the width at this depth.
        double halfWidth(double z) {
            return size * outline.halfWidth() + FLARE * Math.max(0, -z - 30 * size);
        }

        double halfWidth() {
            return size * outline.halfWidth();
        }
    }
}

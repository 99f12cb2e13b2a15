package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.MaskDesign.Missing;

/// Masks of a part of the face.
final class Partials {
    private Partials() {}

    static Mesh make(LookAlike kind, Head head, Dice dice) {
        MaskDesign design = MaskDesign.draw(dice.seed());
        Outline o = design.outline();
        double k = head.size();
        double mouth = (head.mouth().y() - head.mark(Landmark.MENTON).y()) / k;
        double eyes = (head.mark(Landmark.SELLION).y() - head.eyeLeft().y()) / k;
        MaskDesign cut = switch (kind) {
            case WITHOUT_MOUTH ->
                design.withOutline(new Outline(
                        o.halfWidth(), o.above(), -mouth - dice.between(9.0, 14.0), o.depth(), 4, o.slope()));
            case WITHOUT_EYES ->
                design.withOutline(new Outline(
                        o.halfWidth(), -eyes - dice.between(10.0, 15.0), o.below(), o.depth(), 4, o.slope()));
            default -> design.without(dice.chance(0.5) ? Missing.CHIN : Missing.CHEEK);
        };
        return new CutAndOffset().make(head, cut);
    }
}

package org.maskguard.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskguard.landmark.Measurement;
import org.maskguard.wear.Wear;

/// Why a face leads to its category, in plain sentences with stable codes.
final class Reasons {

    private static final Verdict.Reason HOLLOW =
            new Verdict.Reason("mould", "The face is hollow: a mask can be cast in it.");

    private Reasons() {}

    static List<Verdict.Reason> of(Face face) {
        List<Verdict.Reason> reasons = new ArrayList<>();
        reasons.add(new Verdict.Reason(
                "human-face",
                "The surface has a human face: nose, eyes and mouth where a face has them (sure to "
                        + FaceJudge.percent(face.score()) + ")."));
        reasons.add(size(face.measurements().get(Measurement.SELLION_MENTON)));
        switch (face.category()) {
            case MASK -> reasons.add(wearable(face.wear()));
            case STYLISED -> {
                reasons.add(wearable(face.wear()));
                reasons.add(proportions(face));
            }
            case PARTIAL_MASK -> {
                reasons.add(face.concave() ? HOLLOW : wearable(face.wear()));
                reasons.add(new Verdict.Reason("partial", "Only part of the face is there."));
            }
            case MOULD -> reasons.add(HOLLOW);
            case RELIEF ->
                reasons.add(new Verdict.Reason(
                        "no-room", "It stands on a plate or block, and there is no room for a face behind it."));
            case HEAD ->
                reasons.add(
                        new Verdict.Reason("no-room", "There is no room for a face behind it, so it cannot be worn."));
            default -> {}
        }
        return reasons;
    }

    private static Verdict.Reason size(Face.Measured length) {
        String text = String.format(
                Locale.ROOT,
                "From the root of the nose to under the chin it measures %.0f mm; of living adults that is %.0f ± %.0f mm.",
                length.mm(),
                length.norm(),
                length.sd());
        return new Verdict.Reason(Sizes.of(length.mm()) == Sizes.LIFE_SIZE ? "life-size" : "over-life-size", text);
    }

    private static Verdict.Reason proportions(Face face) {
        Measurement odd = Proportions.oddest(face.measurements());
        Face.Measured measured = face.measurements().get(odd);
        String text = String.format(
                Locale.ROOT,
                "Its proportions are nobody's: for a face of this length the %s of %.0f mm lies outside the human range.",
                odd.word().replace('-', ' '),
                measured.mm());
        return new Verdict.Reason("stylised", text);
    }

    private static Verdict.Reason wearable(Wear wear) {
        String text = String.format(
                Locale.ROOT,
                "A face fits behind it: the wall is %.1f mm, the hollow %.0f mm deep, and it is open %s.",
                wear.wallMm(),
                wear.roomMm(),
                wear.openBelow() ? "at the neck" : "at the back");
        return new Verdict.Reason("wearable", text);
    }
}

package org.maskguard.slicer.window;

import java.util.List;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.wear.Wear;

/// A verdict in plain sentences of one language. Immutable.
public final class Telling {

    private static final String READ_AS = "life-size-if-read-as-";

    private final Wording wording;

    public Telling(Wording wording) {
        this.wording = wording;
    }

    /// One word for the ruling.
    public String word(Ruling ruling) {
        return wording.text("word." + ruling.word());
    }

    /// The verdict in one sentence.
    public String sentence(Verdict verdict) {
        String category = wording.text("category." + verdict.category().word());
        return switch (verdict.ruling()) {
            case UNREADABLE -> wording.text("sentence.unreadable");
            case REFUSE -> wording.text("sentence.refuse", category);
            case WARN -> wording.text("sentence.warn", category);
            case PASS ->
                verdict.category() == Category.NONE
                        ? wording.text("sentence.pass")
                        : wording.text("sentence.pass.found", category);
        };
    }

    /// Why, a sentence a reason.
    public List<String> reasons(Verdict verdict) {
        Face face = verdict.faces().isEmpty() ? null : verdict.faces().getFirst();
        return verdict.reasons().stream().map(reason -> sentence(reason, face)).toList();
    }

    /// What the maker can do about it.
    public String advice(Ruling ruling) {
        return wording.text("do." + ruling.word());
    }

    /// The distance, for those who are not of the field.
    public String name(Measurement measurement) {
        return wording.text("measurement." + measurement.word());
    }

    /// The landmark's name in the field, which is the same in every language.
    public static String name(Landmark landmark) {
        return landmark.word().replace("-left", "").replace("-right", "").replace('-', ' ');
    }

    /// The distance here.
    public String here(Face.Measured measured) {
        return wording.text("mm", wording.number(measured.mm(), 1));
    }

    /// The same of living adults.
    public String norm(Face.Measured measured) {
        return Double.isFinite(measured.norm())
                ? wording.text("norm", wording.number(measured.norm(), 1), wording.number(measured.sd(), 1))
                : "–";
    }

    /// Where the distance lies beside its norm.
    public String deviation(double z) {
        if (!Double.isFinite(z)) {
            return wording.text("deviation.none");
        }
        double size = Math.abs(z);
        if (size < 0.05) {
            return wording.text("deviation.mean");
        }
        return wording.text(z > 0 ? "deviation.above" : "deviation.below", wording.number(size, 1));
    }

    /// The guard's own sentence, which is English, where this code is newer than we are.
    private String sentence(Verdict.Reason reason, Face face) {
        String code = reason.code();
        if (code.startsWith(READ_AS)) {
            return wording.text("reason.read-as", code.substring(READ_AS.length()));
        }
        String told = switch (code) {
            case "mould", "partial", "no-deposit", "stylised" -> wording.text("reason." + code);
            case "no-room" -> wording.text(isRelief(face) ? "reason.no-room.relief" : "reason.no-room");
            default -> face == null ? null : ofFace(code, face);
        };
        return told == null ? reason.text() : told;
    }

    /// A sentence with numbers of the face in it; null for an unknown code or a missing number.
    private String ofFace(String code, Face face) {
        return switch (code) {
            case "human-face", "parts", "half-face" -> wording.text("reason." + code, wording.percent(face.score()));
            case "life-size", "over-life-size" -> size(face.measurements().get(Measurement.SELLION_MENTON));
            case "wearable" -> wearable(face.wear());
            default -> null;
        };
    }

    private static boolean isRelief(Face face) {
        return face != null && face.category() == Category.RELIEF;
    }

    private String wearable(Wear wear) {
        return wear == null
                ? null
                : wording.text(
                        wear.openBelow() ? "reason.wearable.neck" : "reason.wearable",
                        wording.number(wear.wallMm(), 1),
                        wording.number(wear.roomMm(), 0));
    }

    private String size(Face.Measured length) {
        return length == null
                ? null
                : wording.text(
                        "reason.size",
                        wording.number(length.mm(), 0),
                        wording.number(length.norm(), 0),
                        wording.number(length.sd(), 0));
    }
}

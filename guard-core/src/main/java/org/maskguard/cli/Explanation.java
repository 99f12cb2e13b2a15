package org.maskguard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// A verdict in sentences, with a table of what was measured beside its norms.
final class Explanation {

    private final Verdict verdict;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Verdict verdict, boolean colour) {
        this.verdict = verdict;
        this.colour = colour;
    }

    static List<String> of(Verdict verdict, boolean colour) {
        Explanation explanation = new Explanation(verdict, colour);
        explanation.write();
        return List.copyOf(explanation.lines);
    }

    private void write() {
        heading();
        if (verdict.ruling() == Ruling.UNREADABLE) {
            unreadable();
        } else {
            subject();
            reasons();
            for (int i = 0; i < verdict.faces().size(); i++) {
                face(verdict.faces().get(i), i + 1);
            }
        }
        add("");
        add(
                "Judged by Maskguard %s with the model %s.",
                verdict.guard().version(), verdict.guard().model());
    }

    private void heading() {
        String name = Style.BOLD.paint(Visible.text(verdict.subject().file()), colour);
        String ruling = Style.of(verdict.ruling()).paint(verdict.ruling().word(), colour);
        add("%s: %s. %s", name, ruling, meaning());
    }

    private String meaning() {
        return switch (verdict.ruling()) {
            case PASS -> "It holds no life-size human face that could be worn or cast.";
            case WARN -> "It holds a life-size human face, or nearly one, but not a mask as it is.";
            case REFUSE -> "It would print as a wearable life-size human face mask, or as a mould of one.";
            case UNREADABLE -> "It could not be judged.";
        };
    }

    private void unreadable() {
        Verdict.Fault fault = verdict.fault();
        String where = fault.where().isEmpty() ? "" : " at " + Visible.text(fault.where());
        add("");
        add("%s (%s%s)", Visible.text(fault.text()), Visible.text(fault.code()), where);
    }

    private void subject() {
        Verdict.Subject subject = verdict.subject();
        double[] extent = subject.extentMm();
        add("");
        add(
                "Read as %s in %s: %,d triangles in %,d %s, %.1f x %.1f x %.1f mm.",
                subject.format(),
                subject.unit(),
                subject.triangles(),
                subject.bodies(),
                subject.bodies() == 1 ? "body" : "bodies",
                extent[0],
                extent[1],
                extent[2]);
        if (!subject.sha256().isEmpty()) {
            add("SHA-256 %s", subject.sha256());
        }
    }

    private void reasons() {
        if (verdict.reasons().isEmpty()) {
            return;
        }
        add("");
        add("Why:");
        for (Verdict.Reason reason : verdict.reasons()) {
            add("  - %s (%s)", Visible.text(reason.text()), reason.code());
        }
    }

    private void face(Face face, int number) {
        add("");
        add(
                "Face %d of %d: %s, score %.3f, seen from %s.",
                number,
                verdict.faces().size(),
                face.category() == Category.NONE
                        ? "of no category"
                        : face.category().word(),
                face.score(),
                face.concave() ? "its hollow side, as in a mould" : "outside");
        Vec nose = face.landmarks().get(Landmark.PRONASALE);
        if (nose != null) {
            add(
                    "The tip of its nose is at (%s) mm in the file's own frame; it looks along (%s).",
                    mm(nose), unit(face.front()));
        }
        if (face.wear() != null) {
            wear(face.wear());
        }
        if (!face.measurements().isEmpty()) {
            table(face);
        }
    }

    private void wear(Wear wear) {
        add(
                "A head %s behind it: %s, %.0f mm of room behind the root of the nose (15 or more lets a face in),"
                        + " open to the back over %.0f %% of its width%s.",
                wear.wearable() ? "fits" : "does not fit",
                wear.sheet() ? "a surface without thickness" : wall(wear),
                wear.roomMm(),
                100 * wear.openBack(),
                wear.openBelow() ? ", and open below or above" : "");
    }

    private static String wall(Wear wear) {
        return String.format(Locale.ROOT, "a wall of %.1f mm", wear.wallMm());
    }

    private void table(Face face) {
        add("");
        add("  %-18s %10s   %-17s %s", "measurement", "here", "living adults", "difference");
        for (Measurement measurement : Measurement.values()) {
            Face.Measured measured = face.measurements().get(measurement);
            if (measured != null) {
                add(
                        "  %-18s %7.1f mm   %6.1f +- %4.1f mm  %+.1f sd",
                        measurement.word(), measured.mm(), measured.norm(), measured.sd(), measured.z());
            }
        }
    }

    private static String mm(Vec point) {
        return String.format(Locale.ROOT, "%.1f, %.1f, %.1f", point.x(), point.y(), point.z());
    }

    private static String unit(Vec direction) {
        return String.format(Locale.ROOT, "%.2f, %.2f, %.2f", direction.x(), direction.y(), direction.z());
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}

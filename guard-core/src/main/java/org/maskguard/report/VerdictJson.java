package org.maskguard.report;

import java.util.Map;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// A verdict as the one line of JSON that `scan --json` prints, schema 1.
///
/// Field names, their order and their nesting are a contract with programs outside the project. Landmarks and
/// measurements come in the order of their enums, so the same verdict is always the same line. Numbers have a point
/// whatever the locale: lengths to 0.01 mm, scores to three decimals.
public final class VerdictJson {

    private static final int SCHEMA = 1;
    private static final int MM = 2;
    private static final int SCORE = 3;
    private static final int UNIT_VECTOR = 4;

    /// Least free share of the outline's width that makes a face open to the back (design, section 2, "Wearable").
    private static final double OPEN_BACK = 0.6;

    private VerdictJson() {}

    /// The line, without a line break at its end. It holds no control character, whatever the file is called.
    public static String line(Verdict verdict) {
        JsonText json = new JsonText();
        Verdict.Subject subject = verdict.subject();
        json.open('{').name("schema").whole(SCHEMA);
        json.name("file").text(subject.file());
        json.name("sha256").text(subject.sha256());
        json.name("format").text(subject.format());
        json.name("unit").text(subject.unit());
        json.name("verdict").text(verdict.ruling().word());
        json.name("category").text(verdict.category().word());
        boolean judged = verdict.fault() == null;
        if (judged) {
            json.name("score").number(verdict.score(), SCORE);
        }
        reasons(json, verdict);
        if (judged) {
            faces(json, verdict);
        } else {
            fault(json, verdict.fault());
        }
        extent(json, subject.extentMm());
        json.name("triangles").whole(subject.triangles());
        json.name("bodies").whole(subject.bodies());
        json.name("ms").open('{').name("read").whole(verdict.cost().read());
        json.name("judge").whole(verdict.cost().judge()).close('}');
        json.name("guard").open('{').name("version").text(verdict.guard().version());
        json.name("model").text(verdict.guard().model()).close('}');
        return json.close('}').toString();
    }

    private static void reasons(JsonText json, Verdict verdict) {
        json.name("reasons").open('[');
        for (Verdict.Reason reason : verdict.reasons()) {
            json.open('{').name("code").text(reason.code());
            json.name("text").text(reason.text()).close('}');
        }
        json.close(']');
    }

    private static void fault(JsonText json, Verdict.Fault fault) {
        json.name("error").open('{').name("code").text(fault.code());
        json.name("where").text(fault.where());
        json.name("text").text(fault.text()).close('}');
    }

    private static void faces(JsonText json, Verdict verdict) {
        json.name("faces").open('[');
        for (Face face : verdict.faces()) {
            face(json, face);
        }
        json.close(']');
    }

    private static void face(JsonText json, Face face) {
        json.open('{').name("category").text(face.category().word());
        json.name("score").number(face.score(), SCORE);
        json.name("side").text(face.concave() ? "concave" : "convex");
        landmarks(json, face.landmarks());
        measurements(json, face.measurements());
        json.name("front");
        vector(json, face.front(), UNIT_VECTOR);
        json.name("up");
        vector(json, face.up(), UNIT_VECTOR);
        json.name("wear");
        wear(json, face.wear());
        json.close('}');
    }

    private static void landmarks(JsonText json, Map<Landmark, Vec> landmarks) {
        json.name("landmarks").open('{');
        for (Landmark landmark : Landmark.values()) {
            Vec at = landmarks.get(landmark);
            if (at != null) {
                json.name(landmark.word());
                vector(json, at, MM);
            }
        }
        json.close('}');
    }

    private static void measurements(JsonText json, Map<Measurement, Measured> measurements) {
        json.name("measurements").open('{');
        for (Measurement measurement : Measurement.values()) {
            Measured measured = measurements.get(measurement);
            if (measured != null) {
                json.name(measurement.word()).open('{');
                json.name("mm").number(measured.mm(), MM);
                json.name("norm").number(measured.norm(), MM);
                json.name("sd").number(measured.sd(), MM);
                json.name("z").number(measured.z(), MM).close('}');
            }
        }
        json.close('}');
    }

    private static void wear(JsonText json, Wear wear) {
        if (wear == null) {
            json.nothing();
            return;
        }
        json.open('{').name("wall_mm").number(wear.wallMm(), MM);
        json.name("room_mm").number(wear.roomMm(), MM);
        json.name("open").flag(wear.openBack() >= OPEN_BACK || wear.openBelow());
        json.name("wall_share").number(wear.wallShare(), SCORE);
        json.name("open_back").number(wear.openBack(), SCORE);
        json.name("open_below").flag(wear.openBelow());
        json.name("sheet").flag(wear.sheet());
        json.name("wearable").flag(wear.wearable()).close('}');
    }

    private static void extent(JsonText json, double[] extentMm) {
        json.name("extent_mm").open('[');
        for (double side : extentMm) {
            json.number(side, MM);
        }
        json.close(']');
    }

    private static void vector(JsonText json, Vec v, int places) {
        json.open('[')
                .number(v.x(), places)
                .number(v.y(), places)
                .number(v.z(), places)
                .close(']');
    }
}

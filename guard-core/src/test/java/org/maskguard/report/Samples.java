package org.maskguard.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// Verdicts as a guard would give them.
final class Samples {

    static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Samples() {}

    static Verdict refusal(String file) {
        return refusal(file, SyntheticMask.STANDARD.face(Category.MASK, false));
    }

    static Verdict refusal(String file, Face face) {
        return new Verdict(
                subject(file),
                Ruling.REFUSE,
                face.category(),
                0.9982,
                List.of(
                        new Verdict.Reason("human-face", "A human face lies on the front: nose, eyes, mouth and chin."),
                        new Verdict.Reason("life-size", "Sellion to menton measures 118.2 mm; life size is 85 to 150."),
                        new Verdict.Reason(
                                "wearable", "Behind a wall of 2.4 mm there is room for a head, open behind.")),
                List.of(face),
                null,
                new Verdict.Cost(12, 180),
                guard());
    }

    static Verdict warning(String file, Category category) {
        Face face = SyntheticMask.STANDARD.face(category, false);
        Face solid = new Face(
                category,
                0.81,
                false,
                face.landmarks(),
                face.measurements(),
                face.front(),
                face.up(),
                new Wear(88, 0.1, 1.5, 0, false, false, false));
        return new Verdict(
                subject(file),
                Ruling.WARN,
                category,
                0.81,
                List.of(new Verdict.Reason("no-room", "There is no room behind the face.")),
                List.of(solid),
                null,
                new Verdict.Cost(12, 180),
                guard());
    }

    static Verdict pass(String file) {
        return new Verdict(
                subject(file),
                Ruling.PASS,
                Category.NONE,
                0,
                List.of(),
                List.of(),
                null,
                new Verdict.Cost(3, 9),
                guard());
    }

    static Verdict unreadable(String file) {
        return new Verdict(
                new Verdict.Subject(file, DIGEST, "stl-binary", "mm", new double[] {0, 0, 0}, 0, 0),
                Ruling.UNREADABLE,
                Category.NONE,
                0,
                List.of(),
                List.of(),
                new Verdict.Fault("truncated", "byte 84", "The file promises 54,210 triangles and holds 12."),
                new Verdict.Cost(1, 0),
                guard());
    }

    static Verdict.Subject subject(String file) {
        return new Verdict.Subject(file, DIGEST, "stl-binary", "mm", new double[] {152, 201.3, 88.125}, 54_210, 1);
    }

    static Verdict.GuardVersion guard() {
        return new Verdict.GuardVersion("0.1.0", "sha256:" + DIGEST);
    }

    static Map<Measurement, Measured> measurements(Map<Landmark, Vec> at, double faceWidth) {
        Map<Measurement, Measured> found = new EnumMap<>(Measurement.class);
        found.put(
                Measurement.SELLION_MENTON, new Measured(distance(at, Landmark.SELLION, Landmark.MENTON), 119.9, 8.2));
        found.put(
                Measurement.INTERCANTHAL,
                new Measured(distance(at, Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT), 33.5, 3.1));
        found.put(
                Measurement.BIOCULAR,
                new Measured(distance(at, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT), 90.1, 5.2));
        found.put(
                Measurement.NASAL_HEIGHT, new Measured(distance(at, Landmark.SELLION, Landmark.SUBNASALE), 50.4, 4.5));
        found.put(
                Measurement.NASAL_BREADTH,
                new Measured(distance(at, Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT), 37.1, 4.9));
        found.put(
                Measurement.NASAL_PROTRUSION,
                new Measured(distance(at, Landmark.SUBNASALE, Landmark.PRONASALE), 20.1, 2.9));
        found.put(
                Measurement.MOUTH_WIDTH,
                new Measured(distance(at, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT), 50.7, 4.5));
        found.put(Measurement.FACE_WIDTH, new Measured(faceWidth, 135.2, 7.7));
        return found;
    }

    private static double distance(Map<Landmark, Vec> at, Landmark from, Landmark to) {
        return at.get(from).minus(at.get(to)).length();
    }
}

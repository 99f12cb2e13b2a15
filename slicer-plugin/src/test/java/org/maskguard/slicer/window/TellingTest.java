package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.classify.Verdict.Reason;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

class TellingTest {

    /// All codes of reasons that the guard knows, as of this version.
    private static final List<String> CODES = List.of(
            "human-face",
            "life-size",
            "over-life-size",
            "wearable",
            "stylised",
            "mould",
            "partial",
            "no-room",
            "parts",
            "half-face",
            "life-size-if-read-as-inches",
            "no-deposit");

    private static Face face(Category category) {
        return new Face(
                category,
                0.93,
                false,
                Map.of(),
                Map.of(Measurement.SELLION_MENTON, new Face.Measured(118.6, 119.9, 8.2)),
                new Vec(0, 0, 1),
                new Vec(0, 1, 0),
                new Wear(2.4, 1, 25.2, 1, false, false, true));
    }

    private static Verdict verdict(Ruling ruling, Category category, List<Reason> reasons) {
        return new Verdict(
                new Verdict.Subject("a.stl", "00", "stl-binary", "mm", new double[] {1, 2, 3}, 1, 1),
                ruling,
                category,
                0.93,
                reasons,
                List.of(face(category)),
                null,
                new Verdict.Cost(1, 2),
                new Verdict.GuardVersion("1", "sha256:00"));
    }

    @Test
    void everyReasonOfTheGuardIsSaidInEveryLanguage() {
        for (Locale language : Wording.LANGUAGES) {
            Telling telling = new Telling(Wording.of(language));
            List<Reason> reasons = new ArrayList<>();
            CODES.forEach(code -> reasons.add(new Reason(code, "UNTOLD")));
            for (Category category : Category.values()) {
                assertThat(telling.reasons(verdict(Ruling.REFUSE, category, reasons)))
                        .as(language + " " + category)
                        .hasSameSizeAs(CODES)
                        .noneMatch(sentence -> sentence.contains("UNTOLD") || sentence.matches(".*\\{\\d}.*"));
            }
        }
    }

    @Test
    void numbersComeFromTheFace() {
        Telling german = new Telling(Wording.of(Locale.GERMANY));

        assertThat(german.reasons(verdict(
                        Ruling.REFUSE,
                        Category.MASK,
                        List.of(new Reason("life-size", ""), new Reason("wearable", "")))))
                .containsExactly(
                        "Von der Nasenwurzel bis unter das Kinn misst es 119 mm; bei lebenden Erwachsenen sind es"
                                + " 120 ± 8 mm.",
                        "Ein Gesicht passt dahinter: Die Wand misst 2,4 mm, die Höhlung ist 25 mm tief, und sie ist"
                                + " hinten offen.");
    }

    @Test
    void aReasonThatIsNewerThanTheWindowIsSaidAsTheGuardSaysIt() {
        assertThat(new Telling(Wording.of(Locale.FRENCH))
                        .reasons(
                                verdict(Ruling.WARN, Category.HEAD, List.of(new Reason("new-code", "Something new.")))))
                .containsExactly("Something new.");
    }

    @Test
    void everyVerdictHasASentenceAndAdviceInEveryLanguage() {
        for (Locale language : Wording.LANGUAGES) {
            Telling telling = new Telling(Wording.of(language));
            for (Ruling ruling : Ruling.values()) {
                assertThat(telling.advice(ruling)).isNotBlank();
                assertThat(telling.word(ruling)).isNotBlank();
                for (Category category : Category.values()) {
                    assertThat(telling.sentence(verdict(ruling, category, List.of())))
                            .isNotBlank()
                            .doesNotContain("{0}");
                }
            }
            for (Measurement measurement : Measurement.values()) {
                assertThat(telling.name(measurement)).isNotBlank();
            }
        }
    }

    @Test
    void saysWhereADistanceLiesBesideItsNorm() {
        Telling telling = new Telling(Wording.of(Locale.US));

        assertThat(telling.deviation(1.14)).isEqualTo("1.1 SD above");
        assertThat(telling.deviation(-2.6)).isEqualTo("2.6 SD below");
        assertThat(telling.deviation(0.04)).isEqualTo("at the mean");
        assertThat(telling.deviation(Double.NaN)).isEqualTo("no norm");
    }
}

package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictJsonTest {

    private static final Face FACE = new Face(
            Category.MASK,
            0.998,
            false,
            Map.of(Landmark.PRONASALE, new Vec(1.006, -2, 3.14159), Landmark.GLABELLA, new Vec(0, 0, -0.0)),
            Map.of(
                    Measurement.INTERCANTHAL, new Measured(31.25, 33, 2.5),
                    Measurement.SELLION_MENTON, new Measured(118.2, 118.6, 8.1)),
            new Vec(0, -1, 0),
            new Vec(0, 0.70710678, 0.70710678),
            new Wear(2.4, 0.97, 61, 0.925, false, false, true));

    private static final Verdict REFUSAL = new Verdict(
            Samples.subject("face.stl"),
            Ruling.REFUSE,
            Category.MASK,
            0.9982,
            List.of(new Verdict.Reason("human-face", "A face."), new Verdict.Reason("life-size", "Its size.")),
            List.of(FACE),
            null,
            new Verdict.Cost(12, 180),
            Samples.guard());

    @Test
    void aRefusalIsThisLine() {
        assertThat(VerdictJson.line(REFUSAL))
                .isEqualTo("{\"schema\":1,\"file\":\"face.stl\",\"sha256\":\"" + Samples.DIGEST + "\","
                        + "\"format\":\"stl-binary\",\"unit\":\"mm\",\"verdict\":\"refuse\",\"category\":\"mask\","
                        + "\"score\":0.998,\"reasons\":[{\"code\":\"human-face\",\"text\":\"A face.\"},"
                        + "{\"code\":\"life-size\",\"text\":\"Its size.\"}],"
                        + "\"faces\":[{\"category\":\"mask\",\"score\":0.998,\"side\":\"convex\","
                        + "\"landmarks\":{\"glabella\":[0,0,0],\"pronasale\":[1.01,-2,3.14]},"
                        + "\"measurements\":{\"sellion-menton\":{\"mm\":118.2,\"norm\":118.6,\"sd\":8.1,\"z\":-0.05},"
                        + "\"intercanthal\":{\"mm\":31.25,\"norm\":33,\"sd\":2.5,\"z\":-0.7}},"
                        + "\"front\":[0,-1,0],\"up\":[0,0.7071,0.7071],"
                        + "\"wear\":{\"wall_mm\":2.4,\"room_mm\":61,\"open\":true,\"wall_share\":0.97,"
                        + "\"open_back\":0.925,\"open_below\":false,\"sheet\":false,\"wearable\":true}}],"
                        + "\"extent_mm\":[152,201.3,88.13],\"triangles\":54210,\"bodies\":1,"
                        + "\"ms\":{\"read\":12,\"judge\":180},"
                        + "\"guard\":{\"version\":\"0.1.0\",\"model\":\"sha256:" + Samples.DIGEST + "\"}}");
    }

    @Test
    void aPassHasNoFacesAndTheCategoryNone() {
        JsonNode line = parsed(Samples.pass("bracket.stl"));

        assertThat(line.get("verdict").asString()).isEqualTo("pass");
        assertThat(line.get("category").asString()).isEqualTo("none");
        assertThat(line.get("score").asDouble()).isZero();
        assertThat(line.get("faces").isArray()).isTrue();
        assertThat(line.get("faces").isEmpty()).isTrue();
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void anUnreadableFileHasAnErrorAndNeitherScoreNorFaces() {
        JsonNode line = parsed(Samples.unreadable("broken.stl"));

        assertThat(line.get("verdict").asString()).isEqualTo("unreadable");
        assertThat(line.has("score")).isFalse();
        assertThat(line.has("faces")).isFalse();
        assertThat(line.get("error").propertyNames()).containsExactly("code", "where", "text");
        assertThat(line.get("error").get("where").asString()).isEqualTo("byte 84");
    }

    @Test
    void wearThatWasNotMeasuredIsNull() {
        Face unmeasured =
                new Face(Category.HEAD, 0.7, true, Map.of(), Map.of(), new Vec(0, 0, 1), new Vec(0, 1, 0), null);
        JsonNode face =
                parsed(Samples.refusal("head.stl", unmeasured)).get("faces").get(0);

        assertThat(face.get("wear").isNull()).isTrue();
        assertThat(face.get("side").asString()).isEqualTo("concave");
        assertThat(face.get("landmarks").isEmpty()).isTrue();
    }

    @Test
    void aFaceIsOpenToTheBackFromSixtyPercentOrWhereAHeadPassesBelow() {
        assertThat(open(0.6, false)).isTrue();
        assertThat(open(0.59, false)).isFalse();
        assertThat(open(0, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\".stl",
                "back\\slash\\.stl",
                "line\nbreak\r\tand\u0000nul\u001b[31m.stl",
                "<script>alert(1)</script>.stl",
                "sep\u2028par\u2029del\u007fc1\u009b.stl",
                "маска-面具-😀.stl",
                ""
            })
    void hostileNamesComeBackAsTheyWentInOnOneLine(String name) {
        String line = VerdictJson.line(Samples.pass(name));

        assertThat(line).doesNotMatch("(?s).*[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029].*");
        assertThat(parsed(Samples.pass(name)).get("file").asString()).isEqualTo(name);
    }

    @Test
    void halfACharacterIsWrittenAsAnEscapeSoThatTheLineIsValidUnicode() {
        assertThat(VerdictJson.line(Samples.pass("a\ud83d.stl"))).contains("\"a\\ud83d.stl\"");
        assertThat(VerdictJson.line(Samples.pass("\ude00b.stl"))).contains("\"\\ude00b.stl\"");
    }

    @Test
    void numbersAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        String here = VerdictJson.line(REFUSAL);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(VerdictJson.line(REFUSAL)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoNumberIsNull() {
        Face odd = new Face(
                Category.MASK,
                Double.NaN,
                false,
                Map.of(),
                Map.of(Measurement.BIOCULAR, new Measured(90, 90, 0)),
                new Vec(Double.POSITIVE_INFINITY, 0, 0),
                new Vec(0, 1, 0),
                null);
        JsonNode face = parsed(Samples.refusal("odd.stl", odd)).get("faces").get(0);

        assertThat(face.get("score").isNull()).isTrue();
        assertThat(face.get("front").get(0).isNull()).isTrue();
        assertThat(face.get("measurements").get("biocular").get("z").isNull()).isTrue();
    }

    private static boolean open(double openBack, boolean openBelow) {
        Face face = new Face(
                Category.MASK,
                0.9,
                false,
                Map.of(),
                Map.of(),
                new Vec(0, 0, 1),
                new Vec(0, 1, 0),
                new Wear(2, 1, 40, openBack, openBelow, false, true));
        return parsed(Samples.refusal("x.stl", face))
                .get("faces")
                .get(0)
                .get("wear")
                .get("open")
                .asBoolean();
    }

    private static JsonNode parsed(Verdict verdict) {
        return JsonMapper.shared().readTree(VerdictJson.line(verdict));
    }
}

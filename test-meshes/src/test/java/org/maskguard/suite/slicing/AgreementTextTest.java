package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.suite.slicing.Outcome.Said;

class AgreementTextTest {

    @Test
    void countsMasksNotRefusedOverJobsAndPersons() {
        String text = text(
                outcome("mask", "Anna", Ruling.REFUSE, Ruling.REFUSE, 1),
                outcome("mask", "Anna", Ruling.REFUSE, Ruling.WARN, 1),
                outcome("mask", "Ben", Ruling.REFUSE, Ruling.REFUSE, 1));
        assertThat(text).containsPattern("job not refused +jobs 1 of 3 .*units 1 of 2 ");
        assertThat(text).containsPattern("Masks: differ +jobs 1 of 3 ");
        assertThat(text).contains("Masks whose job was not refused");
    }

    @Test
    void benignThingsOfAFacesSizeHaveTheirOwnRow() {
        String text = text(
                outcome("found", "a", Ruling.PASS, Ruling.PASS, 1),
                outcome("rescaled", "a", Ruling.PASS, Ruling.REFUSE, 1));
        assertThat(text).containsPattern("own size\\R.*mesh refused(.|\\R)*?job refused +jobs 0 of 1 ");
        assertThat(text).containsPattern("size of a face(.|\\R)*?job refused +jobs 1 of 1 ");
    }

    @Test
    void whatTheSlicerDroppedIsListedAndLeftOut() {
        String text = text(
                outcome("mask", "Anna", Ruling.REFUSE, Ruling.PASS, 0.79),
                outcome("mask", "Ben", Ruling.REFUSE, Ruling.REFUSE, 0.81));
        assertThat(text).contains("2 jobs, 1 left out").containsPattern("job not refused +jobs 0 of 1 ");
        assertThat(text).containsPattern("Left out: more than a fifth dropped:\\R  job-0 ");
    }

    @Test
    void whatCannotBeReadIsNeitherRefusedNorLetThrough() {
        String text = text(outcome("mask", "Anna", Ruling.REFUSE, Ruling.UNREADABLE, 1));
        assertThat(text).contains("1 of the rest not judged", "not judged: unsupported 1");
        assertThat(text)
                .containsPattern("mesh not refused +jobs 0 of 1 ")
                .containsPattern("job not refused +jobs 0 of 0");
    }

    private static String text(Outcome... outcomes) {
        List<Outcome> all = new ArrayList<>();
        for (Outcome each : outcomes) {
            Map<String, String> named = new LinkedHashMap<>(each.columns());
            named.put("name", "job-" + all.size());
            all.add(new Outcome(named, each.unit(), each.mesh(), each.job(), each.placed(), each.shifted()));
        }
        return new AgreementText(all, List.of()).tables();
    }

    private static Outcome outcome(String kind, String unit, Ruling mesh, Ruling job, double kept) {
        Map<String, String> columns = Map.of("kind", kind, "kept_volume", Double.toString(kept), "kept_height", "1");
        return new Outcome(columns, unit, said(mesh), said(job), Double.NaN, Double.NaN);
    }

    private static Said said(Ruling ruling) {
        return new Said(ruling, Category.NONE, 0, ruling == Ruling.UNREADABLE ? "unsupported" : "", 0);
    }
}

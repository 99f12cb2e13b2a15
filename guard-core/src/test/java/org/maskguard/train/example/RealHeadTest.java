package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

class RealHeadTest {

    private static final List<String> KEPT_BACK = List.of(
            "three_gutenberg",
            "glslviewer_head",
            "rvcg_humface",
            "gpr_face",
            "gpr_head",
            "african_head",
            "hrtf_grading_head");

    @TempDir
    private Path faces;

    @Test
    void headsThatAreKeptBackAreListedOnlyWhenTheyAreAskedFor() throws IOException {
        manifest();
        assertThat(RealHead.list(faces, false)).extracting(RealHead::id).containsExactly("max_planck");
        assertThat(RealHead.list(faces, true))
                .extracting(RealHead::id)
                .contains("max_planck")
                .containsAll(KEPT_BACK);
        assertThat(RealHead.list(faces, true))
                .filteredOn(RealHead::heldOut)
                .extracting(RealHead::id)
                .containsExactlyElementsOf(KEPT_BACK);
    }

    @Test
    void marksThatWereKeptBackAreThoseOfFacesOfLifeSize() throws IOException {
        manifest();
        for (RealHead head : RealHead.list(faces, true)) {
            Vec sellion = at(head, Landmark.SELLION);
            Vec menton = at(head, Landmark.MENTON);
            Vec right = at(head, Landmark.EXOCANTHION_RIGHT);
            Vec left = at(head, Landmark.EXOCANTHION_LEFT);
            Vec nose = at(head, Landmark.PRONASALE);
            Vec forward = left.minus(right).unit().cross(sellion.minus(menton).unit());
            assertThat(sellion.minus(menton).length()).as(head.id()).isBetween(95.0, 135.0);
            assertThat(left.minus(right).length()).as(head.id()).isBetween(75.0, 105.0);
            assertThat(nose.minus(sellion).length()).as(head.id()).isBetween(30.0, 65.0);
            assertThat(nose.minus(sellion).dot(forward)).as(head.id()).isBetween(5.0, 40.0);
        }
    }

    private static Vec at(RealHead head, Landmark landmark) {
        return head.marks().get(landmark).times(head.scale());
    }

    private void manifest() throws IOException {
        StringBuilder rows =
                new StringBuilder("file,label,person,realistic,train\nmax_planck.ply,head,Planck,yes,yes\n");
        KEPT_BACK.forEach(id -> rows.append(id).append(".ply,head,").append(id).append(",yes,no\n"));
        Files.writeString(faces.resolve("manifest.csv"), rows);
    }
}

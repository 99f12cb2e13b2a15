package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

class ExampleSetTest {
    private static ExampleSet set;

    @BeforeAll
    static void open() throws IOException {
        set = ExampleSet.open(SharedData.folder(), 1);
    }

    @Test
    void parametricFacesAreRead() {
        assertThat(set.ict().vertices()).isEqualTo(14_388);
        assertThat(set.ict().triangles()).hasSize(3 * 28_552);
        assertThat(set.ict().modes()).hasSize(125);
        assertThat(set.ict().landmarks()).hasSize(Landmark.values().length);
        assertThat(set.makeHuman().vertices()).isEqualTo(4_472);
        assertThat(set.makeHuman().modes()).hasSize(276);
    }

    @Test
    void landmarksOfTheMeanLieAsTheirReadmeSays() {
        float[] mean = set.ict().mean();
        Vec sellion = at(mean, set.ict().landmarks().get(Landmark.SELLION));
        Vec menton = at(mean, set.ict().landmarks().get(Landmark.MENTON));
        assertThat(sellion.minus(menton).length()).isCloseTo(121.9, within(0.1));
        assertThat(at(mean, set.ict().landmarks().get(Landmark.ENDOCANTHION_LEFT))
                        .x())
                .isPositive();
    }

    @Test
    void peopleDifferAndAreTheSameEachTime() {
        Person one = set.ict().person(4);
        assertThat(set.ict().person(4).xyz()).isEqualTo(one.xyz());
        assertThat(set.ict().person(5).xyz()).isNotEqualTo(one.xyz());
    }

    @Test
    void makeHumanPeopleAreFromSixYearsOn() {
        for (int seed = 0; seed < 200; seed++) {
            Person person = set.makeHuman().person(seed);
            assertThat(person.age()).isBetween(6.0, 85.0);
            assertThat(person.sex()).isIn("female", "male");
        }
    }

    @Test
    void facesAreLifeSize() throws IOException {
        List<Subject> people = new ArrayList<>(set.ictPeople(40));
        people.addAll(set.makeHumanPeople(40));
        people.addAll(set.realPeople(false));
        for (Subject person : people) {
            assertThat(person.head().get().length()).as(person.id()).isBetween(85.0, 150.0);
        }
    }

    @Test
    void realHeadsAreEnoughAndNoneIsHeldOutUnasked() throws IOException {
        List<Subject> heads = set.realPeople(false);
        assertThat(heads).hasSizeGreaterThanOrEqualTo(18).noneMatch(Subject::heldOut);
        assertThat(set.faceFiles(false)).noneMatch(Example::heldOut).hasSize(38);
        assertThat(set.faceFiles(true)).hasSize(52);
    }

    @Test
    void benignFilesAreListedWithTheirSizes() throws IOException {
        List<Example> some = set.benign(false);
        assertThat(some).noneMatch(Example::heldOut).noneMatch(e -> e.accepts().contains(Ruling.REFUSE));
        long files = some.stream().filter(e -> e.disturbance().equals("found")).count();
        long all = set.benign(true).stream()
                .filter(e -> e.disturbance().equals("found"))
                .count();
        assertThat(all).isEqualTo(970);
        assertThat(files).isBetween(780L, 820L);
        assertThat(some.size()).isGreaterThan((int) (3 * files));
        Set<String> ids = new HashSet<>();
        some.forEach(e -> assertThat(ids.add(e.id())).as(e.id()).isTrue());
        some.forEach(e -> assertThat(Labels.all()).containsKey(e.label()));
    }

    @Test
    void rescaledFilesHaveTheSecondExtentAskedFor() throws IOException {
        List<Example> some = set.benign(false).stream()
                .filter(e -> e.disturbance().equals("extent-150") && e.id().contains("face_shield"))
                .limit(3)
                .toList();
        assertThat(some).isNotEmpty();
        for (Example example : some) {
            // Turned at random, so only its diagonal can be told: at least the two larger extents.
            double[] b = Meshes.bounds(example.mesh());
            double diagonal = Math.hypot(Math.hypot(b[3] - b[0], b[4] - b[1]), b[5] - b[2]);
            assertThat(diagonal).isGreaterThan(150);
        }
    }

    @Test
    void masksComeWithTheirLandmarks() throws IOException {
        List<Subject> people = List.of(
                set.ictPeople(1).get(0),
                set.makeHumanPeople(1).get(0),
                set.realPeople(false).get(6));
        for (Example example : set.masks(new CutAndOffset(), people, 1, Disturbance.ROTATION)) {
            Example.Made made = example.make();
            assertThat(made.mesh().triangles()).isBetween(4_000, 60_000);
            Vec tip = made.marks().get(Landmark.PRONASALE);
            double nearest = Double.MAX_VALUE;
            for (int v = 0; v < made.mesh().vertices(); v++) {
                nearest = Math.min(
                        nearest, Meshes.vertex(made.mesh(), v).minus(tip).length());
            }
            assertThat(nearest).as(example.id()).isLessThan(4);
            assertThat(example.accepts()).containsExactly(Ruling.REFUSE);
            assertThat(example.make().mesh().xyz()).isEqualTo(made.mesh().xyz());
        }
    }

    private static Vec at(float[] xyz, int vertex) {
        return new Vec(xyz[3 * vertex], xyz[3 * vertex + 1], xyz[3 * vertex + 2]);
    }
}

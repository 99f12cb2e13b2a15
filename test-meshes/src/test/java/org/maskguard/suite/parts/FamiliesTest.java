package org.maskguard.suite.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Meshes;

class FamiliesTest {

    private static final int EACH = 4;

    static List<Family> all() {
        return Families.all();
    }

    @Test
    void areManyAndHaveNamesOfTheirOwn() {
        assertThat(all()).map(Family::name).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsFiniteThingsWithThreeExtents(Family family) {
        for (int i = 0; i < EACH; i++) {
            Mesh mesh = family.drawing().draw(Dice.of(11, family.name() + i));
            assertThat(mesh.triangles()).isBetween(12, 100_000);
            for (float v : mesh.xyz()) {
                assertThat(Float.isFinite(v)).isTrue();
            }
            assertThat(Meshes.extents(mesh)[0]).isPositive();
            assertThat(Meshes.extents(mesh)[2]).isLessThan(500);
            assertThat(Arrays.stream(mesh.corners())).allMatch(c -> c >= 0 && c < mesh.vertices());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsTheSameForTheSameDiceAndAnotherForOthers(Family family) {
        Mesh one = family.drawing().draw(Dice.of(11, "a"));
        assertThat(family.drawing().draw(Dice.of(11, "a")).xyz()).isEqualTo(one.xyz());
        assertThat(family.drawing().draw(Dice.of(11, "b")).xyz()).isNotEqualTo(one.xyz());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasALabelThatMustPass(Family family) {
        assertThat(Labels.all()).containsKey(family.label());
        assertThat(Labels.accepts(family.label())).containsExactly(Ruling.PASS);
    }
}

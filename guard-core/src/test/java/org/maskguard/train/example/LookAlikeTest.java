package org.maskguard.train.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.classify.Labels;
import org.maskguard.io.Mesh;

class LookAlikeTest {
    private static final Head HEAD = MadeUpHead.make();

    @ParameterizedTest
    @EnumSource(LookAlike.class)
    void everyKindHasAKnownLabelAndIsTheSameEachTime(LookAlike kind) {
        assertThat(Labels.all()).containsKey(kind.label());
        Mesh once = kind.make(HEAD, 6);
        Mesh again = kind.make(HEAD, 6);
        assertThat(once.triangles()).isBetween(1000, 150_000);
        assertThat(again.xyz()).isEqualTo(once.xyz());
        assertThat(again.corners()).isEqualTo(once.corners());
    }

    @ParameterizedTest
    @EnumSource(
            value = LookAlike.class,
            names = {"SOLID_HEAD", "HOLLOW_BUST", "PULL_OVER", "RELIEF", "SOLID_BLOCK", "MOULD", "MOULD_HALF", "BLANK"})
    void solidsAreClosed(LookAlike kind) {
        Mesh made = kind.make(HEAD, 6);
        assertThat(Shapes.closed(made)).isTrue();
        assertThat(Shapes.volume(made)).isPositive();
    }

    @Test
    void aHollowBustHasAVoidAndAPullOverMaskAnOpenNeck() {
        double solid = Shapes.volume(LookAlike.SOLID_HEAD.make(HEAD, 1));
        Mesh bust = LookAlike.HOLLOW_BUST.make(HEAD, 1);
        assertThat(Shapes.bodies(bust)).isEqualTo(2);
        assertThat(Shapes.volume(bust)).isLessThan(0.3 * solid);
        Mesh open = LookAlike.PULL_OVER.make(HEAD, 1);
        assertThat(Shapes.bodies(open)).isEqualTo(1);
        assertThat(Shapes.volume(open)).isLessThan(0.3 * solid);
    }

    @Test
    void aMouldIsABlockWithAPitInItsBack() {
        Mesh mould = LookAlike.MOULD.make(HEAD, 2);
        double[] b = Meshes.bounds(mould);
        double block = (b[3] - b[0]) * (b[4] - b[1]) * (b[5] - b[2]);
        assertThat(Shapes.volume(mould)).isBetween(0.3 * block, 0.95 * block);
        assertThat(b[5] - b[2]).isGreaterThan(29);
    }

    @Test
    void aReliefIsFlatBehindAndShallow() {
        double[] b = Meshes.bounds(LookAlike.RELIEF.make(HEAD, 2));
        assertThat(b[5] - b[2]).isBetween(16.0, 39.0);
    }

    @Test
    void shellsAreClosed() {
        for (int seed = 0; seed < 12; seed++) {
            Mesh shell = Shells.draw(new Dice(seed));
            assertThat(Shapes.closed(shell)).isTrue();
            assertThat(Shapes.volume(shell)).isPositive();
        }
    }
}

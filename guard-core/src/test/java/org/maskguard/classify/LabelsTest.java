package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void masksAndMouldsMustBeRefused() {
        assertThat(Labels.mustRefuse("mask_human")).isTrue();
        assertThat(Labels.mustRefuse("mould")).isTrue();
        assertThat(Labels.mustRefuse("pull_over_mask")).isTrue();
    }

    @Test
    void whateverIsNotListedPasses() {
        assertThat(Labels.accepts("teapot")).containsExactly(Ruling.PASS);
    }

    @Test
    void stylisedMasksAreNeverWrong() {
        assertThat(Labels.accepts("mask_stylised")).containsExactly(Ruling.PASS, Ruling.WARN, Ruling.REFUSE);
    }

    @Test
    void nothingIsAcceptedAsUnreadable() {
        assertThat(Labels.all().values()).noneMatch(accepted -> accepted.contains(Ruling.UNREADABLE));
    }
}

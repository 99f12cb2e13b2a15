package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.train.Counted.Event;

class CountedTest {

    @Test
    void aUnitCountsWhenAnyOfItsFilesDoes() {
        Counted counted = Counted.of(List.of(
                new Event("anna", false),
                new Event("anna", true),
                new Event("bert", false),
                new Event("anna", true),
                new Event("carl", false)));
        assertThat(counted.files()).isEqualTo(new Rate(2, 5));
        assertThat(counted.units()).isEqualTo(new Rate(1, 3));
    }

    @Test
    void theBoundToQuoteIsTheLargerOne() {
        Counted few = Counted.of(List.of(new Event("anna", false), new Event("anna", false)));
        assertThat(few.bound()).isEqualTo(new Rate(0, 1).high());
        Counted spread = new Counted(new Rate(5, 10), new Rate(1, 8));
        assertThat(spread.bound()).isEqualTo(new Rate(5, 10).high());
    }

    @Test
    void nothingCountedIsNothingKnown() {
        assertThat(Counted.of(List.of()).bound()).isEqualTo(1);
    }
}

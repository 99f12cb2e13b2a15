package org.maskguard.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LayersTest {

    private final Layers layers = new Layers();

    @Test
    void aBeadReachesDownToTheLayerBelowInWhateverOrderTheyCome() {
        assertThat(layers.spacing(0.3)).as("from the bed").isCloseTo(0.3, within(0.03));
        assertThat(layers.spacing(0.9)).isCloseTo(0.6, within(0.03));
        assertThat(layers.spacing(0.6)).isCloseTo(0.3, within(0.03));
        assertThat(layers.spacing(0.9)).isCloseTo(0.3, within(0.03));
        assertThat(layers.spacing(0.3)).as("the next object").isCloseTo(0.3, within(0.03));
    }

    @Test
    void nothingIsKnownOnTheBedItself() {
        assertThat(layers.spacing(0)).isNaN();
        assertThat(layers.spacing(-1e6)).isNaN();
        assertThat(layers.spacing(1e6)).isPositive();
    }
}

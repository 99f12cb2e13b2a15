package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;

class OverviewTest {

    private static final Pattern RING = Pattern.compile("<circle cx=\"([^\"]*)\" cy=\"([^\"]*)\" r=\"([^\"]*)\"");

    @Test
    void theRingIsInsideThePicture() {
        SyntheticMask mask = new SyntheticMask(2.4, 3);
        String svg = Overview.svg(mask.mesh(), List.of(mask.face(Category.MASK, false)));
        MatchResult ring = RING.matcher(svg).results().findFirst().orElseThrow();
        double x = Double.parseDouble(ring.group(1));
        double y = Double.parseDouble(ring.group(2));
        double radius = Double.parseDouble(ring.group(3));
        assertThat(x - radius).isPositive();
        assertThat(x + radius).isLessThan(560);
        // The words stand above it.
        assertThat(y - radius).isGreaterThan(20);
        assertThat(y + radius).isLessThan(440);
    }

    @Test
    void numbersStayWithTheirUnits() {
        assertThat(Words.unbroken("it is 2.4 mm, 99 %, and 120 ± 8 mm"))
                .isEqualTo("it is 2.4\u00a0mm, 99\u00a0%, and 120\u00a0±\u00a08\u00a0mm");
    }
}

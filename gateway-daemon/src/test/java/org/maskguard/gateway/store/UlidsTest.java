package org.maskguard.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UlidsTest {

    @Test
    void eachIsGreaterThanTheOneBeforeWhateverTheClockDoes() {
        Random chance = new Random(1);
        Ulids ulids = new Ulids(new Random(2));
        String last = "";
        long now = 1_700_000_000_000L;
        for (int i = 0; i < 100_000; i++) {
            now += chance.nextInt(5) - 2;
            String next = ulids.next(now);
            assertThat(next).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}").isGreaterThan(last);
            last = next;
        }
    }

    /// The example of the specification of ULIDs: 01ARYZ6S41 is 1469918176385.
    @Test
    void theTimeIsWrittenAsTheSpecificationHasIt() {
        String ulid = new Ulids(new Random(3)).next(1_469_918_176_385L);
        assertThat(ulid).startsWith("01ARYZ6S41");
        assertThat(Ulids.millis(ulid)).isEqualTo(1_469_918_176_385L);
    }

    @Test
    void whatComesAfterAnOldOneIsGreaterThoughTheClockWasSetBack() {
        String old = new Ulids(new Random(4)).next(2_000_000_000_000L);
        Ulids ulids = new Ulids(new Random(5));
        ulids.after(old);
        assertThat(ulids.next(1_000)).isGreaterThan(old);
    }

    @Test
    void whenAllChanceIsUsedUpTheNextMillisecondBegins() {
        Ulids ulids = new Ulids(new Random(6));
        ulids.after("01ARYZ6S41ZZZZZZZZZZZZZZZZ");
        assertThat(ulids.next(0)).isEqualTo("01ARYZ6S420000000000000000");
    }

    @Test
    void otherTextsAreNone() {
        assertThat(Ulids.isOne("01ARYZ6S41ZZZZZZZZZZZZZZZZ")).isTrue();
        assertThat(Ulids.isOne("81ARYZ6S41ZZZZZZZZZZZZZZZZ")).isFalse();
        assertThat(Ulids.isOne("01ARYZ6S41ZZZZZZZZZZZZZZZU")).isFalse();
        assertThat(Ulids.isOne("01aryz6s41zzzzzzzzzzzzzzzz")).isFalse();
        assertThat(Ulids.isOne("")).isFalse();
    }
}

package org.maskguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {

    @Test
    void whatIsUnderWayStaysWithinTheBudget() throws InterruptedException {
        Random random = new Random(1);
        List<Integer> weights =
                IntStream.range(0, 300).map(i -> 1 + random.nextInt(40)).boxed().toList();
        AtomicLong now = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<Integer> results = new ArrayList<>();
        new OrderedWork<Integer>(8, 100, Integer::longValue)
                .run(
                        weights,
                        weight -> {
                            most.accumulateAndGet(now.addAndGet(weight), Math::max);
                            Thread.yield();
                            now.addAndGet(-weight);
                            return weight;
                        },
                        results::add);
        assertThat(results).isEqualTo(weights);
        assertThat(most.get()).isBetween(1L, 100L);
    }

    @Test
    void whatIsHeavierThanTheBudgetIsDoneAlone() throws InterruptedException {
        AtomicLong now = new AtomicLong();
        AtomicLong most = new AtomicLong();
        new OrderedWork<Integer>(4, 10, Integer::longValue)
                .run(
                        List.of(3, 500, 3, 500),
                        weight -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.yield();
                            now.decrementAndGet();
                            return weight;
                        },
                        result -> {});
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void whatTheReceiverThrowsEndsEverything() {
        OrderedWork<Integer> work = new OrderedWork<>(2, 100, Integer::longValue);
        assertThatThrownBy(() -> work.run(List.of(1, 2, 3), one -> one, one -> {
                    throw new IllegalArgumentException("enough");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

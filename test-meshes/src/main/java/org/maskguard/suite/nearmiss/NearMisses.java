package org.maskguard.suite.nearmiss;

import java.util.List;
import java.util.stream.Stream;

/// All kinds of near misses. A name never changes its meaning.
public final class NearMisses {

    private NearMisses() {}

    public static List<NearMiss> all() {
        return Stream.of(Heads.all(), Creatures.all(), Worn.all())
                .flatMap(List::stream)
                .toList();
    }
}

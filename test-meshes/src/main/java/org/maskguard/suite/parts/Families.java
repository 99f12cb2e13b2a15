package org.maskguard.suite.parts;

import java.util.List;
import java.util.stream.Stream;

/// All families of ordinary parts. A name never changes its meaning; what is to be drawn otherwise gets another name.
public final class Families {

    private Families() {}

    public static List<Family> all() {
        return Stream.of(
                        Fixings.all(),
                        Machines.all(),
                        Vessels.all(),
                        Household.all(),
                        Toys.all(),
                        Patterns.all(),
                        Ornaments.all())
                .flatMap(List::stream)
                .toList();
    }
}

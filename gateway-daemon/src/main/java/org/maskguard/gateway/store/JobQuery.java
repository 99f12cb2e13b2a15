package org.maskguard.gateway.store;

import java.util.List;
import java.util.Optional;

/// Which jobs are asked for, oldest first.
///
/// @param printer of this one only
/// @param states in one of these only; empty: in any
/// @param after this identifier only
/// @param limit at most so many, 1 to [#MOST]
public record JobQuery(Optional<String> printer, List<String> states, Optional<String> after, int limit) {

    public static final int MOST = 1000;

    public JobQuery {
        states = List.copyOf(states);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " jobs may be asked for");
        }
    }

    /// The first `limit` of all.
    public static JobQuery all(int limit) {
        return new JobQuery(Optional.empty(), List.of(), Optional.empty(), limit);
    }
}

package org.maskguard.gateway.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// A configuration that is not one; all that is wrong with it, in the order of the file.
public final class InvalidConfiguration extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// At least one.
    public List<Problem> problems() {
        return problems;
    }
}

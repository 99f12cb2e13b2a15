package org.maskguard.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.maskguard.suite.run.Result;

/// Results by a column.
final class Groups {

    static final List<String> VERDICTS = List.of("pass", "warn", "refuse", "unreadable", "failed");

    private Groups() {}

    /// In the order of the names; results for which the column is empty are left out.
    static Map<String, List<Result>> by(List<Result> results, Function<Result, String> column) {
        Map<String, List<Result>> groups = new TreeMap<>();
        for (Result r : results) {
            String name = column.apply(r);
            if (!name.isEmpty()) {
                groups.computeIfAbsent(name, k -> new ArrayList<>()).add(r);
            }
        }
        return groups;
    }

    static long count(List<Result> results, String verdict) {
        return results.stream()
                .filter(r -> r.answer().verdict().equals(verdict))
                .count();
    }

    /// What a thing is, for a row of the confusion table.
    static String kindAndMaking(Result r) {
        return r.entry().kind() + ": "
                + (r.entry().kind().equals("ordinary")
                        ? r.entry().label()
                        : r.entry().making())
                + (r.entry().axis().equals("clean")
                        ? ""
                        : ", " + r.entry().axis() + " " + r.entry().level());
    }
}

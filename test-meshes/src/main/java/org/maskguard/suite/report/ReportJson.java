package org.maskguard.suite.report;

import java.util.List;
import java.util.Map;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.run.Result;
import org.maskguard.suite.run.RunLog;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report for programs.
record ReportJson(List<Case> cases, List<RunLog> logs) {

    String text() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("schema", 1).put("suite", logs.getFirst().header().suite()).put("cases", cases.size());
        ArrayNode guards = root.putArray("guards");
        logs.forEach(log -> guard(guards.addObject(), log));
        return root.toPrettyString();
    }

    private void guard(ObjectNode node, RunLog log) {
        List<Result> results = log.results(cases);
        node.put("guard", log.header().guard())
                .put("version", log.header().version())
                .put("judged", results.size());
        ArrayNode rules = node.putArray("rules");
        for (Rule rule : Rule.all(results)) {
            ObjectNode one = rules.addObject();
            one.put("name", rule.name()).put("rule", rule.says()).put("passed", rule.passed());
            share(one.putObject("files"), rule.files());
            share(one.putObject("units"), rule.units());
        }
        ObjectNode confusion = node.putObject("confusion");
        Groups.by(results, Groups::kindAndMaking).forEach((name, group) -> {
            ObjectNode row = confusion.putObject(name);
            Groups.VERDICTS.forEach(verdict -> row.put(verdict, Groups.count(group, verdict)));
        });
        ObjectNode people = node.putObject("misses_by");
        for (String column : List.of("sex", "age", "ancestry")) {
            ObjectNode table = people.putObject(column);
            Map<String, List<Result>> groups = Groups.by(
                    results.stream().filter(r -> r.entry().mustRefuse()).toList(),
                    r -> r.entry().about(column));
            groups.forEach((name, group) -> share(table.putObject(name), Share.ofFiles(group, Result::missed)));
        }
        double area = Curve.of(results).area();
        if (!Double.isNaN(area)) {
            node.put("auc", area);
        }
        ArrayNode wrong = node.putArray("wrong");
        results.stream()
                .filter(Result::wrong)
                .forEach(r -> wrong.addObject()
                        .put("id", r.entry().id())
                        .put("accepts", r.entry().accepts())
                        .put("verdict", r.answer().verdict())
                        .put("category", r.answer().category()));
    }

    private static void share(ObjectNode node, Share share) {
        node.put("events", share.events()).put("trials", share.trials());
        node.put("low", share.low()).put("high", share.high());
    }
}

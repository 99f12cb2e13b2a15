package org.maskguard.suite.report;

import java.util.List;
import org.maskguard.suite.run.RunLog;

/// The pass rules as test cases, for continuous integration.
record JUnitXml(List<Rule> rules, RunLog.Header header) {

    String text() {
        long failed = rules.stream().filter(rule -> !rule.passed()).count();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"");
        out.append(escaped("Maskguard suite, " + header.suite() + ": " + header.guard()));
        out.append("\" tests=\"")
                .append(rules.size())
                .append("\" failures=\"")
                .append(failed)
                .append("\">\n");
        for (Rule rule : rules) {
            out.append("  <testcase classname=\"suite\" name=\"").append(escaped(rule.name()));
            if (rule.passed()) {
                out.append("\"/>\n");
            } else {
                out.append("\">\n    <failure message=\"");
                out.append(escaped(rule.says() + ": " + rule.files())).append("\"/>\n  </testcase>\n");
            }
        }
        return out.append("</testsuite>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

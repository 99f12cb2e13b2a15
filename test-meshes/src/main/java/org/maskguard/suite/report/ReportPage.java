package org.maskguard.suite.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.run.Result;
import org.maskguard.suite.run.RunLog;

/// The report for people: one page that needs nothing beside it.
record ReportPage(List<Case> cases, List<RunLog> logs) {

    private static final int MOST_PICTURES = 36;

    String text() {
        List<Result> results = logs.getFirst().results(cases);
        StringBuilder out = new StringBuilder(PAGE_HEAD);
        tag(out, "h1", "Reference suite: " + logs.getFirst().header().guard());
        out.append("<p>")
                .append(escaped(logs.getFirst().header().suite()))
                .append(": ")
                .append(cases.size());
        out.append(" cases, all made from code; ").append(results.size()).append(" judged. Version ");
        out.append(escaped(logs.getFirst().header().version())).append(".</p>\n");
        out.append(
                "<p class=\"note\">These figures bound the rates on this suite, not on what the world prints. Rates are"
                        + " never pooled over kinds. Both intervals are exact 95 % intervals of Clopper and Pearson: over files,"
                        + " and over independent units (a person, a family), where a unit counts when any of its files does. The"
                        + " larger upper bound is the one to quote. Without a single event among n, it is about 3.7/n.</p>\n");
        guards(out);
        rules(out, Rule.all(results));
        wrong(
                out,
                "Masks that were not refused",
                results.stream()
                        .filter(Result::missed)
                        .sorted(Comparator.comparingDouble(ReportPage::score))
                        .toList());
        wrong(
                out,
                "Refused by mistake",
                results.stream()
                        .filter(Result::falselyRefused)
                        .sorted(Comparator.comparingDouble(r -> -score(r)))
                        .toList());
        wrong(
                out,
                "Warned of by mistake",
                results.stream().filter(Result::falselyWarned).toList());
        wrong(
                out,
                "At the line: another verdict than those accepted",
                results.stream()
                        .filter(r -> r.entry().kind().equals("line") && r.wrong())
                        .toList());
        people(out, results);
        plots(out, results);
        confusion(out, results);
        cost(out);
        examples(out);
        return out.append("</main>\n").toString();
    }

    private void guards(StringBuilder out) {
        tag(out, "h2", "Guards side by side");
        out.append(
                "<table><tr><th>guard<th>rules passed<th>ordinary refused<th>near misses refused<th>clean masks missed"
                        + "<th>changed masks missed<th>area under the curve\n");
        for (RunLog log : logs) {
            List<Result> r = log.results(cases);
            List<Rule> rules = Rule.all(r);
            cells(
                    out,
                    log.header().guard(),
                    rules.stream().filter(Rule::passed).count() + " of " + rules.size(),
                    Share.ofFiles(kind(r, "ordinary"), Result::falselyRefused).toString(),
                    Share.ofFiles(kind(r, "near-miss"), Result::falselyRefused).toString(),
                    Share.ofFiles(masks(r, true), Result::missed).toString(),
                    Share.ofFiles(masks(r, false), Result::missed).toString(),
                    String.format(Locale.ROOT, "%.4f", Curve.of(r).area()));
        }
        out.append("</table>\n");
    }

    private static void rules(StringBuilder out, List<Rule> rules) {
        tag(out, "h2", "Levels and their rules");
        out.append("<table><tr><th><th>level<th>rule<th>over files<th>over units<th>bound to quote\n");
        for (Rule rule : rules) {
            out.append("<tr class=\"").append(rule.passed() ? "good" : "bad").append("\">");
            for (String cell : List.of(
                    rule.passed() ? "pass" : "fail",
                    rule.name(),
                    rule.says(),
                    rule.files().toString(),
                    rule.units().toString(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * rule.bound()))) {
                out.append("<td>").append(escaped(cell));
            }
            out.append('\n');
        }
        out.append("</table>\n");
    }

    private void wrong(StringBuilder out, String title, List<Result> wrong) {
        tag(out, "h2", title + ": " + wrong.size());
        if (wrong.size() > MOST_PICTURES) {
            tag(out, "p", "The worst " + MOST_PICTURES + " are shown; results.csv has all of them.");
        }
        Map<String, Case> byId = byId();
        out.append("<div class=\"gallery\">\n");
        for (Result r : wrong.subList(0, Math.min(MOST_PICTURES, wrong.size()))) {
            out.append("<figure>")
                    .append(Thumbnail.of(byId.get(r.entry().id())))
                    .append("<figcaption>");
            out.append(escaped(r.entry().making() + ", " + r.entry().axis() + " "
                            + r.entry().level()))
                    .append("<br>");
            out.append(escaped("accepted: " + r.entry().accepts() + "; said: "
                    + r.answer().verdict() + " " + r.answer().category()
                    + String.format(Locale.ROOT, " %.3f", r.answer().score())));
            out.append("<br><code>").append(escaped(r.entry().id())).append("</code></figcaption></figure>\n");
        }
        out.append("</div>\n");
    }

    private static void people(StringBuilder out, List<Result> results) {
        tag(out, "h2", "Misses by sex, age and ancestry");
        tag(
                out,
                "p",
                "Of the suite's own people. Ancestry is that of an artist's types, not of measured populations: it shows"
                        + " whether the guard treats the model's faces alike.");
        out.append("<table><tr><th>column<th>value<th>missed, over files<th>over persons\n");
        List<Result> masks =
                results.stream().filter(r -> r.entry().mustRefuse()).toList();
        for (String column : List.of("sex", "age", "ancestry")) {
            Groups.by(masks, r -> r.entry().about(column))
                    .forEach((name, group) -> cells(
                            out,
                            column,
                            name,
                            Share.ofFiles(group, Result::missed).toString(),
                            Share.ofUnits(group, Result::missed).toString()));
        }
        out.append("</table>\n");
    }

    private void plots(StringBuilder out, List<Result> results) {
        tag(out, "h2", "Scores");
        out.append("<div class=\"gallery\"><figure>").append(Plots.roc(logs, cases));
        out.append("<figcaption>Hit rate over false-refusal rate, by threshold</figcaption></figure><figure>");
        out.append(Plots.calibration(results));
        out.append("<figcaption>Share of masks over score: calibrated scores lie on the line. The mix of this suite is"
                + " not the world's</figcaption></figure></div>\n");
    }

    private static void confusion(StringBuilder out, List<Result> results) {
        tag(out, "h2", "Verdicts by category and axis");
        out.append("<table><tr><th>what it is<th>accepted");
        Groups.VERDICTS.forEach(v -> out.append("<th>").append(v));
        out.append('\n');
        Groups.by(results, Groups::kindAndMaking).forEach((name, group) -> {
            List<String> row =
                    new ArrayList<>(List.of(name, group.getFirst().entry().accepts()));
            Groups.VERDICTS.forEach(v -> row.add(Long.toString(Groups.count(group, v))));
            cells(out, row.toArray(String[]::new));
        });
        out.append("</table>\n");
    }

    private void cost(StringBuilder out) {
        tag(out, "h2", "Time and memory");
        out.append("<table><tr><th>guard<th>median ms<th>95 % below<th>longest<th>most memory, MB\n");
        for (RunLog log : logs) {
            List<Result> results = log.results(cases);
            long[] ms =
                    results.stream().mapToLong(r -> r.answer().ms()).sorted().toArray();
            long peak =
                    results.stream().mapToLong(r -> r.answer().peakMb()).max().orElse(0);
            if (ms.length > 0) {
                cells(
                        out,
                        log.header().guard(),
                        Long.toString(ms[ms.length / 2]),
                        Long.toString(ms[ms.length * 95 / 100]),
                        Long.toString(ms[ms.length - 1]),
                        peak == 0 ? "in this process" : Long.toString(peak));
            }
        }
        out.append("</table>\n");
    }

    private void examples(StringBuilder out) {
        tag(out, "h2", "What the suite holds");
        Map<String, Case> first = new LinkedHashMap<>();
        for (Case one : cases) {
            String name =
                    one.entry().kind().equals("ordinary") || one.entry().axis().equals("clean")
                            ? one.entry().making()
                            : one.entry().axis() + ": " + one.entry().level();
            first.putIfAbsent(name, one);
        }
        out.append("<div class=\"gallery small\">\n");
        first.forEach((name, one) -> {
            out.append("<figure>")
                    .append(Thumbnail.of(one))
                    .append("<figcaption>")
                    .append(escaped(name));
            out.append("<br>").append(escaped(one.entry().accepts())).append("</figcaption></figure>\n");
        });
        out.append("</div>\n");
    }

    private Map<String, Case> byId() {
        Map<String, Case> byId = new LinkedHashMap<>();
        cases.forEach(one -> byId.put(one.entry().id(), one));
        return byId;
    }

    private static double score(Result r) {
        return Double.isNaN(r.answer().score()) ? 0 : r.answer().score();
    }

    private static List<Result> kind(List<Result> results, String kind) {
        return results.stream().filter(r -> r.entry().kind().equals(kind)).toList();
    }

    private static List<Result> masks(List<Result> results, boolean clean) {
        return results.stream()
                .filter(r -> r.entry().mustRefuse())
                .filter(r -> r.entry().axis().equals("clean") == clean)
                .toList();
    }

    private static void cells(StringBuilder out, String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<td>").append(escaped(cell));
        }
        out.append('\n');
    }

    private static void tag(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String PAGE_HEAD = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Reference suite</title>
            <style>
            :root { color-scheme: light dark; --line: #8884; --good: #2a7d3f; --bad: #b3261e; }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 0; }
            main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .86rem; }
            th, td { text-align: left; padding: .22rem .8rem .22rem 0; border-bottom: 1px solid var(--line); }
            tr.good td:first-child { color: var(--good); } tr.bad td:first-child { color: var(--bad); font-weight: 700; }
            .note { max-width: 60rem; opacity: .8; }
            .gallery { display: flex; flex-wrap: wrap; gap: .7rem; }
            figure { margin: 0; width: 190px; font-size: .74rem; } .small figure { width: 150px; }
            figure svg { width: 320px; } figure:has(svg) { width: 330px; }
            figcaption { overflow-wrap: anywhere; } code { opacity: .7; }
            </style>
            <main>
            """;
}

package org.maskguard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// The page that leads to the others: how many of each verdict, and a table of files.
final class IndexBody {

    private IndexBody() {}

    static void write(Html html, List<Verdict> verdicts, Function<Verdict.Subject, String> pageName) {
        html.markup("<header class=\"plain\"><h1>Maskguard: ");
        html.text(verdicts.size() == 1 ? "one file" : verdicts.size() + " files")
                .markup("</h1><ul class=\"counts\">");
        for (Ruling ruling : List.of(Ruling.REFUSE, Ruling.UNREADABLE, Ruling.WARN, Ruling.PASS)) {
            long count = verdicts.stream().filter(v -> v.ruling() == ruling).count();
            html.markup("<li class=\"" + ruling.word() + "\">").markup(Icon.of(ruling));
            html.text(count + " " + ruling.word()).markup("</li>");
        }
        html.markup("</ul></header>\n<table class=\"files\"><thead><tr><th scope=\"col\">Verdict</th>")
                .markup("<th scope=\"col\">File</th><th scope=\"col\">Category</th>")
                .markup("<th scope=\"col\">Score</th></tr></thead><tbody>\n");
        List<Verdict> sorted = new ArrayList<>(verdicts);
        sorted.sort(Comparator.comparingInt(IndexBody::rank));
        for (Verdict verdict : sorted) {
            row(html, verdict, pageName.apply(verdict.subject()));
        }
        html.markup("</tbody></table>\n");
        html.markup("<footer><p>Nobody is identified, and nothing left this machine.</p></footer>\n");
    }

    private static void row(Html html, Verdict verdict, String page) {
        Ruling ruling = verdict.ruling();
        html.markup("<tr><td class=\"verdict " + ruling.word() + "\">").markup(Icon.of(ruling));
        html.text(Words.of(ruling))
                .markup("</td><th scope=\"row\"><a href=\"")
                .text(page)
                .markup("\"><bdi>");
        html.text(verdict.subject().file()).markup("</bdi></a></th><td>");
        html.text(
                verdict.fault() == null
                        ? verdict.category().word()
                        : verdict.fault().code());
        html.markup("</td><td class=\"number\">");
        html.text(verdict.faces().isEmpty() ? "–" : Words.number(verdict.score(), 3))
                .markup("</td></tr>\n");
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.ruling()) {
            case REFUSE -> 0;
            case UNREADABLE -> 1;
            case WARN -> 2;
            case PASS -> 3;
        };
    }
}

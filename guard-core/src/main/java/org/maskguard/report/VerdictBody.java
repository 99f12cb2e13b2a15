package org.maskguard.report;

import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// What a page says of a verdict as a whole: at its top the verdict, why, and what to do; at its end the file's facts
/// and what became of the data.
final class VerdictBody {

    private final Html html;
    private final Verdict verdict;

    VerdictBody(Html html, Verdict verdict) {
        this.html = html;
        this.verdict = verdict;
    }

    void opening() {
        banner();
        if (verdict.fault() != null) {
            fault(verdict.fault());
        }
        reasons();
        whatToDo();
    }

    /// @param untold how many further faces were found
    void closing(int untold) {
        if (untold > 0) {
            html.element("p", untold == 1 ? "One further face was found." : untold + " further faces were found.");
        }
        facts();
        html.markup("<footer><h2>Privacy</h2><p>Nobody is identified: the guard judges shape alone, and computes, "
                + "stores and compares no identity. Nothing left this machine; this page holds all of its pictures "
                + "and asks nothing of the network.</p></footer>\n");
    }

    private void banner() {
        Ruling ruling = verdict.ruling();
        html.markup("<header class=\"banner " + ruling.word() + "\">").markup(Icon.of(ruling));
        html.markup("<div><p class=\"word\">").text(Words.of(ruling)).markup("</p>");
        html.element("h1", Words.sentence(verdict));
        html.markup("<p class=\"file\"><bdi>").text(verdict.subject().file()).markup("</bdi></p>");
        html.markup("</div></header>\n");
    }

    private void fault(Verdict.Fault fault) {
        html.markup("<section>").element("h2", "Why it cannot be judged");
        html.element("p", fault.text());
        html.markup("<dl class=\"facts\">").fact("Code", fault.code());
        if (fault.where() != null && !fault.where().isEmpty()) {
            html.fact("Place", fault.where());
        }
        html.markup("</dl></section>\n");
    }

    private void reasons() {
        if (verdict.reasons().isEmpty()) {
            return;
        }
        html.markup("<section>").element("h2", "Why").markup("<ul class=\"reasons\">");
        for (Verdict.Reason reason : verdict.reasons()) {
            html.markup("<li>")
                    .text(Words.unbroken(reason.text()))
                    .markup(" <code>")
                    .text(reason.code())
                    .markup("</code></li>");
        }
        html.markup("</ul></section>\n");
    }

    private void whatToDo() {
        switch (verdict.ruling()) {
            case REFUSE -> afterRefusal();
            case WARN -> afterWarning();
            case UNREADABLE -> afterFault();
            case PASS -> html.element("p", "Nothing needs to be done.");
        }
    }

    private void afterRefusal() {
        html.markup("<section>").element("h2", "What to do");
        appeal("If this is not what the verdict says, appeal: ");
        html.element(
                "p",
                "If it is, and there is a good reason to print it (theatre, medicine, a museum), ask the operator for "
                        + "leave to print this one file, named by its SHA-256.");
        html.markup("</section>\n");
    }

    /// An appeal needs nothing but this page: it names the file and holds the evidence.
    private void appeal(String when) {
        html.element(
                "p",
                when + "send this page to the operator of the printer. It names the file by its SHA-256 and shows what "
                        + "was found; the model itself stays where it is. Whoever has the file sees the same with:");
        html.command("maskguard explain " + Words.shellWord(verdict.subject().file()));
    }

    private void afterWarning() {
        html.markup("<section>").element("h2", "What to do");
        String print = verdict.category() == Category.PARTS
                ? "It can be printed where the operator’s policy lets warnings pass; the warning is recorded, and the "
                        + "parts are judged together with what else is printed."
                : "It can be printed where the operator’s policy lets warnings pass; the warning is recorded.";
        html.element("p", print);
        appeal("Where warnings are held, or if the warning is wrong, appeal: ");
        html.markup("</section>\n");
    }

    private void afterFault() {
        html.markup("<section>").element("h2", "What to do");
        html.element(
                "p",
                "Save or export the model once more, and check that it opens in your slicer. A gateway prints no file "
                        + "that it cannot judge.");
        html.markup("</section>\n");
    }

    private void facts() {
        Verdict.Subject subject = verdict.subject();
        html.markup("<section>").element("h2", "The file").markup("<dl class=\"facts\">");
        html.fact("Name", subject.file());
        html.fact("Format", subject.format() == null || subject.format().isEmpty() ? "unknown" : subject.format());
        if (verdict.fault() == null) {
            html.fact("Size, x × y × z", extent(subject.extentMm()));
            html.fact("Unit in the file", subject.unit());
            html.fact("Triangles", Words.grouped(subject.triangles()));
            html.fact("Bodies", Words.grouped(subject.bodies()));
        }
        html.fact("SHA-256", subject.sha256() == null || subject.sha256().isEmpty() ? "–" : subject.sha256());
        html.fact(
                "Time", verdict.cost().read() + " ms to read, " + verdict.cost().judge() + " ms to judge");
        html.fact("Guard", "Maskguard " + verdict.guard().version());
        html.fact("Model", verdict.guard().model());
        html.markup("</dl></section>\n");
    }

    private static String extent(double[] mm) {
        StringBuilder out = new StringBuilder();
        for (double side : mm) {
            out.append(out.isEmpty() ? "" : " × ").append(Words.number(side, 1));
        }
        return out.append(" mm").toString();
    }
}

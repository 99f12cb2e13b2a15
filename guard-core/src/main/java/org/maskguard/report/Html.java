package org.maskguard.report;

/// A page while it is written. Markup comes from this package's own literals alone; whatever else goes in is escaped.
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /// Markup as it stands: a literal, or a drawing of this package. Never anything that a file holds.
    Html markup(String literal) {
        out.append(literal);
        return this;
    }

    Html text(String text) {
        out.append(Markup.escape(text));
        return this;
    }

    /// An element that holds only text.
    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /// A row of a list of facts.
    Html fact(String name, String text) {
        return markup("<div>").element("dt", name).element("dd", text).markup("</div>");
    }

    /// A figure with its words below.
    Html figure(String drawing, String caption) {
        return figure("drawing", drawing, caption);
    }

    /// A figure that a narrow window shows a part of at a time, so that its letters can still be read.
    Html wideFigure(String drawing, String caption) {
        return figure("drawing wide", drawing, caption);
    }

    private Html figure(String kind, String drawing, String caption) {
        return markup("<figure><div class=\"" + kind + "\" tabindex=\"0\">")
                .markup(drawing)
                .markup("</div>")
                .element("figcaption", caption)
                .markup("</figure>\n");
    }

    /// The words of the program's own line, to be copied.
    Html command(String line) {
        return markup("<pre><code>").text(line).markup("</code></pre>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

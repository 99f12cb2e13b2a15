package org.maskguard.report;

/// A drawing as SVG, for a page or by itself. Lines and letters take the colour of the text around; behind them is a
/// soft edge in the page's colour (`--paper`), so that they show on clay and on paper, by day and by night.
final class Svg {

    static final double LETTERS = 15;

    private static final String EDGE = " style=\"stroke:var(--paper,#fff)\" ";

    private final StringBuilder out = new StringBuilder(4096);

    /// @param title what the picture shows, for those who do not see it
    Svg(double width, double height, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
        number(width).append(' ');
        number(height).append("\" width=\"");
        number(width).append("\" height=\"");
        number(height).append("\" fill=\"none\" font-size=\"15\" ");
        out.append("font-family=\"system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">");
        out.append("<title>").append(Markup.escape(title)).append("</title>");
    }

    Svg picture(Picture picture, double x, double y) {
        out.append("<image ");
        place(x, y).append(" width=\"");
        number(picture.width()).append("\" height=\"");
        number(picture.height()).append("\" href=\"").append(picture.dataUri()).append("\"/>");
        return this;
    }

    /// A thin line with a soft edge.
    Svg line(double x1, double y1, double x2, double y2) {
        return line(x1, y1, x2, y2, 1.2, "");
    }

    /// A hair line that leads from one thing to another.
    Svg lead(double x1, double y1, double x2, double y2) {
        return line(x1, y1, x2, y2, 0.8, " opacity=\"0.75\"");
    }

    /// A line between two arrow heads.
    Svg arrows(double x1, double y1, double x2, double y2) {
        line(x1, y1, x2, y2);
        double length = Math.max(1e-9, Math.hypot(x2 - x1, y2 - y1));
        double head = Math.min(9, 0.4 * length);
        double dx = (x2 - x1) / length * head;
        double dy = (y2 - y1) / length * head;
        arrowHead(x1, y1, dx, dy);
        arrowHead(x2, y2, -dx, -dy);
        return this;
    }

    Svg dot(double x, double y) {
        out.append("<circle cx=\"");
        number(x).append("\" cy=\"");
        number(y).append("\" r=\"4.5\" fill=\"#c2255c\" stroke=\"#fff\" stroke-width=\"1.6\"/>");
        return this;
    }

    Svg ring(double x, double y, double radius) {
        for (String stroke : new String[] {"#fff\" stroke-width=\"5", "#c2255c\" stroke-width=\"2.5"}) {
            out.append("<circle cx=\"");
            number(x).append("\" cy=\"");
            number(y).append("\" r=\"");
            number(radius).append("\" stroke=\"").append(stroke).append("\"/>");
        }
        return this;
    }

    /// Letters on one line.
    ///
    /// @param anchor `start`, `middle` or `end`: what of the text stands at x
    Svg text(double x, double y, String anchor, String text) {
        out.append("<text ");
        place(x, y).append(" text-anchor=\"").append(anchor).append('"').append(EDGE);
        out.append("stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\" fill=\"currentColor\">");
        out.append(Markup.escape(text)).append("</text>");
        return this;
    }

    /// A filled shape.
    ///
    /// @param path in SVG's own notation
    Svg fill(CharSequence path, String colour, double opacity) {
        out.append("<path d=\"")
                .append(path)
                .append("\" fill=\"")
                .append(colour)
                .append("\" fill-opacity=\"");
        number(opacity).append("\"/>");
        return this;
    }

    /// A drawn shape in the colour of the text.
    Svg stroke(CharSequence path, double width) {
        out.append("<path d=\"").append(path).append("\" stroke=\"currentColor\" stroke-linecap=\"round\" ");
        out.append("stroke-width=\"");
        number(width).append("\"/>");
        return this;
    }

    Svg box(double x, double y, double width, double height, String colour) {
        out.append("<rect ");
        place(x, y).append(" width=\"");
        number(width).append("\" height=\"");
        number(height).append("\" fill=\"").append(colour).append("\"/>");
        return this;
    }

    /// The whole drawing.
    String close() {
        return out.append("</svg>").toString();
    }

    private Svg line(double x1, double y1, double x2, double y2, double width, String more) {
        segment(x1, y1, x2, y2).append(EDGE).append("stroke-opacity=\"0.6\" stroke-width=\"");
        number(width + 2.4).append("\"/>");
        segment(x1, y1, x2, y2).append(" stroke=\"currentColor\"").append(more).append(" stroke-width=\"");
        number(width).append("\"/>");
        return this;
    }

    private StringBuilder segment(double x1, double y1, double x2, double y2) {
        out.append("<path d=\"M");
        number(x1).append(' ');
        number(y1).append('L');
        number(x2).append(' ');
        return number(y2).append('"');
    }

    private void arrowHead(double x, double y, double dx, double dy) {
        out.append("<path fill=\"currentColor\" d=\"M");
        number(x).append(' ');
        number(y).append('L');
        number(x + dx + 0.33 * dy).append(' ');
        number(y + dy - 0.33 * dx).append('L');
        number(x + dx - 0.33 * dy).append(' ');
        number(y + dy + 0.33 * dx).append("Z\"/>");
    }

    private StringBuilder place(double x, double y) {
        out.append("x=\"");
        number(x).append("\" y=\"");
        return number(y).append('"');
    }

    private StringBuilder number(double value) {
        return Decimals.append(out, Double.isFinite(value) ? value : 0, 1);
    }
}

package org.maskguard.suite.report;

import java.util.List;
import java.util.Locale;
import org.maskguard.suite.bench.Case;
import org.maskguard.suite.run.Result;
import org.maskguard.suite.run.RunLog;

/// Drawings of scores.
final class Plots {

    private static final int SIDE = 300;
    private static final String[] COLOURS = {"#1b6ac9", "#c96b1b", "#7a7a7a", "#2a7d3f", "#8e3bb0"};

    private Plots() {}

    /// Hit rate over false-refusal rate, a line a guard.
    static String roc(List<RunLog> logs, List<Case> cases) {
        StringBuilder out = frame("false refusals", "masks refused");
        for (int i = 0; i < logs.size(); i++) {
            Curve curve = Curve.of(logs.get(i).results(cases));
            if (!Double.isNaN(curve.area())) {
                StringBuilder points = new StringBuilder();
                for (double[] p : curve.points()) {
                    points.append(x(p[0])).append(',').append(y(p[1])).append(' ');
                }
                String colour = COLOURS[i % COLOURS.length];
                out.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                        .append(colour);
                out.append("\" points=\"").append(points).append("\"/>");
                out.append("<text font-size=\"11\" x=\"110\" y=\"")
                        .append(200 + 16 * i)
                        .append("\" fill=\"")
                        .append(colour);
                out.append("\">")
                        .append(logs.get(i)
                                .header()
                                .guard()
                                .replace("<", "&lt;")
                                .replace("&", "&amp;"));
                out.append("</text>");
            }
        }
        return out.append("</svg>").toString();
    }

    /// Share of masks among files of about the same score.
    static String calibration(List<Result> results) {
        StringBuilder out = frame("score", "share of masks");
        out.append("<line stroke=\"#8888\" x1=\"")
                .append(x(0))
                .append("\" y1=\"")
                .append(y(0))
                .append("\" x2=\"");
        out.append(x(1)).append("\" y2=\"").append(y(1)).append("\"/>");
        for (int bin = 0; bin < 10; bin++) {
            double low = bin / 10.0;
            List<Result> here = results.stream()
                    .filter(r -> r.answer().score() >= low
                            && (r.answer().score() < low + 0.1
                                    || low == 0.9 && r.answer().score() <= 1))
                    .toList();
            if (!here.isEmpty()) {
                Share share = Share.ofFiles(here, r -> !r.entry().mustNotRefuse());
                String x = x(low + 0.05);
                out.append("<line stroke=\"#1b6ac9\" x1=\"")
                        .append(x)
                        .append("\" x2=\"")
                        .append(x);
                out.append("\" y1=\"")
                        .append(y(share.low()))
                        .append("\" y2=\"")
                        .append(y(share.high()))
                        .append("\"/>");
                out.append("<circle r=\"4\" fill=\"#1b6ac9\" cx=\"").append(x).append("\" cy=\"");
                out.append(y(share.value())).append("\"/>");
            }
        }
        return out.append("</svg>").toString();
    }

    private static StringBuilder frame(String across, String up) {
        return new StringBuilder(
                        "<svg viewBox=\"0 0 320 330\" role=\"img\"><rect fill=\"none\" stroke=\"#8888\" x=\"15\" y=\"5\""
                                + " width=\"300\" height=\"300\"/><text font-size=\"11\" fill=\"currentColor\" x=\"130\" y=\"322\">")
                .append(across)
                .append(
                        "</text><text font-size=\"11\" fill=\"currentColor\" transform=\"translate(11 190) rotate(-90)\">")
                .append(up)
                .append("</text>");
    }

    private static String x(double v) {
        return String.format(Locale.ROOT, "%.1f", 15 + SIDE * v);
    }

    private static String y(double v) {
        return String.format(Locale.ROOT, "%.1f", 5 + SIDE * (1 - v));
    }
}

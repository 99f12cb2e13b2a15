package org.maskguard.report;

import org.maskguard.classify.Face.Measured;

/// Where a measurement lies within four deviations of its norm, as a small drawing.
final class NormBar {

    private static final double PER_SD = 25;
    private static final double MIDDLE = 110;
    private static final double MOST = 4;

    private NormBar() {}

    /// Thick band: two deviations, 95 % of adults; thin band: four. Beyond them an arrow stands at the end.
    static String of(Measured measured) {
        double z = measured.z();
        StringBuilder out =
                new StringBuilder("<svg class=\"norm\" viewBox=\"0 0 220 26\" width=\"220\" height=\"26\" ");
        out.append("role=\"img\"><title>")
                .append(Markup.escape(Words.deviation(z)))
                .append("</title><rect class=\"wide\" x=\"10\" y=\"11\" width=\"200\" height=\"4\" rx=\"2\"/>")
                .append("<rect class=\"usual\" x=\"60\" y=\"8\" width=\"100\" height=\"10\" rx=\"3\"/>")
                .append("<path class=\"mean\" d=\"M110 4v18\"/>");
        if (Double.isFinite(z)) {
            marker(out, z);
        }
        return out.append("</svg>").toString();
    }

    private static void marker(StringBuilder out, double z) {
        double x = MIDDLE + PER_SD * Math.clamp(z, -MOST, MOST);
        out.append("<path class=\"here\" d=\"M");
        Decimals.append(out, x, 1);
        if (Math.abs(z) <= MOST) {
            out.append(" 5l7 8-7 8-7-8z\"/>");
        } else {
            out.append(z > 0 ? " 4l9 9-9 9z\"/>" : " 4l-9 9 9 9z\"/>");
        }
    }
}

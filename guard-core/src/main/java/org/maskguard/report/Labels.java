package org.maskguard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Labels in a column beside a picture, each with a line that leads to its place, none over another.
final class Labels {

    private static final double LEAST_DISTANCE = 1.3 * Svg.LETTERS;

    private final List<Label> labels = new ArrayList<>();
    private final double x;
    private final boolean onRight;

    /// @param x where the letters begin, or end for a column on the left
    Labels(double x, boolean onRight) {
        this.x = x;
        this.onRight = onRight;
    }

    void add(String text, double toX, double toY) {
        labels.add(new Label(text, toX, toY));
    }

    /// Draws the column between two heights: each label as near its place's height as the others let it.
    void draw(Svg svg, double top, double bottom) {
        labels.sort(Comparator.comparingDouble(Label::toY));
        double[] y = spread(top, bottom);
        for (int i = 0; i < y.length; i++) {
            Label label = labels.get(i);
            double edge = onRight ? x - 5 : x + 5;
            svg.lead(edge, y[i] - 5, label.toX, label.toY);
        }
        for (int i = 0; i < y.length; i++) {
            svg.text(x, y[i], onRight ? "start" : "end", labels.get(i).text);
        }
    }

    private double[] spread(double top, double bottom) {
        double[] y = new double[labels.size()];
        double least = top;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(least, labels.get(i).toY + 5);
            least = y[i] + LEAST_DISTANCE;
        }
        double most = bottom;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(most, y[i]);
            most = y[i] - LEAST_DISTANCE;
        }
        return y;
    }

    private record Label(String text, double toX, double toY) {}
}

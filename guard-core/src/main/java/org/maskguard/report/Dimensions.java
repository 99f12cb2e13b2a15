package org.maskguard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maskguard.classify.Face.Measured;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;

/// Draws measurements as dimension lines over a picture. What was not measured is passed over. One drawing's.
final class Dimensions {

    private static final double OVERSHOOT = 5;

    private final Svg svg;
    private final Camera camera;
    private final double shift;
    private final Map<Measurement, Measured> measurements;
    private final List<Runnable> words = new ArrayList<>();

    /// @param shift of the picture in the drawing, pixels to the right
    Dimensions(Svg svg, Camera camera, double shift, Map<Measurement, Measured> measurements) {
        this.svg = svg;
        this.camera = camera;
        this.shift = shift;
        this.measurements = measurements;
    }

    /// A level line at a height of the drawing, with its words above.
    void across(Measurement measurement, Vec a, Vec b, double y) {
        if (!known(measurement, a, b)) {
            return;
        }
        double left = Math.min(x(a), x(b));
        double right = Math.max(x(a), x(b));
        extension(x(a), camera.y(a), x(a), y);
        extension(x(b), camera.y(b), x(b), y);
        svg.arrows(left, y, right, y);
        write((left + right) / 2, y - 6, "middle", Words.of(measurement) + " " + millimetres(measurement));
    }

    /// An upright line at a place of the drawing, with its words on the left.
    void upright(Measurement measurement, Vec a, Vec b, double x) {
        if (!known(measurement, a, b)) {
            return;
        }
        double top = Math.min(camera.y(a), camera.y(b));
        double bottom = Math.max(camera.y(a), camera.y(b));
        extension(x(a), camera.y(a), x, camera.y(a));
        extension(x(b), camera.y(b), x, camera.y(b));
        svg.arrows(x, top, x, bottom);
        double middle = (top + bottom) / 2;
        write(x - 8, middle - 4, "end", Words.of(measurement));
        write(x - 8, middle + 14, "end", millimetres(measurement));
    }

    /// A line beside the two points, moved away to below, with its words below.
    void along(Measurement measurement, Vec a, Vec b, double away) {
        if (!known(measurement, a, b)) {
            return;
        }
        double dx = x(b) - x(a);
        double dy = camera.y(b) - camera.y(a);
        double length = Math.max(1, Math.hypot(dx, dy));
        double sign = dx >= 0 ? 1 : -1;
        double ox = -dy / length * sign * away;
        double oy = dx / length * sign * away;
        extension(x(a), camera.y(a), x(a) + ox, camera.y(a) + oy);
        extension(x(b), camera.y(b), x(b) + ox, camera.y(b) + oy);
        svg.arrows(x(a) + ox, camera.y(a) + oy, x(b) + ox, camera.y(b) + oy);
        double beyond = Math.max(x(a), x(b)) + Math.max(0, ox) + 10;
        double level = Math.max(camera.y(a), camera.y(b)) + oy;
        write(beyond, level, "start", Words.of(measurement));
        write(beyond, level + 18, "start", millimetres(measurement));
    }

    /// Draws the words, over all lines: to be called once, at the end.
    void words() {
        words.forEach(Runnable::run);
    }

    private boolean known(Measurement measurement, Vec a, Vec b) {
        return a != null && b != null && measurements.get(measurement) != null;
    }

    private void write(double x, double y, String anchor, String text) {
        words.add(() -> svg.text(x, y, anchor, text));
    }

    private String millimetres(Measurement measurement) {
        return Words.number(measurements.get(measurement).mm(), 1) + " mm";
    }

    private void extension(double x1, double y1, double x2, double y2) {
        double length = Math.max(1e-9, Math.hypot(x2 - x1, y2 - y1));
        double beyond = (length + OVERSHOOT) / length;
        svg.lead(x1, y1, x1 + (x2 - x1) * beyond, y1 + (y2 - y1) * beyond);
    }

    private double x(Vec p) {
        return shift + camera.x(p);
    }
}

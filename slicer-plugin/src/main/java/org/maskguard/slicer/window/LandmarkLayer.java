package org.maskguard.slicer.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.maskguard.landmark.Landmark;
import org.maskguard.report.Camera;
import org.maskguard.surface.Vec;

/// The landmarks over a picture: a dot each, its name at the picture's side, and a line between them.
final class LandmarkLayer {

    private static final double EDGE = 8;

    /// From one line of text to the next, in heights of the font.
    private static final double LEAD = 1.35;

    /// Round the names, which may lie over the model.
    private static final Color GLOW = Color.gray(1, 0.7);

    private record Mark(String name, double x, double y) {}

    private final Map<Landmark, Vec> landmarks;
    private final Canvas canvas = new Canvas();

    LandmarkLayer(Map<Landmark, Vec> landmarks) {
        this.landmarks = landmarks;
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
    }

    Canvas node() {
        return canvas;
    }

    /// @param text colour of the names
    void draw(Camera camera, Font font, Color text) {
        canvas.setWidth(camera.width());
        canvas.setHeight(camera.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, camera.width(), camera.height());
        List<Mark> left = new ArrayList<>();
        List<Mark> right = new ArrayList<>();
        int middle = 0;
        for (Landmark landmark : Landmark.values()) {
            Vec at = landmarks.get(landmark);
            if (at != null) {
                boolean paired =
                        landmark.word().endsWith("-left") || landmark.word().endsWith("-right");
                double x = camera.x(at);
                boolean onRight = paired ? x > camera.width() / 2.0 : middle++ % 2 == 1;
                (onRight ? right : left).add(new Mark(Telling.name(landmark), x, camera.y(at)));
            }
        }
        pen.setFont(font);
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineWidth(1);
        names(pen, left, EDGE, TextAlignment.LEFT, text);
        names(pen, right, camera.width() - EDGE, TextAlignment.RIGHT, text);
        left.forEach(mark -> dot(pen, mark));
        right.forEach(mark -> dot(pen, mark));
    }

    private void names(GraphicsContext pen, List<Mark> marks, double x, TextAlignment align, Color text) {
        marks.sort(Comparator.comparingDouble(Mark::y));
        double lead = LEAD * pen.getFont().getSize();
        double[] at = marks.stream().mapToDouble(Mark::y).toArray();
        spread(at, lead, canvas.getHeight() - lead);
        pen.setTextAlign(align);
        for (int i = 0; i < at.length; i++) {
            Mark mark = marks.get(i);
            double width = width(mark.name(), pen.getFont()) + EDGE / 2;
            double inner = align == TextAlignment.LEFT ? x + width : x - width;
            pen.setStroke(text.deriveColor(0, 1, 1, 0.55));
            pen.strokeLine(inner, at[i], mark.x(), mark.y());
            pen.setLineWidth(3);
            pen.setStroke(GLOW);
            pen.strokeText(mark.name(), x, at[i]);
            pen.setLineWidth(1);
            pen.setFill(text);
            pen.fillText(mark.name(), x, at[i]);
        }
    }

    /// Moves heights apart, in their order, so that no two are closer than a line and all are within the picture.
    static void spread(double[] at, double lead, double lowest) {
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], i == 0 ? lead : at[i - 1] + lead);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], i == at.length - 1 ? lowest : at[i + 1] - lead);
        }
    }

    private static double width(String text, Font font) {
        Text laid = new Text(text);
        laid.setFont(font);
        return laid.getLayoutBounds().getWidth();
    }

    private static void dot(GraphicsContext pen, Mark mark) {
        pen.setFill(Color.WHITE);
        pen.fillOval(mark.x() - 4, mark.y() - 4, 8, 8);
        pen.setFill(Color.rgb(0, 92, 175));
        pen.fillOval(mark.x() - 2.7, mark.y() - 2.7, 5.4, 5.4);
    }
}

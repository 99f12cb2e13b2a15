package org.maskguard.slicer.window;

import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskguard.classify.Face;
import org.maskguard.classify.Face.Measured;
import org.maskguard.landmark.Measurement;

/// What was measured of a face beside its norm, a row a distance.
final class MeasurementTable {

    /// Deviations at each end of a bar; what lies farther off stands at its end.
    private static final double ENDS = 4;

    private static final double BAR = 104;
    private static final double MARK = 9;

    private MeasurementTable() {}

    static Node of(Face face, Wording wording, Telling telling) {
        GridPane table = new GridPane();
        table.getStyleClass().add("measurements");
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        first.setMinWidth(0);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints last = new ColumnConstraints();
        last.setMinWidth(Region.USE_PREF_SIZE);
        table.getColumnConstraints().addAll(first, number, number, last);
        head(table, wording);
        Map<Measurement, Measured> all = face.measurements();
        int row = 1;
        for (Measurement measurement : Measurement.values()) {
            Measured measured = all.get(measurement);
            if (measured != null) {
                row(table, row++, telling, measurement, measured);
            }
        }
        return table;
    }

    private static void head(GridPane table, Wording wording) {
        String[] keys = {"column.measurement", "column.here", "column.norm", "column.deviation"};
        for (int i = 0; i < keys.length; i++) {
            Label label = label(wording.text(keys[i]), "head");
            table.add(label, i, 0);
        }
    }

    private static void row(GridPane table, int row, Telling telling, Measurement measurement, Measured measured) {
        String name = telling.name(measurement);
        String here = telling.here(measured);
        String norm = telling.norm(measured);
        String deviation = telling.deviation(measured.z());
        Label first = label(name, "name");
        first.setWrapText(true);
        first.setAccessibleText(name + ": " + here + "; " + norm + "; " + deviation);
        first.setFocusTraversable(true);
        table.add(first, 0, row);
        table.add(label(here, "number"), 1, row);
        table.add(label(norm, "number"), 2, row);
        VBox last = new VBox(2, bar(measured.z()), label(deviation, "deviation"));
        last.setAlignment(Pos.CENTER_LEFT);
        table.add(last, 3, row);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /// A bar from −4 to +4 deviations, the middle two thirds of people filled, with a mark where this face lies.
    private static Node bar(double z) {
        if (!Double.isFinite(z)) {
            return new Pane();
        }
        Region line = region("bar-line", BAR, 2, 0);
        Region usual = region("bar-usual", BAR / ENDS, MARK, BAR / 2 - BAR / ENDS / 2);
        double at = BAR / 2 + Math.clamp(z, -ENDS, ENDS) / ENDS * (BAR / 2 - MARK / 2);
        Region mark = region(Math.abs(z) > ENDS ? "bar-far" : "bar-mark", MARK, MARK, at - MARK / 2);
        line.setLayoutY((MARK - 2) / 2);
        Pane bar = new Pane(line, usual, mark);
        bar.setMinSize(BAR, MARK);
        bar.setMaxSize(BAR, MARK);
        return bar;
    }

    private static Region region(String style, double width, double height, double x) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
        region.resize(width, height);
        region.setLayoutX(x);
        return region;
    }
}

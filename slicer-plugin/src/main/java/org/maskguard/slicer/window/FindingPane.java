package org.maskguard.slicer.window;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.report.TurnedModel;

/// One finding: the verdict, the model, why, the measurements and what the maker can do.
final class FindingPane extends BorderPane {

    private static final String[] SHAPES = {"shape.cup", "shape.rut", "shape.saddle", "shape.ridge", "shape.cap"};

    private final Finding finding;
    private final Wording wording;
    private final Telling telling;
    private final ModelView model;

    /// @param actions what stands under the advice, the one that is usual first
    FindingPane(Finding finding, Wording wording, Occasion occasion, List<Button> actions) {
        this.finding = finding;
        this.wording = wording;
        telling = new Telling(wording);
        getStyleClass().add("finding");
        setTop(banner());
        ScrollPane told = new ScrollPane(told(occasion, actions));
        told.setFitToWidth(true);
        told.getStyleClass().add("told");
        told.setFocusTraversable(false);
        if (finding.model() == null) {
            model = null;
            setCenter(told);
        } else {
            model = new ModelView(finding, wording);
            SplitPane both = new SplitPane(picture(), told);
            both.setOrientation(Orientation.HORIZONTAL);
            both.setDividerPositions(0.46);
            setCenter(both);
        }
    }

    /// The view of the model, or null where there is none to be seen.
    ModelView model() {
        return model;
    }

    void close() {
        if (model != null) {
            model.close();
        }
    }

    private Node banner() {
        Verdict verdict = finding.verdict();
        Label word = styled(telling.word(verdict.ruling()), "word");
        Label sentence = styled(telling.sentence(verdict), "sentence");
        Label file = styled(verdict.subject().file(), "file");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(word, sentence, file);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox banner = new HBox(Sign.of(verdict.ruling()), text);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll("banner", verdict.ruling().word());
        banner.setFocusTraversable(true);
        banner.setAccessibleText(word.getText() + ". " + sentence.getText() + " " + file.getText());
        return banner;
    }

    private Node picture() {
        Label hint = styled(wording.text("picture.hint"), "hint");
        hint.setWrapText(true);
        VBox below = new VBox(hint);
        below.getStyleClass().add("below-picture");
        if (!ModelView.isSolid(finding)) {
            Label flat = styled(wording.text("picture.flat"), "hint");
            flat.setWrapText(true);
            below.getChildren().add(flat);
        }
        if (finding.model().hasFace()) {
            ToggleButton curvature = toggle("curvature");
            Node legend = legend();
            curvature.selectedProperty().addListener((seen, was, on) -> {
                model.colourByCurvature(on);
                legend.setVisible(on);
            });
            ToggleButton landmarks = toggle("landmarks");
            landmarks.selectedProperty().addListener((seen, was, on) -> model.showLandmarks(on));
            FlowPane tools = new FlowPane(curvature, landmarks, legend);
            tools.setRowValignment(VPos.CENTER);
            tools.getStyleClass().add("tools");
            below.getChildren().addFirst(tools);
        }
        BorderPane pane = new BorderPane(model);
        pane.setBottom(below);
        pane.setMinWidth(200);
        return pane;
    }

    private ToggleButton toggle(String key) {
        ToggleButton button = new ToggleButton(wording.text(key));
        button.setSelected(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node legend() {
        HBox legend = new HBox();
        legend.setMinWidth(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < SHAPES.length; i++) {
            Region box = new Region();
            box.setMinSize(12, 12);
            box.setMaxSize(12, 12);
            int colour = TurnedModel.colour(2.0 * i / (SHAPES.length - 1) - 1, 1);
            box.setStyle("-fx-background-color: #%06x; -fx-border-color: -mg-faint;".formatted(colour));
            legend.getChildren().addAll(box, styled(wording.text(SHAPES[i]), "hint"));
        }
        return legend;
    }

    private Node told(Occasion occasion, List<Button> actions) {
        Verdict verdict = finding.verdict();
        VBox told = new VBox();
        told.getStyleClass().add("page");
        if (occasion.kept() != null) {
            told.getChildren()
                    .add(paragraph(wording.text("kept", occasion.kept().toString())));
        } else if (occasion.exporting() && verdict.ruling() == Ruling.WARN) {
            told.getChildren().add(paragraph(wording.text("warned")));
        }
        if (verdict.fault() != null) {
            told.getChildren().add(heading("fault"));
            String where = verdict.fault().where();
            String place = where == null || where.isEmpty() ? "" : " (" + where + ")";
            told.getChildren().add(paragraph(verdict.fault().text() + place));
        }
        List<String> reasons = telling.reasons(verdict);
        if (!reasons.isEmpty()) {
            told.getChildren().add(heading("why"));
            reasons.forEach(reason -> told.getChildren().add(reason(reason)));
        }
        told.getChildren().addAll(heading("do"), paragraph(telling.advice(verdict.ruling())));
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("actions");
        buttons.getChildren().addAll(actions);
        told.getChildren().add(buttons);
        if (finding.face() != null && verdict.ruling() != Ruling.UNREADABLE) {
            told.getChildren().add(heading("measurements"));
            told.getChildren().add(MeasurementTable.of(finding.face(), wording, telling));
        }
        told.getChildren().add(styled(wording.text("privacy"), "hint"));
        told.getChildren().forEach(FindingPane::wrap);
        return told;
    }

    private Node reason(String text) {
        Label bullet = new Label("•");
        Label sentence = paragraph(text);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(bullet, sentence);
        line.getStyleClass().add("reason");
        return line;
    }

    private Label heading(String key) {
        return styled(wording.text(key), "heading");
    }

    private static Label paragraph(String text) {
        Label label = styled(text, "paragraph");
        label.setFocusTraversable(true);
        wrap(label);
        return label;
    }

    private static void wrap(Node node) {
        if (node instanceof Label label) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}

package org.maskguard.slicer.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A line of the list of results: a sign, the file's name, and the verdict in one word.
final class ResultCell extends ListCell<Result> {

    private final Wording wording;

    ResultCell(Wording wording) {
        this.wording = wording;
        setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Result result, boolean empty) {
        super.updateItem(result, empty);
        if (empty || result == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Finding finding = result.finding().get();
        Label name = new Label(result.name());
        name.getStyleClass().add("name");
        String word = finding == null
                ? wording.text("judging")
                : new Telling(wording).word(finding.verdict().ruling());
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        if (finding != null) {
            line.getChildren().add(Sign.of(finding.verdict().ruling()));
        }
        line.getChildren().add(new VBox(name, new Label(word)));
        setGraphic(line);
        setAccessibleText(result.name() + ": " + word);
    }
}

package org.maskguard.slicer.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.maskguard.trust.Appeal;

/// What the maker can do about a finding, a button each.
final class Actions {

    private final Stage stage;
    private final Finding finding;
    private final Wording wording;
    private final Consumer<Parent> dress;

    /// @param dress gives a dialog the window's colours
    Actions(Stage stage, Finding finding, Wording wording, Consumer<Parent> dress) {
        this.stage = stage;
        this.finding = finding;
        this.wording = wording;
        this.dress = dress;
    }

    /// Saves the page with pictures and measurements.
    Button evidence() {
        return button("evidence", () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(wording.text("evidence.title"));
            File folder = chooser.showDialog(stage);
            if (folder != null) {
                save(() -> new Evidence(finding).page(folder.toPath()));
            }
        });
    }

    /// Asks for a statement, then saves an appeal.
    Button appeal() {
        return button("appeal", () -> {
            String statement = statement();
            if (statement == null) {
                return;
            }
            Evidence evidence = new Evidence(finding);
            FileChooser chooser = new FileChooser();
            chooser.setTitle(wording.text("appeal.title"));
            chooser.setInitialFileName(evidence.appealName());
            File file = chooser.showSaveDialog(stage);
            if (file != null) {
                save(() -> {
                    evidence.appeal(file.toPath(), statement, Instant.now());
                    return file.toPath();
                });
            }
        });
    }

    /// Asks a second time, then does what is asked for.
    Button override(Runnable then) {
        return button("override", () -> {
            ButtonType yes = new ButtonType(wording.text("override.yes"), ButtonData.OTHER);
            ButtonType no = new ButtonType(wording.text("cancel"), ButtonData.CANCEL_CLOSE);
            Alert alert = new Alert(Alert.AlertType.WARNING, wording.text("override.more"), no, yes);
            alert.setHeaderText(wording.text("override.ask"));
            shown(alert);
            if (alert.showAndWait().filter(yes::equals).isPresent()) {
                then.run();
            }
        });
    }

    private String statement() {
        Dialog<ButtonType> dialog = new Dialog<>();
        Label more = new Label(wording.text("appeal.more"));
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        Label question = new Label(wording.text("appeal.statement"));
        TextArea text = new TextArea();
        text.setWrapText(true);
        text.setPrefRowCount(6);
        question.setLabelFor(text);
        text.textProperty().addListener((seen, was, now) -> {
            if (now.length() > Appeal.LONGEST_STATEMENT) {
                text.setText(was);
            }
        });
        dialog.setTitle(wording.text("appeal.title"));
        VBox content = new VBox(10, more, question, text);
        content.setPrefWidth(520);
        dialog.getDialogPane().setContent(content);
        ButtonType save = new ButtonType(wording.text("appeal.save"), ButtonData.OK_DONE);
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(save, new ButtonType(wording.text("close"), ButtonData.CANCEL_CLOSE));
        shown(dialog);
        return dialog.showAndWait().filter(save::equals).isPresent() ? text.getText() : null;
    }

    /// Something that writes a file and may fail at it.
    private interface Saving {
        Path run() throws IOException;
    }

    private void save(Saving saving) {
        Alert.AlertType type = Alert.AlertType.INFORMATION;
        String said;
        try {
            said = wording.text("saved", saving.run().toString());
        } catch (IOException e) {
            type = Alert.AlertType.ERROR;
            said = wording.text("failed", String.valueOf(e.getMessage()));
        }
        Alert alert = new Alert(type, said, new ButtonType(wording.text("close"), ButtonData.OK_DONE));
        alert.setHeaderText(null);
        shown(alert);
        alert.showAndWait();
    }

    private void shown(Dialog<?> dialog) {
        dialog.initOwner(stage);
        dialog.getDialogPane()
                .getStylesheets()
                .add(Objects.requireNonNull(Actions.class.getResource("window.css"))
                        .toExternalForm());
        dress.accept(dialog.getDialogPane());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(wording.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}

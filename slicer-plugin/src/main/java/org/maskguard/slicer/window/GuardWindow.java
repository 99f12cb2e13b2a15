package org.maskguard.slicer.window;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.maskguard.Guard;
import org.maskguard.classify.Ruling;

/// The window with everything in it: files to judge, the list of results, one finding, and how it is all shown.
///
/// Everything here happens on JavaFX's own thread but the judging, which has one.
final class GuardWindow {

    private final Stage stage;
    private final Guard guard;
    private final Occasion occasion;
    private final Look look;
    private final ObservableList<Result> results =
            FXCollections.observableArrayList(result -> new Observable[] {result.finding()});
    private final ExecutorService judging = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("judging").factory());
    private final BorderPane root = new BorderPane();
    private ListView<Result> list;
    private FindingPane shown;
    private boolean exportAnyway;

    /// @param settings file that the maker's preferences are kept in
    GuardWindow(Stage stage, Guard guard, Occasion occasion, Path settings) {
        this.stage = stage;
        this.guard = guard;
        this.occasion = occasion;
        look = new Look(root, settings, this::build);
    }

    void show(List<Path> files) {
        Scene scene = new Scene(root, 1240, 800);
        scene.getStylesheets()
                .add(Objects.requireNonNull(GuardWindow.class.getResource("window.css"))
                        .toExternalForm());
        accelerate(scene);
        root.setOnDragOver(this::over);
        root.setOnDragDropped(this::dropped);
        look.apply();
        build();
        stage.setScene(scene);
        stage.setTitle("Maskguard");
        stage.setMinWidth(560);
        stage.setMinHeight(420);
        stage.show();
        // Slicers open this behind themselves otherwise.
        stage.toFront();
        add(files);
    }

    /// Judges more files, one after the other, and shows the first of them.
    void add(List<Path> files) {
        for (Path file : files) {
            String name = occasion.name().isEmpty() ? String.valueOf(file.getFileName()) : occasion.name();
            Result result = new Result(file, name);
            results.add(result);
            judging.execute(() -> {
                Finding finding = Finding.of(guard, file, name);
                Platform.runLater(() -> judged(result, finding));
            });
        }
        if (!files.isEmpty() && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    /// Whether the maker said that a refused file is to be exported.
    boolean exportAnyway() {
        return exportAnyway;
    }

    ObservableList<Result> results() {
        return results;
    }

    /// The finding that is shown, or null.
    FindingPane shown() {
        return shown;
    }

    private void judged(Result result, Finding finding) {
        result.finding().set(finding);
        if (list.getSelectionModel().getSelectedItem() == result) {
            select(result);
        }
    }

    /// All of it anew, in the language of now.
    private void build() {
        Wording wording = look.wording();
        int selected = list == null ? -1 : list.getSelectionModel().getSelectedIndex();
        list = new ListView<>(results);
        list.getStyleClass().add("results");
        list.setCellFactory(view -> new ResultCell(wording));
        list.setAccessibleText(wording.text("results"));
        list.setPrefWidth(210);
        list.setMinWidth(140);
        list.getSelectionModel().selectedItemProperty().addListener((seen, was, result) -> select(result));
        Button open = new Button(wording.text("open"));
        open.setOnAction(event -> open());
        root.setTop(look.bar(open));
        // A slicer's one file needs no list.
        root.setLeft(occasion.equals(Occasion.APPLICATION) ? list : null);
        list.getSelectionModel().select(selected);
        if (selected < 0) {
            select(null);
        }
    }

    private void select(Result result) {
        if (shown != null) {
            shown.close();
            shown = null;
        }
        Wording wording = look.wording();
        if (result == null) {
            root.setCenter(large(wording.text("drop")));
        } else if (result.finding().get() == null) {
            root.setCenter(large(result.name() + "\n" + wording.text("judging")));
        } else {
            Finding finding = result.finding().get();
            shown = new FindingPane(finding, wording, occasion, actions(finding, wording));
            root.setCenter(shown);
        }
    }

    private List<Button> actions(Finding finding, Wording wording) {
        Actions actions = new Actions(stage, finding, wording, look::dress);
        List<Button> buttons = new ArrayList<>();
        boolean asked = occasion.asked() && finding.verdict().ruling() == Ruling.REFUSE;
        if (asked || !occasion.equals(Occasion.APPLICATION)) {
            Button close = new Button(wording.text(asked ? "cancel" : "close"));
            close.setDefaultButton(true);
            close.setCancelButton(true);
            close.setOnAction(event -> stage.close());
            buttons.add(close);
        }
        if (finding.verdict().ruling() != Ruling.PASS) {
            buttons.add(actions.evidence());
            if (finding.verdict().ruling() != Ruling.UNREADABLE) {
                buttons.add(actions.appeal());
            }
        }
        if (asked) {
            buttons.add(actions.override(() -> {
                exportAnyway = true;
                stage.close();
            }));
        }
        return buttons;
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.wording().text("open.title"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen != null) {
            addAndSelect(chosen.stream().map(File::toPath).toList());
        }
    }

    private void addAndSelect(List<Path> files) {
        int first = results.size();
        add(files);
        list.getSelectionModel().select(first);
        list.scrollTo(first);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            addAndSelect(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void accelerate(Scene scene) {
        scene.getAccelerators().put(shortcut(KeyCode.O), this::open);
        scene.getAccelerators().put(shortcut(KeyCode.W), stage::close);
        scene.getAccelerators().put(shortcut(KeyCode.PLUS), () -> look.larger(10));
        scene.getAccelerators().put(shortcut(KeyCode.EQUALS), () -> look.larger(10));
        scene.getAccelerators().put(shortcut(KeyCode.ADD), () -> look.larger(10));
        scene.getAccelerators().put(shortcut(KeyCode.MINUS), () -> look.larger(-10));
        scene.getAccelerators().put(shortcut(KeyCode.SUBTRACT), () -> look.larger(-10));
        scene.getAccelerators().put(shortcut(KeyCode.DIGIT0), look::usualSize);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static Region large(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("drop");
        label.setWrapText(true);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    /// Ends whatever is under way.
    void close() {
        judging.shutdownNow();
        if (shown != null) {
            shown.close();
        }
    }
}

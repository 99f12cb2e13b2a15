package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.slicer.window.Preferences.Colours;
import org.maskguard.suite.ReferencePair;
import org.maskguard.suite.Stl;

/// The window on JavaFX's headless platform, where there is no 3D: models are drawn in 2D.
class GuardWindowTest {

    @TempDir
    private Path folder;

    private Path settings;
    private Path refused;
    private Path passed;
    private Stage stage;
    private GuardWindow window;

    @BeforeEach
    void files() throws Exception {
        settings = folder.resolve("window.properties");
        Preferences.USUAL.in("en").with(Colours.LIGHT).write(settings);
        refused = Files.write(
                folder.resolve("refuse.stl"), Stl.bytes(ReferencePair.refused().mesh(), "a"));
        passed = Files.write(
                folder.resolve("pass.stl"), Stl.bytes(ReferencePair.passed().mesh(), "b"));
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            Headless.on(() -> {
                stage.close();
                window.close();
                return null;
            });
        }
    }

    private void open(Occasion occasion, Path... files) throws Exception {
        Headless.on(() -> {
            stage = new Stage();
            window = new GuardWindow(stage, Guard.open(Policy.DEFAULT), occasion, settings);
            window.show(List.of(files));
            return null;
        });
        Headless.await(
                "all are judged",
                () -> window.results().stream()
                        .allMatch(result -> result.finding().get() != null));
    }

    private List<Node> all() {
        List<Node> found = new ArrayList<>();
        collect(stage.getScene().getRoot(), found);
        return found;
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private List<String> texts() throws Exception {
        return Headless.on(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return all().stream()
                    .filter(Labeled.class::isInstance)
                    .map(node -> ((Labeled) node).getText())
                    .filter(text -> text != null && !text.isEmpty())
                    .toList();
        });
    }

    @Test
    void tellsWhyAFaceIsRefusedWithItsMeasurementsBesideTheirNorms() throws Exception {
        open(Occasion.APPLICATION, refused, passed);

        assertThat(texts())
                .contains(
                        "Refused",
                        "This is a wearable, life-size mask of a human face.",
                        "refuse.stl",
                        "pass.stl",
                        "Passed",
                        "root of the nose to chin",
                        "across the face at the eyes",
                        "Save the evidence …",
                        "Appeal …")
                .anyMatch(text -> text.startsWith("A face fits behind it: the wall is 2.4 mm"))
                .anyMatch(text -> text.endsWith("SD below"))
                .doesNotContain("Export anyway …");
    }

    @Test
    void drawsTheFaceInTheColoursOfItsCurvature() throws Exception {
        open(Occasion.APPLICATION, refused);
        Headless.await("the colours are there", () -> reds() > 50);

        Headless.on(() -> {
            window.shown().model().colourByCurvature(false);
            return null;
        });
        Headless.await("the colours are gone, and the clay is there", () -> reds() < 10 && seen().size() > 100);
    }

    @Test
    void theModelIsTurnedByKeys() throws Exception {
        open(Occasion.APPLICATION, refused);

        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        press(KeyCode.PLUS);
        assertThat(Headless.on(() -> window.shown().model().turn())).isEqualTo(20);
        assertThat(Headless.on(() -> window.shown().model().zoom())).isGreaterThan(1);

        press(KeyCode.HOME);
        assertThat(Headless.on(() -> window.shown().model().turn())).isZero();
        assertThat(Headless.on(() -> window.shown().model().zoom())).isEqualTo(1);
    }

    @Test
    void everythingThatTakesTheFocusHasANameForScreenReaders() throws Exception {
        open(Occasion.APPLICATION, refused, passed);

        List<Node> nameless = Headless.on(() -> all().stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> node.getAccessibleText() == null
                        || node.getAccessibleText().isBlank())
                .filter(node ->
                        !(node instanceof Labeled labeled && !labeled.getText().isBlank()))
                .toList());

        assertThat(nameless).isEmpty();
        assertThat(Headless.on(() -> window.shown().model().getAccessibleRole()))
                .isEqualTo(AccessibleRole.IMAGE_VIEW);
    }

    @Test
    void aSlicerAsksOnlyWhereThePolicyLeavesItToTheMaker() throws Exception {
        open(new Occasion(true, refused, "plate.gcode", false), refused);

        assertThat(texts()).contains("Export anyway …", "Cancel the export", "plate.gcode");
        assertThat(texts()).anyMatch(text -> text.startsWith("The sliced file was not exported."));
        Button cancel = (Button) Headless.on(() -> all().stream()
                .filter(node -> node instanceof Button button && button.isCancelButton())
                .findFirst()
                .orElseThrow());
        Headless.on(() -> {
            cancel.fire();
            return null;
        });
        assertThat(Headless.on(() -> stage.isShowing())).isFalse();
        assertThat(window.exportAnyway()).isFalse();
    }

    @Test
    void whatCannotBeReadSaysSoAndOffersNoAppeal() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.stl"), "Dear Ada,");
        open(Occasion.APPLICATION, text);

        assertThat(texts())
                .contains("This file cannot be judged.", "Why it cannot be judged")
                .doesNotContain("Appeal …");
    }

    @Test
    void speaksTheLanguageThatWasChosenInHighContrastAndLargeText() throws Exception {
        Preferences.USUAL.in("es").with(Colours.CONTRAST).sized(150).write(settings);
        open(Occasion.APPLICATION, passed);

        assertThat(texts()).contains("Aceptado", "Idioma", "Alto contraste");
        Parent root = Headless.on(() -> stage.getScene().getRoot());
        assertThat(root.getStyleClass()).contains("contrast");
        assertThat(root.getStyle()).contains("21.0px");
    }

    @Test
    void anEmptyWindowSaysWhatToDo() throws Exception {
        open(Occasion.APPLICATION);

        assertThat(texts()).contains("Drop models or print jobs here, or open them.");
    }

    private void press(KeyCode key) throws Exception {
        Headless.on(() -> {
            window.shown()
                    .model()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return null;
        });
    }

    /// How many reds there are: neither clay nor the landmarks' blue.
    private int reds() {
        int strong = 0;
        for (int argb : seen()) {
            int red = (argb >> 16) & 0xff;
            int blue = argb & 0xff;
            strong += red - blue > 60 ? 1 : 0;
        }
        return strong;
    }

    private Set<Integer> seen() {
        WritableImage image = window.shown().model().snapshot(null, null);
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }
}

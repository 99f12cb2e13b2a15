package org.maskguard.slicer.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.maskguard.slicer.window.Preferences.Colours;

/// How the window looks: language, colours, size of the text. What the maker chooses holds at once and is kept.
final class Look {

    private static final double FONT = 14;

    private final Parent root;
    private final Path file;
    private final Runnable rebuild;
    private Preferences preferences;
    private Wording wording;

    /// @param file that the choices are kept in
    /// @param rebuild makes the window anew, after a change of language
    Look(Parent root, Path file, Runnable rebuild) {
        this.root = root;
        this.file = file;
        this.rebuild = rebuild;
        preferences = Preferences.read(file);
        wording = preferences.wording();
    }

    Wording wording() {
        return wording;
    }

    /// A bar with what is to stand first, and the choices.
    ToolBar bar(Node first) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new ToolBar(first, space, colours(), languages());
    }

    void apply() {
        dress(root);
    }

    /// Gives another window's content the same colours and size.
    void dress(Parent other) {
        other.getStyleClass().removeAll("dark", "contrast");
        Colours colours = preferences.colours();
        boolean dark = colours == Colours.DARK
                || (colours == Colours.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        if (dark) {
            other.getStyleClass().add("dark");
        } else if (colours == Colours.CONTRAST) {
            other.getStyleClass().add("contrast");
        }
        other.setStyle("-fx-font-size: %.1fpx;".formatted(FONT * preferences.size() / 100));
    }

    /// @param by how many per cent of the usual size
    void larger(int by) {
        keep(preferences.sized(preferences.size() + by));
    }

    void usualSize() {
        keep(preferences.sized(100));
    }

    private void keep(Preferences other) {
        preferences = other;
        preferences.write(file);
        apply();
    }

    private Node colours() {
        ComboBox<Colours> box = new ComboBox<>();
        box.getItems().setAll(Colours.values());
        box.setValue(preferences.colours());
        box.setConverter(named(each -> wording.text("colours." + each.word())));
        box.valueProperty().addListener((seen, was, chosen) -> keep(preferences.with(chosen)));
        return labelled("colours", box);
    }

    private Node languages() {
        ComboBox<String> box = new ComboBox<>();
        List<String> codes = Wording.LANGUAGES.stream().map(Locale::getLanguage).toList();
        box.getItems().setAll(codes);
        box.setValue(wording.language());
        box.setConverter(named(code -> Wording.of(Locale.of(code)).text("language")));
        box.valueProperty().addListener((seen, was, chosen) -> {
            keep(preferences.in(chosen));
            wording = preferences.wording();
            rebuild.run();
        });
        return labelled("languages", box);
    }

    private Node labelled(String key, ComboBox<?> box) {
        Label label = new Label(wording.text(key));
        label.setLabelFor(box);
        box.setAccessibleText(wording.text(key));
        HBox both = new HBox(6, label, box);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /// How a choice is called.
    private interface Name<T> {
        String of(T choice);
    }

    private static <T> StringConverter<T> named(Name<T> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : name.of(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nobody types a choice");
            }
        };
    }
}

package org.maskguard.slicer.window;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A file in the list of results, and what was found in it once that is known.
final class Result {

    private final Path file;
    private final String name;
    private final ObjectProperty<Finding> finding = new SimpleObjectProperty<>();

    Result(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    Path file() {
        return file;
    }

    String name() {
        return name;
    }

    ObjectProperty<Finding> finding() {
        return finding;
    }
}

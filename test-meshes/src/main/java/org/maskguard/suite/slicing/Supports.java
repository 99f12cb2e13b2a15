package org.maskguard.suite.slicing;

/// What holds up overhangs while a job is printed.
enum Supports {
    /// Nothing.
    NO("no"),
    /// Lines or a grid, as the slicer has it by default.
    USUAL("yes"),
    /// Hollow branches that grow round the object. Only CuraEngine 4 builds them; the others build the usual ones.
    TREE("tree");

    private final String word;

    Supports(String word) {
        this.word = word;
    }

    /// The word that stands in manifests.
    String word() {
        return word;
    }

    boolean any() {
        return this != NO;
    }
}

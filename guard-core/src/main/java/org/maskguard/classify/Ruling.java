package org.maskguard.classify;

/// The four verdicts, mildest first.
public enum Ruling {
    PASS("pass"),
    WARN("warn"),
    REFUSE("refuse"),
    UNREADABLE("unreadable");

    private final String word;

    Ruling(String word) {
        this.word = word;
    }

    /// The word that stands in JSON and on the terminal.
    public String word() {
        return word;
    }
}

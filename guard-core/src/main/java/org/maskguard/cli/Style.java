package org.maskguard.cli;

import org.maskguard.classify.Ruling;

/// Colours of the terminal.
enum Style {
    BOLD("1"),
    RED("1;31"),
    GREEN("32"),
    YELLOW("33"),
    MAGENTA("35");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Ruling ruling) {
        return switch (ruling) {
            case PASS -> GREEN;
            case WARN -> YELLOW;
            case REFUSE -> RED;
            case UNREADABLE -> MAGENTA;
        };
    }

    /// The text in this style, or as it is where colour is not wanted.
    String paint(String text, boolean colour) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

package org.maskguard.gcode;

/// What a [PlainReader] makes of a line.
///
/// @param text the command in its only way of being written: capitals, plain decimals, single spaces, at most
///     [PlainReader#MOST_LENGTH] characters; empty where the line holds nothing to do, or cannot be written so
/// @param why what stands in the way, half a sentence without a full stop; null where nothing does
public record PlainLine(String text, String why) {

    static final PlainLine NOTHING = new PlainLine("", null);

    /// Whether there is a command.
    public boolean isCommand() {
        return !text.isEmpty();
    }
}

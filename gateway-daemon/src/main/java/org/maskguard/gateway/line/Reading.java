package org.maskguard.gateway.line;

/// What the strict reader makes of a line: a command, or why it is none.
public sealed interface Reading permits Command, Reading.Refusal, Reading.Nothing {

    /// The line cannot be written again without doubt.
    ///
    /// @param why what stands in the way: half a sentence without a full stop, in printable ASCII
    record Refusal(String why) implements Reading {}

    /// The line holds nothing to do: it is empty or all comment.
    record Nothing() implements Reading {}
}

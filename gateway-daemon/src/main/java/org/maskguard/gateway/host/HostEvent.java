package org.maskguard.gateway.host;

import org.maskguard.gateway.line.Command;

/// What the host does. Every [Line], [Refused] and [Renumbered] is to be answered with one [HostEnd#ok], in their
/// order.
public sealed interface HostEvent {

    /// A command.
    ///
    /// @param number the line's number, or [#UNNUMBERED]
    record Line(long number, Command command) implements HostEvent {}

    /// A line that has arrived whole and is not taken.
    ///
    /// @param number the line's number, or [#UNNUMBERED]
    /// @param text the line, with `?` for what is not printable
    /// @param why half a sentence: what is wrong with it
    record Refused(long number, String text, String why) implements HostEvent {}

    /// An M110: the host's next line follows `last`.
    record Renumbered(long last) implements HostEvent {}

    /// An emergency word, at once and before everything that waits. The line that it stands in follows as any
    /// other.
    ///
    /// @param index what an M876 answers
    record Emergency(org.maskguard.gateway.line.Emergency word, int index) implements HostEvent {}

    /// The number of a line without one.
    long UNNUMBERED = Long.MIN_VALUE;
}

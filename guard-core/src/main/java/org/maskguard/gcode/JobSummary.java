package org.maskguard.gcode;

import java.util.List;

/// What a whole job came to.
///
/// @param lines lines that were executed, those of expanded macros and repeats included
/// @param beads beads that were deposited, the chords of arcs and the dots included
/// @param volume mm³ of filament
/// @param length mm along all beads
/// @param firstDeposit line of the first bead, 0 where there is none
/// @param lastDeposit line of the last bead, 0 where there is none
/// @param tools the tools that deposited, in rising order
/// @param branchesDraw whether beads, or words that move or bend later ones, lie in a branch that the printer may skip
///     ([Configuration#skipsBranches()]): the job must then be judged the other way too
/// @param notes words that were passed over, in the order of their first line, the first hundred of them
public record JobSummary(
        long lines,
        long beads,
        double volume,
        double length,
        long firstDeposit,
        long lastDeposit,
        List<Integer> tools,
        boolean branchesDraw,
        List<Note> notes) {

    public JobSummary {
        tools = List.copyOf(tools);
        notes = List.copyOf(notes);
    }

    /// A command that was passed over where it could not change the verdict.
    ///
    /// @param line of its first use
    /// @param times how often it came
    /// @param why one clause, such as `unknown, before the first deposit`
    public record Note(String command, long line, long times, String why) {}
}

package org.maskguard.gcode;

/// What the interpreter takes in at most. Beyond a limit the job is [UnreadableJob] with the code `too-large`.
///
/// @param lines lines of a job, those of expanded macros and repeats included
/// @param lineBytes length of one line
/// @param beads beads that a job may deposit, the chords of its arcs included
/// @param depth macros and repeats within one another
/// @param repeatBytes text between the marks of a repeat
/// @param reachMm coordinates beyond this, either way, are no printer's: `bad-number`
public record JobLimits(long lines, int lineBytes, long beads, int depth, int repeatBytes, double reachMm) {

    /// The limits of the design, section 4; beads by what the lines could hold with ordinary arcs.
    public static final JobLimits DEFAULT = new JobLimits(20_000_000, 64 << 10, 200_000_000, 16, 64 << 20, 1e6);
}

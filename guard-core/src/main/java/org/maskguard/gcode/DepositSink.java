package org.maskguard.gcode;

/// Receives material as it lands, in the order of the job.
///
/// Units are mm and mm³, in the printer's frame after all state (units, offsets, scaling, rotation) was applied.
public interface DepositSink {

    /// A straight bead. Start and end may coincide: a dot.
    ///
    /// @param volume mm³ of filament pushed along it, net of what only made up for a retraction; always positive
    /// @param line the line of the job that says so, counted from 1
    void bead(double x0, double y0, double z0, double x1, double y1, double z1, double volume, long line);
}

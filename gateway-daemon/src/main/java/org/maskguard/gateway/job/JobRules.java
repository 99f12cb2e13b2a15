package org.maskguard.gateway.job;

/// When a job begins and ends; instants in nanoseconds.
///
/// @param quiet without anything but polls before a burst, and at most between a line's `ok` and the next within one
/// @param lastWait without a numbered line behind a numbered M400 before it was the job's last
/// @param switchedOff without a line but polls behind motors or heaters off
/// @param timeout without a line but polls anywhere
/// @param longestPause of a host that paused while it sent its job
/// @param idleExtrusion filament that may be pushed in place between jobs, in mm
/// @param endMarker the command that alone ends jobs, or empty where there is none such
public record JobRules(
        long quiet,
        long lastWait,
        long switchedOff,
        long timeout,
        long longestPause,
        double idleExtrusion,
        String endMarker) {

    private static final long MILLI = 1_000_000L;

    /// The values that hold where nothing is configured.
    public static final JobRules USUAL =
            new JobRules(300 * MILLI, 3000 * MILLI, 1000 * MILLI, 10_000 * MILLI, 1_800_000 * MILLI, 100, "");
}

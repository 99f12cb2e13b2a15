package org.maskguard.gateway.sim;

/// What differs from one build of Marlin to the next.
///
/// @param queue how many commands it holds (`BUFSIZE`), 4 by default
/// @param receiveBuffer how many received bytes it holds: 128 on AVR, more on ARM; what comes on top is lost
/// @param emergencyParser whether emergency words are seen as they arrive (`EMERGENCY_PARSER`)
/// @param advancedOk whether an `ok` says the line's number and the free places (`ADVANCED_OK`)
/// @param swallowsRepeated whether a repeated line is passed over in silence, as since 2024
/// @param okAfterResend whether an `ok` follows a `Resend`; the version of 2.0.8 sends none
/// @param bootSeconds from a reset to the first `start`
/// @param hurry how many times faster than life moves, waits and heating go; keep-alives do not
public record Dialect(
        int queue,
        int receiveBuffer,
        boolean emergencyParser,
        boolean advancedOk,
        boolean swallowsRepeated,
        boolean okAfterResend,
        double bootSeconds,
        double hurry) {

    /// Marlin 2.1.3 as most boards are delivered, but with an emergency parser.
    public static final Dialect MARLIN_2_1 = new Dialect(4, 1024, true, false, true, true, 1.0, 1.0);

    /// The same, that many times as fast.
    public Dialect hurried(double times) {
        return new Dialect(
                queue, receiveBuffer, emergencyParser, advancedOk, swallowsRepeated, okAfterResend, bootSeconds, times);
    }
}

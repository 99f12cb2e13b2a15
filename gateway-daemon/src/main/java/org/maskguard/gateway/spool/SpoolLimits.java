package org.maskguard.gateway.spool;

/// How much may be kept, in bytes.
///
/// @param maxJob of one job
/// @param maxTotal of all that lies in the folder
/// @param minFree left free on the disk
public record SpoolLimits(long maxJob, long maxTotal, long minFree) {

    private static final long GIB = 1L << 30;

    /// The design's: 2 GiB, 20 GiB, 1 GiB.
    public static final SpoolLimits USUAL = new SpoolLimits(2 * GIB, 20 * GIB, GIB);
}

package org.maskguard.io;

/// What a reader takes in at most. Beyond a limit the file is [Unreadable] with the code `too-large`.
///
/// @param fileBytes size of a file
/// @param triangles triangles in a file, all objects together, after instancing
/// @param lineBytes length of one line of a text format
/// @param partBytes size of one entry of an archive, unpacked
/// @param ratio unpacked over packed size of an entry
/// @param entries entries in an archive
/// @param nesting depth of components within components
/// @param xmlDepth depth of elements within elements
public record Limits(
        long fileBytes,
        int triangles,
        int lineBytes,
        long partBytes,
        int ratio,
        int entries,
        int nesting,
        int xmlDepth) {

    /// The limits of the design, section 4.
    public static final Limits DEFAULT = new Limits(4L << 30, 60_000_000, 64 << 10, 2L << 30, 200, 10_000, 32, 64);
}

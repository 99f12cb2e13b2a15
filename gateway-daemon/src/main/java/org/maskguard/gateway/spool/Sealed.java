package org.maskguard.gateway.spool;

/// A job that is on disk to stay.
///
/// @param lines how many significant lines it has
/// @param sha256 lower-case hex, over the lines, each with an LF
public record Sealed(Spooled spooled, long lines, String sha256) {}

package org.maskguard.gateway.spool;

import java.nio.file.Path;

/// A job that lies on disk, or the beginning of one.
///
/// @param file its lines, each with an LF
/// @param bytes how many of the file's first bytes are meant
public record Spooled(Path file, long bytes) {}

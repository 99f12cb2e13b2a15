package org.maskguard.gateway.store;

import java.util.Map;

/// A job as the store has it.
///
/// @param id a ULID
/// @param printer its name
/// @param state one of the words of [org.maskguard.gateway.gate.JobState]
/// @param why it is so, one clause; may be empty
/// @param lines how many significant ones; 0 where it was not judged
/// @param sha256 of them, or null where it was not judged
/// @param began RFC 3339
/// @param ended RFC 3339, or null while it is not over
/// @param verdict as `scan --json` has it, or null where there is none
/// @param progress of its print, 0 to 1
public record Job(
        String id,
        String printer,
        String state,
        String why,
        long lines,
        String sha256,
        String began,
        String ended,
        Map<String, Object> verdict,
        double progress) {}

package org.maskguard.gateway.gate;

import org.maskguard.gateway.spool.Spooled;

/// Lines that were carried out since the bed was clear.
///
/// @param lines the lines
/// @param replayed whether they were a job's, sent behind the gateway's [Preamble]; else they were
///     typed between jobs
public record OnBed(Spooled lines, boolean replayed) {}

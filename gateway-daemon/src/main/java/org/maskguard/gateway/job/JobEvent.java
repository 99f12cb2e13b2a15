package org.maskguard.gateway.job;

/// What becomes of the lines as a whole.
public sealed interface JobEvent {

    /// A job began; lines that were held belong to it, in their order.
    record Begun() implements JobEvent {}

    /// Lines that were held are no job and are to be sent on, in their order.
    record Released() implements JobEvent {}

    /// The last M400 is to be acknowledged: whether the job ends with it or the host has paused shows only in what
    /// follows.
    record Doubtful() implements JobEvent {}

    /// The job is complete.
    record Ended(String by) implements JobEvent {}

    /// The job is over and something of it is missing.
    record Incomplete(String why) implements JobEvent {}
}

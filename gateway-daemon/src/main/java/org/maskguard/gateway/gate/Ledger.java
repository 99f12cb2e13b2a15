package org.maskguard.gateway.gate;

import java.util.SortedMap;
import org.maskguard.gateway.commission.Machine;

/// Where a gate writes down what happens at its printer. No call may take long: what must be on disk before something
/// else happens is not written through here but by the [Judge].
public interface Ledger {

    /// A new identifier, that no job has had (a ULID), for a job that begins now.
    String begin();

    /// A job has come to another state.
    ///
    /// @param why one clause; may be empty
    void state(String job, JobState state, String why);

    /// How much of a replay is done, 0 to 1.
    void progress(String job, double share);

    /// Something that belongs into the audit log.
    ///
    /// @param kind a short stable word, such as `printer-opened`
    void event(String kind, SortedMap<String, String> what);

    /// The machine that an operator commissioned, or null where none was.
    Machine commissioned();

    /// An operator accepts the machine as it is.
    void commission(Machine machine);
}

package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.judging.PermitBook;
import org.maskguard.gateway.judging.VerdictBook;

/// Where the daemon writes down what happens, and finds it again. Thread-safe.
public interface Books extends AutoCloseable {

    /// What is written down of one printer.
    Ledger ledger(String printer);

    /// Where verdicts are written before anything follows from them.
    VerdictBook verdicts();

    /// Permits for refused jobs.
    default PermitBook permits() {
        return PermitBook.NONE;
    }

    /// A job that is written down.
    ///
    /// @throws IOException where that cannot be read
    Optional<Entry> find(String job) throws IOException;

    /// Jobs that were not over when the gateway last stopped are over now: those that were being printed
    /// are interrupted, the others incomplete. Spooled ones that are not written down become incomplete
    /// too, so that none is lost.
    ///
    /// @param spooled the identifiers of all jobs in the printer's spool
    /// @throws IOException where that cannot be written
    void recover(String printer, List<String> spooled) throws IOException;

    /// Something of the gateway as a whole that belongs into the audit log.
    void event(String kind, SortedMap<String, String> what);

    /// Brings everything to the disk and closes it.
    @Override
    void close() throws IOException;

    /// One job.
    ///
    /// @param printer the name of its printer
    record Entry(String printer, JobState state) {}
}

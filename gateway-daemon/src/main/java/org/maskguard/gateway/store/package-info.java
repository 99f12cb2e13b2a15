/// What outlives the process: jobs, verdicts, commissioned machines, permits, and the audit log, in one SQLite file.
///
/// One thread writes, in the order in which it is asked; whoever must know that something is on disk waits for it, and
/// nobody else does. Readers have connections of their own.
package org.maskguard.gateway.store;

/// The end towards the host: to it, the gateway is a Marlin printer.
///
/// A state machine without threads, clocks or ports: bytes and instants go in, bytes and events come out. It takes
/// lines,
/// tests their numbers and reads them strictly; what becomes of a line is for whoever gets the event, who answers each
/// with [HostEnd#ok].
package org.maskguard.gateway.host;

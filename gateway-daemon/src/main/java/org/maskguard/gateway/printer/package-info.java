/// The end towards the printer: to it, the gateway is a host with numbers and checksums of its own.
///
/// A state machine without threads, clocks or ports: bytes and instants go in, bytes and events come out.
package org.maskguard.gateway.printer;

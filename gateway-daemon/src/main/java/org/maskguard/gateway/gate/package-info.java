/// One printer's gate: between the end towards the host and the end towards the printer, it holds every job until it
/// has
/// been judged, and sends on what passed.
///
/// A state machine as the ends are: bytes, instants and verdicts go in; bytes and questions come out. What it needs of
/// the
/// world (a judge, a place to write down what happens) it asks for by small interfaces.
package org.maskguard.gateway.gate;

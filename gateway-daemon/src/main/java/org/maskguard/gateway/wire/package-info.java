/// Ways for bytes: memory, TCP, pseudo-terminals, serial ports; and what keeps one of them open.
///
/// Nothing here knows what the bytes mean.
package org.maskguard.gateway.wire;

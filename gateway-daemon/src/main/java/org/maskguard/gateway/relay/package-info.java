/// The two ends joined, with nothing between: what the gate is built into, and what shows that the ends lose, double
/// and
/// reorder nothing.
package org.maskguard.gateway.relay;

/// What a printer says of itself, and whether it is still the machine that an operator commissioned: printed shape is
/// text times machine state (PEERS H2).
package org.maskguard.gateway.commission;

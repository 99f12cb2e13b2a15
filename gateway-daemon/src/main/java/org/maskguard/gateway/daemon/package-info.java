/// The gateway as it runs: a gate for each printer with its ports, clock and judge, apart from one another.
package org.maskguard.gateway.daemon;

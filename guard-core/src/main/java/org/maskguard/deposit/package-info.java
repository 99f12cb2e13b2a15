/// From deposited beads to a surface: where material lies, what of it is seen from without, and its skin as a mesh.
package org.maskguard.deposit;

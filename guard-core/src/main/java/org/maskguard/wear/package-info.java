/// Whether a head can be behind a face: wall, cavity, opening, by rays.
package org.maskguard.wear;

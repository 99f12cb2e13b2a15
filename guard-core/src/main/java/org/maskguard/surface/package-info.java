/// A mesh made fit for judging: welding, bodies, even samples, depth maps.
package org.maskguard.surface;

/// From a surface to faces: where a face may be, how it lies, and where its landmarks are.
package org.maskguard.landmark;

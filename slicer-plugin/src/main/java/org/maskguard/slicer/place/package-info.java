/// Where a person's settings and data live on each system.
package org.maskguard.slicer.place;

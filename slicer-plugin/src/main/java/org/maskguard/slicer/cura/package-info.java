/// The plug-in for Cura: where it goes, and what is in it.
package org.maskguard.slicer.cura;

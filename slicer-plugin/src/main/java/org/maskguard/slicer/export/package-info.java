/// What a slicer is about to export: judged, and taken away where it is refused.
package org.maskguard.slicer.export;

/// The window: what was found in a file, shown to the maker. JavaFX is used nowhere else.
package org.maskguard.slicer.window;

/// The settings of the slicers on this machine: found, and made to call the guard before they export.
///
/// Files are changed as text: what is not ours stays as it was, byte for byte, and every file is copied away before its
/// first change.
package org.maskguard.slicer.profile;

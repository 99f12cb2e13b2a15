/// The profiles that slicers ship for printers, and whether a guard can read the jobs that come of them.
///
/// Apart from `slicing`, which varies things and settings for one plain printer: here the thing is a cube, and what
/// varies is what printers' makers write before, between and after its lines.
package org.maskguard.suite.profiles;

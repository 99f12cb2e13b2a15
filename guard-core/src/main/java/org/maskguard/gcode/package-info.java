/// From lines of G-code to deposited beads: what a printer would do with a job, and where material lands.
///
/// A job is known by its commands alone; comments, names and thumbnails decide nothing. Where firmwares would read a
/// line differently and the difference could hide a shape, the job is an [UnreadableJob].
package org.maskguard.gcode;

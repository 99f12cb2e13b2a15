/// A simulated Marlin 2.1 on a Cartesian printer, for tests and demonstrations: what it says, when it says it, and what
/// it
/// gets wrong, as PEERS section A describes.
///
/// Where it differs from the real one:
///
/// - Moves have constant speed: no acceleration, no look-ahead, no limits of the axes. Arcs are as long as they are and
/// end
///   where they should, but the position read meanwhile lies on the chord.
/// - Heaters climb at a constant rate and cool towards the room; they neither overshoot nor fail.
/// - Bytes arrive in the pieces in which they were written; a fault throws away what has arrived, not what is still on
///   its way.
/// - No levelling, probing, macros, second extruder, MeatPack or binary transfer: their words are unknown words.
/// - The settings are those of the factory; M500 and M501 say so and do nothing.
///
/// The same bytes at the same instants give the same answers: nothing here looks at a clock or at chance but through
/// its
/// arguments.
package org.maskguard.gateway.sim;

/// How the suite draws: solids by formula, surfaces by rings, outlines and paths, and dice that fall the same
/// everywhere.
///
/// It knows nothing of faces, parts or guards, and shares no code with what makes the examples that a detector learns
/// from. Everything is made with arithmetic that Java defines to the last bit: same seed, same bytes, on any machine.
package org.maskguard.suite.geometry;

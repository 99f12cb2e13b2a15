/// Meshes that the project makes itself, from code alone: what a guard must refuse and what it must let through.
///
/// Every other check of a guard needs data of people or of strangers. These need neither: they are the same bytes on
/// every machine, anybody may copy them, and a newcomer, an installer and a daemon that starts can see with them in a
/// second whether a guard works. They share no code with what makes the examples that the detector learned from; print
/// jobs of such examples are made apart from them, in `slicing`.
package org.maskguard.suite;

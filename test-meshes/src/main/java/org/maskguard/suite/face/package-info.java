/// The suite's own faces: people who do not exist, from a mean and modes on a grid of its own.
///
/// The numbers that ship (`face.bin`) were learned by [org.maskguard.suite.face.FaceLearning] from two models with free
/// licences, and from nothing that a detector learns with. What makes masks of them is elsewhere.
package org.maskguard.suite.face;

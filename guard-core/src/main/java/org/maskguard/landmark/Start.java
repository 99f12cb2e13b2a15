package org.maskguard.landmark;

/// A place where a face may be, worth refining.
///
/// @param map number of the height map it was found in
/// @param score how well the mean face's relief fits round it, at most 1
record Start(int map, Pose pose, double score) {}

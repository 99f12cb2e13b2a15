package org.maskguard.suite.profiles;

import java.nio.file.Path;
import org.maskguard.classify.Verdict;

/// What became of one profile.
///
/// @param job that was sliced with it
/// @param failed why there is no job, or empty
/// @param verdict on the job; null where there is none
record Reading(Profile profile, Path job, String failed, Verdict verdict) {}

package org.maskguard;

import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;

/// A verdict with the surface that it was given on, for pictures.
///
/// @param mesh null when the file is unreadable or its surface was not kept
public record Judged(Verdict verdict, Mesh mesh) {}

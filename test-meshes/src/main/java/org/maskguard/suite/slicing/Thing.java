package org.maskguard.suite.slicing;

import java.util.function.Supplier;
import org.maskguard.io.Mesh;

/// Something to slice.
///
/// @param id what it is made of: enough to make it again
/// @param kind `mask`, `found` for a benign file in its own size, `rescaled` for one of a face's size
/// @param label of [org.maskguard.classify.Labels]
/// @param person whose face it is; empty for a benign thing
/// @param family of a benign thing; empty for a mask
/// @param source `ict`, `makehuman`, `real` or `benign`
/// @param frame rows of the rotation that sets it upright, front to -y
/// @param scale that it is sliced at
/// @param sink how much of its bottom is cut off flat at first, mm
/// @param mesh makes or reads it, always the same
record Thing(
        String id,
        String kind,
        String label,
        String person,
        String family,
        String source,
        double[] frame,
        double scale,
        double sink,
        Supplier<Mesh> mesh) {}

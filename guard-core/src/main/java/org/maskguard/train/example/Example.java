package org.maskguard.train.example;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// One labelled thing to learn from or to measure with. The mesh is made anew at each call of [#make], always the
/// same; safe to share between threads.
///
/// @param id unique within a set, and all that the thing depends on besides the set's seed
/// @param label what it is, in the words of [Labels]
/// @param way how it was made: `cut`, `distance`, `depth`, `whole`, or `found` for a file as it is
/// @param unit person or family: what cross-validation splits by
/// @param source `ict`, `makehuman`, `real` or `benign`
/// @param disturbance name of what was done to it, `clean` for nothing
/// @param heldOut whether it must not be trained on
public record Example(
        String id,
        String label,
        String way,
        String unit,
        String source,
        String disturbance,
        boolean heldOut,
        Supplier<Made> maker) {

    /// A mesh and where its landmarks lie.
    ///
    /// @param mesh mm
    /// @param marks true positions, mm, in the mesh's frame, of the face's own landmarks before anything was cut
    ///     away or disturbed; empty where there is no face or nobody marked it
    public record Made(Mesh mesh, Map<Landmark, Vec> marks) {}

    /// Makes or reads the thing.
    ///
    /// @throws java.io.UncheckedIOException where a file that it needs cannot be read
    public Made make() {
        return maker.get();
    }

    /// The mesh alone.
    public Mesh mesh() {
        return make().mesh();
    }

    /// The verdicts that are right for it.
    public Set<Ruling> accepts() {
        return Labels.accepts(label);
    }
}

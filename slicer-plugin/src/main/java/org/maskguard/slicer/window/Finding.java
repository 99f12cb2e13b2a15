package org.maskguard.slicer.window;

import java.nio.file.Path;
import org.maskguard.Guard;
import org.maskguard.Judged;
import org.maskguard.classify.Face;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;
import org.maskguard.report.TurnedModel;

/// What was found in one file.
///
/// @param file that was judged
/// @param verdict by the name that people know the file by
/// @param mesh its surface, or null where that cannot be shown
/// @param model the same, to be turned; null where there is none
public record Finding(Path file, Verdict verdict, Mesh mesh, TurnedModel model) {

    /// Judges a file. Takes what judging takes, and some 0.1 s for the colours.
    ///
    /// @param name that people know the file by
    public static Finding of(Guard guard, Path file, String name) {
        Judged judged = guard.judgeWithMesh(file);
        Verdict verdict = judged.verdict().of(name);
        Mesh mesh = judged.mesh();
        boolean shown = mesh != null && mesh.triangles() > 0;
        return new Finding(file, verdict, mesh, shown ? new TurnedModel(mesh, first(verdict)) : null);
    }

    /// The strongest face, or null.
    public Face face() {
        return first(verdict);
    }

    private static Face first(Verdict verdict) {
        return verdict.faces().isEmpty() ? null : verdict.faces().getFirst();
    }
}

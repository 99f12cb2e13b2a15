package org.maskguard.train.example;

import java.util.List;
import org.maskguard.io.Mesh;

/// One way of making a mask of a head. Stateless and safe to share between threads.
public sealed interface MaskMaker permits CutAndOffset, DistanceShell, DepthRelief {

    /// All ways, each once.
    static List<MaskMaker> all() {
        return List.of(new CutAndOffset(), new DistanceShell(), new DepthRelief());
    }

    /// The word that stands for it in tables: `cut`, `distance`, `depth`.
    String way();

    /// A wearable mask in the head's own frame, mm.
    Mesh make(Head head, MaskDesign design);
}

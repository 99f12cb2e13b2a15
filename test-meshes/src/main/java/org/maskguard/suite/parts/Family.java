package org.maskguard.suite.parts;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;

/// One kind of thing.
///
/// @param name of the independent unit, such as `spur-gear`
/// @param label of those that [org.maskguard.classify.Labels] knows
/// @param drawing makes one of them, mm
public record Family(String name, String label, Drawing drawing) {

    /// Makes a mesh; the same one for the same dice.
    public interface Drawing {
        Mesh draw(Dice dice);
    }
}

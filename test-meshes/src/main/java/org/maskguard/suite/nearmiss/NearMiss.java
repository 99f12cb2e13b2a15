package org.maskguard.suite.nearmiss;

import org.maskguard.io.Mesh;
import org.maskguard.suite.face.FaceNet;
import org.maskguard.suite.geometry.Dice;

/// One kind of near miss.
///
/// @param name of the kind, such as `bust`
/// @param label of those that [org.maskguard.classify.Labels] knows
/// @param ofPerson whether it shows somebody: its independent unit is the person then
/// @param why no refusal is right
/// @param drawing makes one of them, mm
public record NearMiss(String name, String label, boolean ofPerson, String why, Drawing drawing) {

    /// Makes a mesh; the same one for the same dice and head.
    public interface Drawing {

        /// @param head somebody's; kinds that show nobody leave it
        Mesh draw(Dice dice, FaceNet head);
    }
}

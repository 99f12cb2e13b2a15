package org.maskguard.io;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One model part of a 3MF package, as it stands there.
///
/// @param where `entry …`, for messages
/// @param unit short word of the unit that it states
/// @param scale mm in that unit
/// @param objects by their numbers
/// @param items of its build
/// @param foreign namespaces of elements that were passed over
record ThreeMfPart(
        String where,
        String unit,
        double scale,
        Map<Integer, Shape> objects,
        List<Placement> items,
        Set<String> foreign) {

    /// An object: a mesh in the part's unit, and other objects placed in it.
    record Shape(int id, float[] xyz, int[] corners, List<Placement> components) {}

    /// An object put somewhere.
    ///
    /// @param path of the part that it is in, or null where that is this part
    /// @param transform shifts in mm
    record Placement(String path, int id, Transform transform) {}
}

package org.maskguard.suite.axis;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;

/// One level of an axis.
///
/// @param axis such as `pose`
/// @param level such as `tumbled`
/// @param label that the changed mask has
/// @param format of the file
/// @param why its verdict is right
/// @param work does it
public record Change(String axis, String level, String label, Format format, String why, Work work) {

    /// Changes a mask that lies on its back, z in front, mm.
    public interface Work {
        Mesh change(Mesh mask, Dice dice);
    }

    static Change of(String axis, String level, String why, Work work) {
        return new Change(axis, level, "mask_human", Format.STL, why, work);
    }

    Change labelled(String other) {
        return new Change(axis, level, other, format, why, work);
    }

    Change as(Format other) {
        return new Change(axis, level, label, other, why, work);
    }
}

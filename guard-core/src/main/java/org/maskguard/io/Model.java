package org.maskguard.io;

import java.util.List;

/// What a reader found in one file: all of its printable objects as one mesh, in the file's own frame, in mm.
///
/// @param format `stl-binary`, `stl-ascii`, `obj`, `ply-ascii`, `ply-binary-le`, `ply-binary-be` or `3mf`
/// @param unit the unit that the file states, or `mm` where the format has none
/// @param unitless whether the format states no unit, so that other readings are plausible
/// @param sha256 lower-case hex digest of exactly the bytes that were read
/// @param notes what was passed over, one plain sentence each
public record Model(String format, String unit, boolean unitless, Mesh mesh, String sha256, List<String> notes) {

    public Model {
        notes = List.copyOf(notes);
    }
}

package org.maskguard.io.job;

import java.util.List;

/// What a print job was found to hold.
///
/// @param format `gcode`, `gcode-meatpack`, `gcode-gz`, `bgcode`, `gcode-zip` or `gcode-3mf`
/// @param plates at least one, in the order in which they were handed out
/// @param sha256 lower-case hex digest of exactly the bytes that were read
/// @param notes what is odd and decides nothing, one plain sentence each
public record Job(String format, List<Plate> plates, String sha256, List<String> notes) {

    public Job {
        plates = List.copyOf(plates);
        notes = List.copyOf(notes);
    }

    /// One plate: what is printed in one go.
    ///
    /// @param name of the entry of the archive that it is in; empty where the file is one plate
    /// @param bytes of G-code text
    public record Plate(String name, long bytes) {}
}

package org.maskguard.suite;

import java.util.function.Supplier;
import org.maskguard.io.Mesh;

/// One mesh that the project makes itself.
///
/// @param name of its file, without ending
/// @param label what it is, of those that [org.maskguard.classify.Labels] knows
/// @param drawing makes the mesh, mm; always the same one
public record Sample(String name, String label, Supplier<Mesh> drawing) {

    /// The mesh, as it would lie or stand on a printer's bed.
    public Mesh mesh() {
        return drawing.get();
    }

    /// The name of its file.
    public String file() {
        return name + ".stl";
    }

    /// The mesh as a binary STL file.
    public byte[] stl() {
        return Stl.bytes(mesh(), "Maskguard: " + name + ". Made from code; shows no person.");
    }

    /// The name.
    @Override
    public String toString() {
        return name;
    }
}

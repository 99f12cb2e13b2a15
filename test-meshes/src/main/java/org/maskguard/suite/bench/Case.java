package org.maskguard.suite.bench;

import java.util.function.Supplier;

/// A case of a suite and its file.
///
/// @param entry what the manifest says
/// @param file makes or reads the bytes; always the same ones
public record Case(Entry entry, Supplier<byte[]> file) {

    /// The bytes of the file.
    public byte[] bytes() {
        return file.get();
    }
}

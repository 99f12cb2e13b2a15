package org.maskguard.train.example;

import java.util.function.Supplier;

/// A head to be, made or read only when it is asked for. Safe to share between threads.
///
/// @param id of the head
/// @param unit the person
/// @param source `ict`, `makehuman` or `real`
/// @param heldOut whether it must not be trained on
/// @param whole whether it is a whole head on its neck: no open face, no bust with shoulders
/// @param head makes it, always the same
public record Subject(String id, String unit, String source, boolean heldOut, boolean whole, Supplier<Head> head) {}

package org.maskguard.wear;

/// What the crossings of lines with a surface mean for what is solid.
enum Reading {

    /// The surface is wound alike throughout: solid is what it winds round, either way.
    SIGNED,

    /// The winding says nothing, but lines cross in pairs: solid is from each odd crossing to the next.
    PARITY,

    /// Neither: a surface without thickness, each crossing stands for itself.
    SHEET
}

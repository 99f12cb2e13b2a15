package org.maskguard.io.job;

/// Which bytes of a file are meant when a fault names one.
///
/// @param entry of an archive; empty for the file itself
/// @param unpacked whether they are counted after gzip
record Place(String entry, boolean unpacked) {

    /// The file itself.
    static final Place FILE = new Place("", false);

    static Place entry(String name) {
        return new Place(name, false);
    }

    /// The same place, behind gzip.
    Place behindGzip() {
        return new Place(entry, true);
    }

    /// As in [org.maskguard.io.Unreadable#where()]: `byte 84`, `unpacked byte 84`, `entry plate.gcode, byte 84`.
    String at(long offset) {
        String place = (unpacked ? "unpacked byte " : "byte ") + offset;
        return entry.isEmpty() ? place : "entry " + entry + ", " + place;
    }
}

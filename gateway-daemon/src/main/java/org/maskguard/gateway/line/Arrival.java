package org.maskguard.gateway.line;

/// What the numbers of the wire make of a line that arrived.
public enum Arrival {

    /// It has no number and is taken.
    UNNUMBERED(""),

    /// It has the number that was due, or is an M110, and is taken.
    TAKEN(""),

    /// It has one of the last two numbers: not taken, not answered.
    REPEATED(""),

    /// Another number was due.
    WRONG_NUMBER("Line Number is not Last Line Number+1"),

    /// It has a number and no `*`.
    NO_CHECKSUM("No Checksum with line number"),

    /// The number behind its `*` is another than its bytes give.
    WRONG_CHECKSUM("checksum mismatch");

    private final String complaint;

    Arrival(String complaint) {
        this.complaint = complaint;
    }

    /// Whether the line is to be carried out.
    public boolean isTaken() {
        return this == UNNUMBERED || this == TAKEN;
    }

    /// Whether the line is to be sent again.
    public boolean isFault() {
        return !complaint.isEmpty();
    }

    /// The lines, each with its LF, by which Marlin asks for the line after `last` once more (PEERS A2); an `ok`
    /// follows.
    public String request(long last) {
        return "Error:" + complaint + ", Last Line: " + last + "\nResend: " + (last + 1) + "\n";
    }
}

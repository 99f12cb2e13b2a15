package org.maskguard.gcode;

/// The checksum of a numbered line.
final class Checksum {

    /// RepRapFirmware's checksum of five digits is a CRC, which hosts that send one have checked themselves.
    private static final int CRC_DIGITS = 5;

    private static final int MOST = 100_000;

    private Checksum() {}

    /// Whether what follows the last `*` before a comment is, as Marlin has it, the exclusive or of all bytes from
    /// the
    /// first that is no blank up to that `*`.
    static boolean fits(byte[] bytes, int from, int to) {
        int stop = from;
        while (stop < to && bytes[stop] != ';') {
            stop++;
        }
        int star = stop - 1;
        while (star >= from && bytes[star] != '*') {
            star--;
        }
        int at = from;
        while (at < star && bytes[at] == ' ') {
            at++;
        }
        int xor = 0;
        while (at < star) {
            xor ^= bytes[at++] & 0xFF;
        }
        at = star + 1;
        while (at < stop && Line.isBlank(bytes[at])) {
            at++;
        }
        int first = at;
        int stated = 0;
        while (at < stop && bytes[at] >= '0' && bytes[at] <= '9') {
            stated = Math.min(stated * 10 + bytes[at++] - '0', MOST);
        }
        return at - first == CRC_DIGITS || at > first && stated == xor;
    }
}

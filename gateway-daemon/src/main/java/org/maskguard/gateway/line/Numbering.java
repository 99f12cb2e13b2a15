package org.maskguard.gateway.line;

/// The numbers of one direction of the wire, tested in Marlin's order (PEERS A2). Not thread-safe.
///
/// A line is numbered when its first character that is no space is `N`. `M110` anywhere within it makes any number
/// right;
/// the number is then read behind a second `N`, where there is one from the fourth character on. Then the number, the
/// presence of a `*`, and the checksum up to the *last* `*` are tested, in this order.
public final class Numbering {

    private final boolean swallowsRepeated;
    private long last;

    /// @param swallowsRepeated whether the last two numbers are passed over in silence, as Marlin does since 2024,
    /// or are
    ///     wrong ones, as before
    public Numbering(boolean swallowsRepeated) {
        this.swallowsRepeated = swallowsRepeated;
    }

    /// The number of the last line that was taken; 0 at first.
    public long last() {
        return last;
    }

    /// Sets the number that the next one must follow.
    public void last(long number) {
        last = number;
    }

    /// Tests the first `length` bytes of `line`, and takes its number where they pass.
    public Arrival take(byte[] line, int length) {
        int from = start(line, length);
        if (!isNumbered(line, from, length)) {
            return Arrival.UNNUMBERED;
        }
        long number = number(line, from, length);
        if (number != last + 1 && !CText.holdsM110(line, from, length)) {
            boolean repeated = number == last || number == last - 1;
            return swallowsRepeated && repeated ? Arrival.REPEATED : Arrival.WRONG_NUMBER;
        }
        Arrival check = checksum(line, from, length);
        if (check == Arrival.TAKEN) {
            last = number;
        }
        return check;
    }

    /// Whether the line bears a number.
    public static boolean isNumbered(byte[] line, int length) {
        return isNumbered(line, start(line, length), length);
    }

    /// The number that a numbered line bears.
    public static long number(byte[] line, int length) {
        return number(line, start(line, length), length);
    }

    /// Whether `M110` stands anywhere in the line.
    public static boolean isRenumbering(byte[] line, int length) {
        return CText.holdsM110(line, 0, length);
    }

    /// [Arrival#TAKEN], [Arrival#NO_CHECKSUM] or [Arrival#WRONG_CHECKSUM]: what the line's checksum says of it.
    public static Arrival checksum(byte[] line, int length) {
        return checksum(line, start(line, length), length);
    }

    private static Arrival checksum(byte[] line, int from, int length) {
        int star = CText.last(line, from, length, '*');
        if (star < 0) {
            return Arrival.NO_CHECKSUM;
        }
        boolean right = CText.number(line, star + 1, length) == Checksum.of(line, from, star);
        return right ? Arrival.TAKEN : Arrival.WRONG_CHECKSUM;
    }

    private static boolean isNumbered(byte[] line, int from, int length) {
        return from < length && line[from] == 'N';
    }

    private static long number(byte[] line, int from, int length) {
        int at = from;
        if (CText.holdsM110(line, from, length)) {
            int second = CText.first(line, Math.min(from + 4, length), length, 'N');
            at = second < 0 ? from : second;
        }
        return CText.number(line, at + 1, length);
    }

    private static int start(byte[] line, int length) {
        int at = 0;
        while (at < length && line[at] == ' ') {
            at++;
        }
        return at;
    }
}

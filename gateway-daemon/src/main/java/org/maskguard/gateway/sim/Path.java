package org.maskguard.gateway.sim;

/// How long a move is.
final class Path {

    private Path() {}

    /// The length in mm of what G0 to G3 draw from `from` to `to`; the E axis does not count.
    static double length(Words words, double unit, double[] from, double[] to) {
        double rise = to[2] - from[2];
        if (words.code() < 2 || !words.has('I') && !words.has('J')) {
            return Math.hypot(Math.hypot(to[0] - from[0], to[1] - from[1]), rise);
        }
        double i = words.value('I', 0) * unit;
        double j = words.value('J', 0) * unit;
        double begin = Math.atan2(-j, -i);
        double end = Math.atan2(to[1] - from[1] - j, to[0] - from[0] - i);
        double turn = words.code() == 2 ? begin - end : end - begin;
        if (turn <= 1e-9) {
            turn += 2 * Math.PI;
        }
        return Math.hypot(turn * Math.hypot(i, j), rise);
    }
}

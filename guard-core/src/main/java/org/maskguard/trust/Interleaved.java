package org.maskguard.trust;

import java.util.Set;
import java.util.regex.Pattern;

/// Lines that may come between those of a cleared job: what hosts ask and say by themselves. None lays material down or
/// changes where it goes.
final class Interleaved {

    /// The polls, and what is displayed or said.
    private static final Set<String> WORDS =
            Set.of("M105", "M114", "M115", "M119", "M27", "M31", "M155", "M154", "M113", "M503", "M117", "M118", "M73");

    /// Speed in percent alone: its other parameters back it up and bring it back.
    private static final Pattern SPEED = Pattern.compile("M220 S([0-9]{1,3})(\\.[0-9]{1,9})?");

    private static final int SLOWEST = 50;
    private static final int FASTEST = 200;

    private Interleaved() {}

    /// @param line in its plain rendering
    static boolean allows(String line) {
        int space = line.indexOf(' ');
        if (WORDS.contains(space < 0 ? line : line.substring(0, space))) {
            return true;
        }
        if (!SPEED.matcher(line).matches()) {
            return false;
        }
        double percent = Double.parseDouble(line.substring("M220 S".length()));
        return percent >= SLOWEST && percent <= FASTEST;
    }
}

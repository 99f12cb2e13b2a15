package org.maskguard.classify;

/// How the size of a face is judged, by the distance from sellion to menton.
enum Sizes {
    /// Below the life-size band.
    SMALL,
    /// Within it.
    LIFE_SIZE,
    /// Above it, but still wearable.
    LARGE,
    /// Larger than can be worn.
    HUGE;

    /// The life-size band of the design, section 2: a child of six at the low end to a large man at the high end,
    /// mm.
    private static final double SHORTEST = 85;

    private static final double LONGEST = 150;

    /// Up to this a face is wearable but not life-like, mm.
    private static final double LARGEST = 200;

    /// The fitted length of a face is right within this share.
    private static final double BLUR = 0.02;

    static Sizes of(double sellionMenton) {
        if (sellionMenton < SHORTEST * (1 - BLUR)) {
            return SMALL;
        }
        if (sellionMenton <= LONGEST * (1 + BLUR)) {
            return LIFE_SIZE;
        }
        return sellionMenton <= LARGEST ? LARGE : HUGE;
    }
}

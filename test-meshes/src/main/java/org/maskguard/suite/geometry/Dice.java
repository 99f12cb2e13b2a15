package org.maskguard.suite.geometry;

/// Numbers that look random and are the same everywhere for the same seed: SplitMix64 (Steele, Lea, Flood, "Fast
/// splittable pseudorandom number generators", 2014). Not thread-safe.
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    /// Dice for one thing of many: what other things draw does not change what this one gets.
    ///
    /// @param name such as the identifier of a case
    public static Dice of(long seed, String name) {
        long hash = 0xcbf29ce484222325L ^ mixed(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            // FNV-1a, over UTF-16 units.
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(mixed(hash));
    }

    public long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /// From 0 to just under 1.
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /// A whole number of a range, both ends included.
    public int from(int least, int most) {
        return least + (int) Long.remainderUnsigned(next(), most - least + 1L);
    }

    public boolean chance(double share) {
        return unit() < share;
    }

    /// A normal deviate of deviation 1, by the polar method.
    public double normal() {
        while (true) {
            double x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// A normal deviate within so many deviations.
    public double normal(double most) {
        return Math.clamp(normal(), -most, most);
    }

    @SafeVarargs
    public final <T> T pick(T... of) {
        return of[from(0, of.length - 1)];
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}

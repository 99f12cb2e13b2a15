package org.maskguard.train.example;

import java.util.List;
import java.util.SplittableRandom;

/// Seeded chance whose every draw is the same on any machine and Java release.
///
/// [SplittableRandom]'s integers are specified; its Gaussians are not, so they are made here with [StrictMath].
/// Not thread-safe: each example rolls its own.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Dice for one thing: of the same seed, different names give independent draws.
    static Dice of(long seed, String name) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    /// Uniform from 0 to 1.
    double next() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /// Uniform over low, low + 1, …, high.
    int between(int low, int high) {
        return low + (int) (next() * (high - low + 1));
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    /// Normal with mean 0 and deviation 1 (Box and Muller).
    double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - next()));
        return radius * StrictMath.cos(2 * Math.PI * next());
    }

    <T> T pick(List<T> list) {
        return list.get(between(0, list.size() - 1));
    }

    long seed() {
        return random.nextLong();
    }
}

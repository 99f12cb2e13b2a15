package org.maskguard.gateway.sim;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A bad cable: now and then one byte of a line has a flipped bit or is missing. The same seed damages the same lines.
///
/// One flipped bit or one missing byte is what the wire's checksum finds for certain. What it cannot find (two damages
/// that
/// cancel out) no gateway can make good.
public final class Noise {

    private final RandomGenerator random;
    private final double rate;
    private long damaged;

    /// @param rate the part of all lines that is damaged, 0 to 1
    public Noise(RandomGenerator random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    /// The line as it arrives, its end included.
    public byte[] carry(byte[] line) {
        if (line.length == 0 || random.nextDouble() >= rate) {
            return line;
        }
        damaged++;
        int place = random.nextInt(line.length);
        if (random.nextInt(4) > 0) {
            byte[] flipped = line.clone();
            flipped[place] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
        byte[] shorter = Arrays.copyOf(line, line.length - 1);
        System.arraycopy(line, place + 1, shorter, place, line.length - 1 - place);
        return shorter;
    }

    /// How many lines were damaged.
    public long damaged() {
        return damaged;
    }
}

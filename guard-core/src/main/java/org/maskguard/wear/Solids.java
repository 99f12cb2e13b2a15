package org.maskguard.wear;

import java.util.Arrays;

/// The stretches of one line that lie in material, in order. Reused from line to line; not for several threads.
final class Solids {

    private final Crossings crossings;
    private final Reading reading;
    private double[] from = new double[16];
    private double[] to = new double[16];
    private int count;

    Solids(Crossings crossings, Reading reading) {
        this.crossings = crossings;
        this.reading = reading;
    }

    /// Reads a line. False when it makes sense in no way that fits the reading: it has then no stretches.
    boolean read(int line) {
        count = 0;
        reserve(crossings.count(line));
        if (reading == Reading.SHEET) {
            readSheet(line);
            return true;
        }
        if (reading == Reading.SIGNED && crossings.isSigned(line)) {
            readSigned(line);
            return true;
        }
        if (crossings.isPaired(line)) {
            readPairs(line);
            return true;
        }
        return false;
    }

    int count() {
        return count;
    }

    /// Where the i-th stretch begins, mm along the line.
    double from(int i) {
        return from[i];
    }

    /// Where the i-th stretch ends, mm along the line; `from(i)` for a surface without thickness.
    double to(int i) {
        return to[i];
    }

    private void readSheet(int line) {
        for (int i = 0; i < crossings.count(line); i++) {
            put(crossings.at(line, i), crossings.at(line, i));
        }
    }

    private void readPairs(int line) {
        for (int i = 0; i < crossings.count(line); i += 2) {
            put(crossings.at(line, i), crossings.at(line, i + 1));
        }
    }

    /// Material is where the winding number is not 0, so bodies may overlap, nest, or be inside out.
    private void readSigned(int line) {
        int winding = 0;
        double begin = 0;
        for (int i = 0; i < crossings.count(line); i++) {
            int before = winding;
            winding += crossings.turn(line, i);
            if (before == 0) {
                begin = crossings.at(line, i);
            } else if (winding == 0) {
                put(begin, crossings.at(line, i));
            }
        }
    }

    private void put(double begin, double end) {
        from[count] = begin;
        to[count++] = end;
    }

    private void reserve(int crossed) {
        if (crossed > from.length) {
            from = Arrays.copyOf(from, 2 * crossed);
            to = Arrays.copyOf(to, 2 * crossed);
        }
    }
}

package org.maskguard.suite.slicing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The lines of plastic that a job of one of the three slicers lays for the object itself, without supports.
///
/// Reads only what these slicers write: straight moves in mm, absolute X Y Z, E absolute or relative, and the comments
/// by which they tell supports from the object. Not thread-safe while it reads; read-only then.
final class Beads {

    private static final int FIELDS = 5;

    private double[] ends = new double[FIELDS * 4096];
    private int count;

    private double x;
    private double y;
    private double z;
    private double e;
    private boolean relative;
    private boolean moveRelative;
    private boolean support;

    private Beads() {}

    /// @throws IOException where the file cannot be read or a number is none
    static Beads read(Path job) throws IOException {
        Beads beads = new Beads();
        try (BufferedReader lines = Files.newBufferedReader(job, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                beads.line(line);
            }
        } catch (NumberFormatException bad) {
            throw new IOException(job + ": " + bad.getMessage(), bad);
        }
        return beads;
    }

    int count() {
        return count;
    }

    double fromX(int bead) {
        return ends[FIELDS * bead];
    }

    double fromY(int bead) {
        return ends[FIELDS * bead + 1];
    }

    double toX(int bead) {
        return ends[FIELDS * bead + 2];
    }

    double toY(int bead) {
        return ends[FIELDS * bead + 3];
    }

    /// Height of the nozzle at the bead's end, mm.
    double z(int bead) {
        return ends[FIELDS * bead + 4];
    }

    /// Greatest height, mm; 0 where there is no bead.
    double top() {
        double top = 0;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, z(i));
        }
        return top;
    }

    private void line(String line) {
        if (line.startsWith(";TYPE:")) {
            String type = line.substring(6).toUpperCase(java.util.Locale.ROOT);
            support = type.startsWith("SUPPORT") || type.startsWith("SKIRT") || type.startsWith("PRIME");
            return;
        }
        int comment = line.indexOf(';');
        String command = comment < 0 ? line : line.substring(0, comment);
        boolean ownSupport = comment >= 0 && line.indexOf("support material", comment) >= 0;
        String[] words = command.strip().split(" +");
        switch (words[0]) {
            case "G0", "G1" -> move(words, support || ownSupport);
            case "G90" -> moveRelative = false;
            case "G91" -> moveRelative = true;
            case "M82" -> relative = false;
            case "M83" -> relative = true;
            case "G92" -> reset(words);
            default -> {
                // Heat, fans, speeds: nothing is laid.
            }
        }
    }

    private void reset(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("E")) {
                e = Double.parseDouble(words[i].substring(1));
            }
        }
    }

    private void move(String[] words, boolean ofSupport) {
        double toX = x;
        double toY = y;
        double toZ = z;
        double fed = 0;
        for (int i = 1; i < words.length; i++) {
            double value = Double.parseDouble(words[i].substring(1));
            switch (words[i].charAt(0)) {
                case 'X' -> toX = moveRelative ? x + value : value;
                case 'Y' -> toY = moveRelative ? y + value : value;
                case 'Z' -> toZ = moveRelative ? z + value : value;
                case 'E' -> {
                    fed = relative ? value : value - e;
                    e = relative ? e : value;
                }
                default -> {
                    // Speed.
                }
            }
        }
        if (fed > 0 && !ofSupport && (toX != x || toY != y)) {
            add(toX, toY, toZ);
        }
        x = toX;
        y = toY;
        z = toZ;
    }

    private void add(double toX, double toY, double toZ) {
        if (FIELDS * (count + 1) > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        int at = FIELDS * count++;
        ends[at] = x;
        ends[at + 1] = y;
        ends[at + 2] = toX;
        ends[at + 3] = toY;
        ends[at + 4] = toZ;
    }
}

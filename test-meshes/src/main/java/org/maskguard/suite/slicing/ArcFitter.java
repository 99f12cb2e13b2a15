package org.maskguard.suite.slicing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins runs of short lines of a job into arcs, G2 and G3 with I and J, as post-processors such as ArcWelder do.
///
/// A run is joined while one circle passes within [#TOLERANCE] of every corner and of the middle of every line, turning
/// one way. Lines that change height, speed or nothing but E end a run. Not thread-safe.
final class ArcFitter {

    /// How far an arc may lie from what it replaces, mm: ArcWelder's own default resolution of 0.05 mm.
    static final double TOLERANCE = 0.05;

    private static final int FEWEST_LINES = 3;
    private static final double LARGEST_RADIUS = 500;

    /// No arc turns further than this, rad: ends that nearly meet would be read as no turn at all.
    private static final double FURTHEST = 1.5 * Math.PI;

    private static final Pattern LINE = Pattern.compile("G1 X(-?[\\d.]+) Y(-?[\\d.]+) E(-?[\\d.]+)\\s*(;.*)?");
    private static final Pattern POSITION = Pattern.compile("G[01] .*");
    private static final Pattern WORD = Pattern.compile("([XYE])(-?[\\d.]+)");

    private final BufferedWriter out;
    private final List<double[]> run = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private double x = Double.NaN;
    private double y = Double.NaN;
    private boolean relative;
    private boolean moveRelative;
    private int arcs;

    private ArcFitter(BufferedWriter out) {
        this.out = out;
    }

    /// Writes a job with arcs.
    ///
    /// @return how many arcs
    static int weld(Path job, Path welded) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(job, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(welded, StandardCharsets.ISO_8859_1)) {
            ArcFitter fitter = new ArcFitter(out);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                fitter.line(line);
            }
            fitter.end();
            return fitter.arcs;
        }
    }

    private void line(String line) throws IOException {
        Matcher match = LINE.matcher(line);
        if (match.matches() && !moveRelative && !Double.isNaN(x) && !Double.isNaN(y)) {
            double[] point = {number(match, 1), number(match, 2), number(match, 3)};
            if (run.isEmpty()) {
                run.add(new double[] {x, y, 0});
            }
            run.add(point);
            if (run.size() > 3 && circle(run) == null) {
                run.removeLast();
                double[] last = run.getLast();
                end();
                run.add(last);
                run.add(point);
            }
            texts.add(line);
            x = point[0];
            y = point[1];
            return;
        }
        end();
        follow(line);
        out.write(line);
        out.newLine();
    }

    /// Where a line that is none of a run leaves the nozzle.
    private void follow(String line) {
        if (POSITION.matcher(line).matches()) {
            int comment = line.indexOf(';');
            Matcher words = WORD.matcher(comment < 0 ? line : line.substring(0, comment));
            while (words.find()) {
                // After a relative move the place is not known until both words are given again.
                double value = moveRelative ? Double.NaN : Double.parseDouble(words.group(2));
                x = words.group(1).equals("X") ? value : x;
                y = words.group(1).equals("Y") ? value : y;
            }
        } else if (line.startsWith("M83") || line.startsWith("M82")) {
            relative = line.startsWith("M83");
        } else if (line.startsWith("G91") || line.startsWith("G90")) {
            moveRelative = line.startsWith("G91");
        }
    }

    private void end() throws IOException {
        double[] circle = run.size() > FEWEST_LINES ? circle(run) : null;
        if (circle == null) {
            for (String text : texts) {
                out.write(text);
                out.newLine();
            }
        } else {
            out.write(arc(circle));
            out.newLine();
            arcs++;
        }
        run.clear();
        texts.clear();
    }

    private String arc(double[] circle) {
        double[] from = run.getFirst();
        double[] to = run.getLast();
        double fed = to[2];
        if (relative) {
            fed = run.stream().skip(1).mapToDouble(p -> p[2]).sum();
        }
        return String.format(
                Locale.ROOT,
                "G%d X%.3f Y%.3f I%.3f J%.3f E%.5f",
                circle[2] > 0 ? 3 : 2,
                to[0],
                to[1],
                circle[0] - from[0],
                circle[1] - from[1],
                fed);
    }

    /// Middle and turn (1 anticlockwise, -1 clockwise) of the circle on which all points lie; null where there is
    /// none.
    private static double[] circle(List<double[]> points) {
        double[] centre = centre(points.getFirst(), points.get(points.size() / 2), points.getLast());
        if (centre == null) {
            return null;
        }
        double radius = Math.hypot(points.getFirst()[0] - centre[0], points.getFirst()[1] - centre[1]);
        if (radius > LARGEST_RADIUS) {
            return null;
        }
        double turned = 0;
        double way = 0;
        for (int i = 1; i < points.size(); i++) {
            double[] a = points.get(i - 1);
            double[] b = points.get(i);
            double middle = Math.hypot((a[0] + b[0]) / 2 - centre[0], (a[1] + b[1]) / 2 - centre[1]);
            double end = Math.hypot(b[0] - centre[0], b[1] - centre[1]);
            double cross = (a[0] - centre[0]) * (b[1] - centre[1]) - (a[1] - centre[1]) * (b[0] - centre[0]);
            double dot = (a[0] - centre[0]) * (b[0] - centre[0]) + (a[1] - centre[1]) * (b[1] - centre[1]);
            double angle = Math.atan2(cross, dot);
            if (Math.abs(middle - radius) > TOLERANCE || Math.abs(end - radius) > TOLERANCE || angle * way < 0) {
                return null;
            }
            way = angle;
            turned += angle;
        }
        return way == 0 || Math.abs(turned) > FURTHEST ? null : new double[] {centre[0], centre[1], Math.signum(way)};
    }

    private static double[] centre(double[] a, double[] b, double[] c) {
        double bx = b[0] - a[0];
        double by = b[1] - a[1];
        double cx = c[0] - a[0];
        double cy = c[1] - a[1];
        double area = 2 * (bx * cy - by * cx);
        if (Math.abs(area) < 1e-9) {
            return null;
        }
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        return new double[] {a[0] + (cy * b2 - by * c2) / area, a[1] + (bx * c2 - cx * b2) / area};
    }

    private static double number(Matcher match, int group) {
        return Double.parseDouble(match.group(group));
    }
}

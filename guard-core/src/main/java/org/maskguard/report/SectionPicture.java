package org.maskguard.report;

import java.util.Arrays;
import org.maskguard.report.Section.Window;
import org.maskguard.wear.Wear;

/// The cut through a face as a drawing: material, the room behind it, and both their measures.
final class SectionPicture {

    private static final double HEIGHT = 520;
    private static final double COLUMN = 110;

    /// Material that is deeper than this is no wall, mm (design, section 2, "Wearable").
    private static final double THICKEST_WALL = 25;

    /// The nose root's heights over the tip of the nose between which the room is measured, mm.
    private static final double ROOT_LOW = 15;

    private static final double ROOT_HIGH = 50;
    private static final double ROW = 1;

    private final Section section;
    private final FacePose pose;
    private final Wear wear;
    private final Window window;

    /// @param wear what was measured behind the face, or null
    SectionPicture(Section section, FacePose pose, Wear wear) {
        this.section = section;
        this.pose = pose;
        this.wear = wear;
        double h = pose.height();
        double top = pose.sellion() + 0.8 * h;
        double low = pose.menton() - 0.25 * h;
        double scale = HEIGHT / (top - low);
        double front = 0.2 * h;
        double back = Math.clamp(section.backmost(low, top) - 0.1 * h, -1.6 * h, -0.7 * h);
        window = new Window(front + COLUMN / scale, top, scale, COLUMN + (front - back) * scale, HEIGHT);
    }

    String svg() {
        Svg svg = new Svg(window.width(), HEIGHT + 40, "A cut through the middle of the face, seen from its left");
        double rim = rim();
        if (!Double.isNaN(rim)) {
            svg.fill(room(rim), "#3b8ea5", 0.28);
        }
        if (wear == null || !wear.sheet() || !wear.wearable()) {
            svg.fill(material(), "#8a8177", 0.9);
        }
        svg.stroke(section.path(window), 1.3);
        if (!Double.isNaN(rim)) {
            roomLine(svg, rim);
        }
        wallLine(svg);
        ruler(svg);
        return svg.close();
    }

    /// Bands of material, row by row: between every other two crossings, where their number is even.
    private String material() {
        StringBuilder path = new StringBuilder();
        for (double up = lowest(); up < window.top(); up += ROW) {
            double[] crossings = section.crossings(up);
            for (int i = 0; crossings.length % 2 == 0 && i < crossings.length; i += 2) {
                band(path, up, crossings[i], crossings[i + 1]);
            }
        }
        return path.toString();
    }

    private String room(double rim) {
        StringBuilder path = new StringBuilder();
        for (double up = lowest(); up < window.top(); up += ROW) {
            double exit = exit(up);
            if (exit > rim) {
                band(path, up, exit, rim);
            }
        }
        return path.toString();
    }

    /// Where the room ends: so far behind the nose root as was measured. NaN where there is no room to show, as in
    /// a
    /// skin that is no mask: slicers fill it.
    private double rim() {
        if (wear == null || !(wear.roomMm() > 1) || (wear.sheet() && !wear.wearable())) {
            return Double.NaN;
        }
        double[] exits = new double[(int) ((ROOT_HIGH - ROOT_LOW) / ROW) + 1];
        int n = 0;
        for (double up = ROOT_LOW; up <= ROOT_HIGH; up += ROW) {
            double exit = exit(up);
            if (!Double.isNaN(exit)) {
                exits[n++] = exit;
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(exits, 0, n);
        return exits[n / 2] - wear.roomMm();
    }

    /// Where a line from the front leaves the wall, or the surface itself where it has none. NaN where it meets
    /// nothing, or more than a wall.
    private double exit(double up) {
        double[] crossings = section.crossings(up);
        if (crossings.length == 0) {
            return Double.NaN;
        }
        if (wear.sheet() || crossings.length == 1) {
            return crossings[0];
        }
        return crossings[0] - crossings[1] <= THICKEST_WALL ? crossings[1] : Double.NaN;
    }

    private void roomLine(Svg svg, double rim) {
        double up = (ROOT_LOW + ROOT_HIGH) / 2;
        double exit = exit(up);
        double y = window.y(up);
        if (Double.isNaN(exit)) {
            return;
        }
        svg.line(window.x(rim), y - 14, window.x(rim), y + 14);
        svg.arrows(window.x(exit), y, window.x(rim), y);
        double middle = (window.x(exit) + window.x(rim)) / 2;
        svg.text(middle, y - 8, "middle", "room " + Words.number(wear.roomMm(), 0) + " mm");
    }

    private void wallLine(Svg svg) {
        double up = pose.menton() + 1.15 * pose.height();
        double[] crossings = section.crossings(up);
        if (wear == null || crossings.length == 0) {
            return;
        }
        double y = window.y(up);
        String words = wear.sheet() ? "no thickness" : "wall " + Words.number(wear.wallMm(), 1) + " mm";
        svg.line(COLUMN - 8, y, window.x(crossings[0]), y);
        svg.text(COLUMN - 12, y + 5, "end", words);
    }

    private void ruler(Svg svg) {
        double right = window.width() - 14;
        double left = right - 50 * window.pixelsPerMm();
        double y = HEIGHT + 14;
        svg.line(left, y, right, y);
        svg.line(left, y - 5, left, y + 5);
        svg.line(right, y - 5, right, y + 5);
        svg.text((left + right) / 2, y + 20, "middle", "50 mm");
    }

    private double lowest() {
        return window.top() - HEIGHT / window.pixelsPerMm();
    }

    private void band(StringBuilder path, double up, double front, double back) {
        path.append('M');
        Decimals.append(path, window.x(front), 1).append(' ');
        Decimals.append(path, window.y(up + ROW / 2), 1).append('H');
        Decimals.append(path, window.x(back), 1).append('v');
        // A little over the next row, or hair lines show between them.
        Decimals.append(path, ROW * window.pixelsPerMm() + 0.4, 1).append('H');
        Decimals.append(path, window.x(front), 1).append('Z');
    }
}

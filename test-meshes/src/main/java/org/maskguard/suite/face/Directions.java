package org.maskguard.suite.face;

/// The grid on which faces are kept: directions from a point within the head, dense where the features are.
///
/// Columns turn from the front to the face's left and on to the back of the head, rows rise from under the chin to the
/// crown. Only the left half is kept; the right half is its mirror image.
final class Directions {

    static final int ROWS = 60;
    static final int COLUMNS = 40;

    /// Rows up to here are this far apart, degrees; the rest share what remains to the crown.
    private static final int DENSE_ROWS = 48;

    private static final double ROW_STEP = 1.9;
    private static final double LOWEST = -56;

    private Directions() {}

    /// Elevation of a row, degrees.
    static double elevation(int row) {
        if (row < DENSE_ROWS) {
            return LOWEST + ROW_STEP * row;
        }
        double last = LOWEST + ROW_STEP * (DENSE_ROWS - 1);
        return last + (90 - last) * (row - DENSE_ROWS + 1) / (ROWS - DENSE_ROWS);
    }

    /// Azimuth of a column, degrees from the front to the left.
    static double azimuth(int column) {
        if (column <= 20) {
            return 2.2 * column;
        }
        if (column <= 30) {
            return 44 + 4.6 * (column - 20);
        }
        return 90 + 10 * (column - 30);
    }
}

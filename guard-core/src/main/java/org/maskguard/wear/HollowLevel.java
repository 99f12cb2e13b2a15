package org.maskguard.wear;

/// One horizontal section of a hollow head: what is solid, where walls are, and how many walls are round a cell.
///
/// Cells lie in columns to the left and rows to the back; a set of cells is an array of flags over them.
final class HollowLevel {

    /// Half the width of the section, how far it reaches behind the tip of the nose and before it, mm: the largest
    /// heads with hair, and a helmet's wall.
    static final double HALF = 135;

    static final double REAR = 300;

    static final double FRONT = 40;

    /// Edge of a cell, mm.
    private static final double CELL = 5;

    private static final int COLUMNS = (int) (2 * HALF / CELL);

    private static final int ROWS = (int) ((REAR + FRONT) / CELL);

    /// Slope of the lines, so that they meet no vertex of a regular grid.
    private static final double SLOPE = 1.9e-4;

    /// A cell with walls at this many of its four sides lies in the hollow.
    private static final int ENCLOSED = 3;

    private static final int SIDES = 4;

    private final boolean[] solid = new boolean[ROWS * COLUMNS];
    private final int[] sides = new int[ROWS * COLUMNS];

    /// Whether a wall that cannot be broken away lies between a cell and the next one to the left, or to the back.
    private final boolean[] wallLeft = new boolean[ROWS * COLUMNS];

    private final boolean[] wallBack = new boolean[ROWS * COLUMNS];

    /// The same for any material.
    private final boolean[] anyLeft = new boolean[ROWS * COLUMNS];

    private final boolean[] anyBack = new boolean[ROWS * COLUMNS];

    /// @param y height of the section above the tip of the nose, mm
    HollowLevel(Rays rays, Reading reading, double y) {
        Crossings back = new Crossings(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            back.add(rays, rays.cast(x(column), y, FRONT, SLOPE, SLOPE, -1));
        }
        Solids solids = new Solids(back, reading);
        for (int column = 0; column < COLUMNS; column++) {
            mark(solids, column, column, COLUMNS, ROWS, wallBack, anyBack);
        }
        Crossings left = new Crossings(ROWS);
        for (int row = 0; row < ROWS; row++) {
            left.add(rays, rays.cast(-HALF, y, z(row), 1, SLOPE, SLOPE));
        }
        solids = new Solids(left, reading);
        for (int row = 0; row < ROWS; row++) {
            mark(solids, row, row * COLUMNS, 1, COLUMNS, wallLeft, anyLeft);
        }
    }

    /// The hollow in which a place lies.
    boolean[] around(double x, double z) {
        boolean[] hollow = new boolean[ROWS * COLUMNS];
        int column = (int) ((x + HALF) / CELL);
        int row = (int) ((FRONT - z) / CELL);
        boolean[] seed = new boolean[ROWS * COLUMNS];
        if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS) {
            seed[row * COLUMNS + column] = true;
        }
        spread(seed, hollow);
        return hollow;
    }

    /// The hollow of this level that lies under, or over, that of another level.
    boolean[] under(boolean[] other) {
        boolean[] hollow = new boolean[ROWS * COLUMNS];
        spread(other, hollow);
        return hollow;
    }

    /// Share of a set of cells that is solid on this level.
    double solidShare(boolean[] cells) {
        int all = 0;
        int some = 0;
        for (int i = 0; i < cells.length; i++) {
            all += cells[i] ? 1 : 0;
            some += cells[i] && solid[i] ? 1 : 0;
        }
        return some / (double) Math.max(1, all);
    }

    /// Notes which cells of the last level's hollow have come to lie open: two of their sides or more without a
    /// wall,
    /// and no wall, however thin, between them and what is left of the hollow.
    ///
    /// @param next what is left of it on this level
    void markOpen(boolean[] hollow, boolean[] next, int[] openedOn, int number) {
        boolean[] reached = next.clone();
        int[] stack = new int[next.length];
        int top = 0;
        for (int i = 0; i < next.length; i++) {
            if (next[i]) {
                stack[top++] = i;
            }
        }
        boolean nothingLeft = top == 0;
        for (int i = 0; nothingLeft && i < next.length; i++) {
            if (hollow[i] && isOpen(i)) {
                reached[i] = true;
                openedOn[i] = number;
            }
        }
        while (top > 0) {
            int cell = stack[--top];
            for (int side = 0; side < SIDES; side++) {
                int other = neighbour(cell, side);
                boolean passable = other >= 0 && !reached[other] && hollow[other] && isOpen(other);
                if (passable && !materialBetween(cell, side)) {
                    reached[other] = true;
                    openedOn[other] = number;
                    stack[top++] = other;
                }
            }
        }
    }

    private boolean isOpen(int cell) {
        return !solid[cell] && sides[cell] < ENCLOSED;
    }

    /// Whether a set of cells is as wide, deep and large as asked, mm and mm².
    static boolean holds(boolean[] cells, double width, double depth, double area) {
        int minColumn = COLUMNS;
        int maxColumn = -1;
        int minRow = ROWS;
        int maxRow = -1;
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i]) {
                size++;
                minColumn = Math.min(minColumn, i % COLUMNS);
                maxColumn = Math.max(maxColumn, i % COLUMNS);
                minRow = Math.min(minRow, i / COLUMNS);
                maxRow = Math.max(maxRow, i / COLUMNS);
            }
        }
        return (maxColumn - minColumn + 1) * CELL >= width
                && (maxRow - minRow + 1) * CELL >= depth
                && size * CELL * CELL >= area;
    }

    /// Marks the cells on one line, and what lies between them. A line that makes no sense counts as walled.
    private void mark(Solids solids, int line, int first, int stride, int cells, boolean[] walls, boolean[] any) {
        boolean sound = solids.read(line);
        int count = solids.count();
        for (int k = 0; k < cells; k++) {
            int cell = first + k * stride;
            double at = (k + 0.5) * CELL;
            if (!sound) {
                sides[cell] += 2;
                continue;
            }
            sides[cell] += count > 0 && solids.from(0) < at ? 1 : 0;
            sides[cell] += count > 0 && solids.to(count - 1) > at ? 1 : 0;
            for (int i = 0; i < count; i++) {
                boolean thick = solids.to(i) - solids.from(i) > BackOpening.THIN;
                solid[cell] |= solids.from(i) <= at && solids.to(i) >= at;
                boolean between = solids.from(i) < at + CELL && solids.to(i) > at;
                any[cell] |= between;
                walls[cell] |= thick && between;
            }
        }
    }

    /// Fills the enclosed cells that hang together with the seeds among them.
    private void spread(boolean[] seeds, boolean[] filled) {
        int[] stack = new int[filled.length];
        int top = 0;
        for (int i = 0; i < filled.length; i++) {
            if (seeds[i]) {
                top = push(filled, stack, top, i);
            }
        }
        while (top > 0) {
            int cell = stack[--top];
            for (int side = 0; side < SIDES; side++) {
                int other = neighbour(cell, side);
                if (other >= 0 && !wallBetween(cell, side)) {
                    top = push(filled, stack, top, other);
                }
            }
        }
    }

    /// The next cell to the left, right, back or front; −1 at the border.
    private static int neighbour(int cell, int side) {
        int column = cell % COLUMNS;
        return switch (side) {
            case 0 -> column < COLUMNS - 1 ? cell + 1 : -1;
            case 1 -> column > 0 ? cell - 1 : -1;
            case 2 -> cell + COLUMNS < ROWS * COLUMNS ? cell + COLUMNS : -1;
            default -> cell >= COLUMNS ? cell - COLUMNS : -1;
        };
    }

    private boolean wallBetween(int cell, int side) {
        return between(cell, side, wallLeft, wallBack);
    }

    private boolean materialBetween(int cell, int side) {
        return between(cell, side, anyLeft, anyBack);
    }

    private static boolean between(int cell, int side, boolean[] left, boolean[] back) {
        return switch (side) {
            case 0 -> left[cell];
            case 1 -> left[cell - 1];
            case 2 -> back[cell];
            default -> back[cell - COLUMNS];
        };
    }

    private int push(boolean[] filled, int[] stack, int top, int cell) {
        if (filled[cell] || solid[cell] || sides[cell] < ENCLOSED) {
            return top;
        }
        filled[cell] = true;
        stack[top] = cell;
        return top + 1;
    }

    private static double x(int column) {
        return (column + 0.5) * CELL - HALF;
    }

    private static double z(int row) {
        return FRONT - (row + 0.5) * CELL;
    }
}

package org.maskguard.deposit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskguard.gcode.DepositSink;

/// Which beads hang together, and which only lie beside, on, or under one another.
///
/// Supports must come off, so every slicer keeps them half a line or more away from the walls, and leaves a layer's
/// height, or a tenth or two of a millimetre, under what rests on them. Infill and skin are bonded to their walls: a
/// line's width away, or less. So two strands, which are beads laid without a break, hang together where they lie side
/// by side in a layer, or on one another in two layers that follow.
///
/// Not for several threads. Memory is bounded: where there is more than is kept, there are no pieces.
final class Pieces implements DepositSink {

    /// Beads at heights that differ by less are in one layer, mm.
    private static final double SAME = 0.02;

    /// Beads that begin where the last one ended, to within this, go on with its strand, mm.
    private static final double BREAK = 0.05;

    /// Two strands of a layer hang together where their middles are nearer than 1.25 times their spacing: the sum
    /// of the
    /// two. Beside one another they are laid at 0.9 to 1, infill ends at 1, supports at 1.5 or more.
    private static final double CORE = 0.45;

    private static final double REACH = 0.8;

    /// What lies this much lower than a layer's beads are high, or more, has a gap above it.
    private static final double GAP = 1.15;

    /// The farthest that something rests over another, mm.
    private static final double FAR = 1.0;

    /// Pixels of overlap that are none: 0.1 mm².
    private static final int CHANCE = 6;

    /// Share of a layer's overlaps that tells how high its beads are.
    private static final double TELLING = 0.05;

    private static final double THINNEST_LAYER = 0.04;
    private static final double THICKEST_LAYER = 1.2;
    private static final double WIDEST = 2;

    private static final int MOST_BRICKS = 250_000;
    private static final int MOST_STRANDS = 20_000_000;

    private final TopView top = new TopView();
    private final Overlaps overlaps = new Overlaps();

    /// Strands from 1 on; the least of a set is its root.
    private int[] parent = new int[1 << 10];

    private Piece[] pieces = new Piece[1 << 10];
    private int strands;
    private int firstOfLayer = 1;
    private int bricks;
    private boolean lost;

    private double layer = Double.NaN;
    private double lowest = Double.POSITIVE_INFINITY;
    private double beadHeight = 0.2;
    private double endX = Double.NaN;
    private double endY;
    private double endZ;
    private double endWidth;

    private long[] cells = new long[1 << 12];
    private int[] owners = new int[1 << 12];
    private int cellEnd;

    @Override
    public void bead(double x0, double y0, double z0, double x1, double y1, double z1, double mm3, long line) {
        if (lost) {
            return;
        }
        double z = Math.max(z0, z1);
        boolean goesOn = Math.abs(x0 - endX) < BREAK && Math.abs(y0 - endY) < BREAK && Math.abs(z0 - endZ) < SAME;
        if (!goesOn && !Double.isNaN(endX)) {
            touch(endX, endY, endWidth);
        }
        if (!(Math.abs(z - layer) < SAME)) {
            endLayer();
            layer = z;
            lowest = Math.min(lowest, z);
        }
        double length = Math.hypot(x1 - x0, y1 - y0);
        beadHeight = beadHeight(x0, y0, x1, y1);
        double width = Math.min(WIDEST, mm3 / (Math.max(length, beadHeight) * beadHeight));
        if (!goesOn) {
            begin();
            touch(x0, y0, width);
        }
        paint(x0, y0, x1 - x0, y1 - y0, length, width);
        note(x0, y0, x1 - x0, y1 - y0, length, Math.min(z0, z1) - beadHeight / 2);
        endX = x1;
        endY = y1;
        endZ = z1;
        endWidth = width;
        lost = top.full() || strands >= MOST_STRANDS || bricks > MOST_BRICKS;
    }

    /// Pieces that are as large as a face and that others lie on, or under, with a gap between, largest first;
    /// nothing
    /// where all hangs together.
    ///
    /// Each comes with what hangs in the air beside it: skin that is nearly level is one line a layer, and these do
    /// not
    /// always touch.
    ///
    /// @param most of them
    List<List<Piece>> apart(int most) {
        if (lost) {
            return List.of();
        }
        endLayer();
        List<Piece> all = all();
        List<List<Piece>> apart = new ArrayList<>();
        all.stream()
                .filter(piece -> piece.extents()[1] > 60 && piece.extents()[0] > 12 && piece.loose() > 100)
                .sorted((a, b) -> Long.compare(b.bricks(), a.bricks()))
                .limit(most)
                .forEach(piece -> {
                    List<Piece> with = new ArrayList<>(List.of(piece));
                    all.stream()
                            .filter(other -> other != piece && !other.standing() && other.height() <= 3)
                            .forEach(with::add);
                    apart.add(with);
                });
        return apart;
    }

    List<Piece> all() {
        List<Piece> all = new ArrayList<>();
        for (int s = 1; s <= strands; s++) {
            if (parent[s] == s && pieces[s] != null) {
                all.add(pieces[s]);
            }
        }
        return all;
    }

    private void begin() {
        strands++;
        if (strands == parent.length) {
            parent = Arrays.copyOf(parent, 2 * strands);
            pieces = Arrays.copyOf(pieces, 2 * strands);
        }
        parent[strands] = strands;
    }

    /// How far the bead reaches down, mm: to what lies under it.
    private double beadHeight(double x0, double y0, double x1, double y1) {
        double least = THICKEST_LAYER;
        for (int i = 0; i <= 4; i++) {
            int x = TopView.pixel(x0 + i * (x1 - x0) / 4);
            int y = TopView.pixel(y0 + i * (y1 - y0) / 4);
            double under = layer - top.height(x, y);
            if (under > SAME && top.strand(x, y) != 0) {
                least = Math.min(least, under);
            }
        }
        return least < THICKEST_LAYER ? Math.max(THINNEST_LAYER, least) : beadHeight;
    }

    private void paint(double x, double y, double dx, double dy, double length, double width) {
        int along = 1 + (int) (length * TopView.PER_MM);
        int across = 1 + (int) (REACH * width * TopView.PER_MM);
        double sideX = length > 0 ? -dy / length * REACH * width / across : 0;
        double sideY = length > 0 ? dx / length * REACH * width / across : REACH * width / across;
        int core = (int) (across * CORE / REACH);
        for (int a = 0; a < along; a++) {
            double t = (a + 0.5) / along;
            for (int s = -across; s <= across; s++) {
                int px = TopView.pixel(x + t * dx + s * sideX);
                int py = TopView.pixel(y + t * dy + s * sideY);
                meet(px, py, Math.abs(s) <= core);
            }
        }
    }

    /// A round end reaches farther than its line.
    private void touch(double x, double y, double width) {
        int reach = (int) Math.ceil(REACH * width * TopView.PER_MM);
        int px = TopView.pixel(x);
        int py = TopView.pixel(y);
        for (int j = -reach; j <= reach; j++) {
            for (int i = -reach; i <= reach; i++) {
                if (i * i + j * j <= reach * reach) {
                    meet(px + i, py + j, false);
                }
            }
        }
    }

    private void meet(int px, int py, boolean core) {
        int other = top.strand(px, py);
        if (other != 0) {
            double under = layer - top.height(px, py);
            if (under < -SAME) {
                return;
            }
            if (under < SAME) {
                if (other != strands) {
                    join(other, strands);
                }
            } else if (core) {
                overlaps.add(strands, other, under);
            }
        }
        if (core) {
            top.lay(px, py, strands, (float) layer);
        }
    }

    /// Notes the cells that a bead's middle passes through.
    private void note(double x, double y, double dx, double dy, double length, double z) {
        int steps = 1 + (int) (2 * length / Piece.CELL);
        for (int i = 0; i < steps; i++) {
            double t = (i + 0.5) / steps;
            long cell = Piece.cell(x + t * dx, y + t * dy, z);
            if (cellEnd > 0 && cells[cellEnd - 1] == cell && owners[cellEnd - 1] == strands) {
                continue;
            }
            if (cellEnd == cells.length) {
                cells = Arrays.copyOf(cells, 2 * cellEnd);
                owners = Arrays.copyOf(owners, 2 * cellEnd);
            }
            cells[cellEnd] = cell;
            owners[cellEnd++] = strands;
        }
    }

    /// Joins the layer's strands with what they lie on, and puts their cells to their pieces.
    private void endLayer() {
        double height = overlaps.least(TELLING);
        for (int i = 0; i < overlaps.size(); i++) {
            boolean gap = overlaps.under(i) > GAP * height + 0.01;
            if (!gap && overlaps.pixels(i) > CHANCE) {
                join(overlaps.above(i), overlaps.below(i));
            }
        }
        for (int i = 0; i < cellEnd; i++) {
            Piece piece = piece(owners[i]);
            int before = piece.bricks();
            piece.add(cells[i]);
            bricks += piece.bricks() - before;
            if (layer < lowest + SAME) {
                piece.stand();
            }
        }
        for (int i = 0; i < overlaps.size(); i++) {
            double under = overlaps.under(i);
            if (under > GAP * height + 0.01 && under < height + FAR) {
                loose(overlaps.above(i), overlaps.pixels(i));
                loose(overlaps.below(i), overlaps.pixels(i));
            }
        }
        overlaps.clear();
        cellEnd = 0;
    }

    private void loose(int strand, int pixels) {
        Piece piece = pieces[root(strand)];
        if (piece != null) {
            piece.loose(pixels);
        }
    }

    private Piece piece(int strand) {
        int root = root(strand);
        if (pieces[root] == null) {
            pieces[root] = new Piece();
        }
        return pieces[root];
    }

    private int root(int strand) {
        int at = strand;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int a, int b) {
        int p = root(a);
        int q = root(b);
        if (p == q) {
            return;
        }
        int low = Math.min(p, q);
        int high = Math.max(p, q);
        parent[high] = low;
        Piece one = pieces[low];
        Piece other = pieces[high];
        pieces[high] = null;
        if (one == null || other == null) {
            pieces[low] = one == null ? other : one;
            return;
        }
        boolean larger = one.bricks() >= other.bricks();
        bricks -= one.bricks() + other.bricks();
        pieces[low] = larger ? one : other;
        pieces[low].add(larger ? other : one);
        bricks += pieces[low].bricks();
    }
}

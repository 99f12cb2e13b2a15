package org.maskguard.deposit;

import java.util.List;

/// Which beads hang together, and which only lie beside, on, or under one another.
///
/// Supports must come off, so every slicer keeps them half a line or more away from the walls, and leaves a layer's
/// height, or a tenth or two of a millimetre, under what rests on them. Infill and skin are bonded to their walls: a
/// line's width away, or less. So two strands, which are beads laid without a break, hang together where they run side
/// by side in a layer, or on one another in two layers that follow.
///
/// Not for several threads. Memory goes with the area of the plate and with what a layer holds, and is bounded.
final class Bonds {

    /// Beads at heights that differ by less are in one layer, mm.
    private static final double SAME = 0.02;

    /// Beads that begin where the last one ended, to within this, go on with its strand, mm.
    private static final double BREAK = 0.05;

    /// Two strands of a layer hang together where their middles are nearer than this times their width. Beside one
    /// another they are laid at 0.86 to 1, infill ends nearer, supports at 1.5.
    private static final double BESIDE = 1.04;

    /// The same for those that run along one another.
    private static final double ALONG = 1.2;

    /// One touches another below it where their middles, seen from above, are nearer than this times their width.
    private static final double ABOVE = 0.8;

    /// What is right under a place is looked for this far round it, in widths.
    private static final double UNDER = 0.5;

    /// What lies this much lower than a bead is high, or more, has a gap above it.
    private static final double GAP = 1.15;

    /// The farthest that something rests over another, mm.
    private static final double FAR = 1.0;

    /// Places in which strands touch by chance: so many, and so many for each place of the upper one. Supports pass
    /// over the edges of walls that slope.
    private static final int CHANCE = 1;

    private static final double CHANCE_SHARE = 0.25;

    /// So many places, and so many for each of the strand so far, need not wait for its end.
    private static final int SURE = 8;

    private static final double SURE_SHARE = 0.7;

    /// The same as long as it is not known what is usual.
    private static final double EARLY_SHARE = 0.6;

    /// Beads are between these times the usual width: slicers lay less where walls overlap, and more over gaps.
    private static final double NARROWEST = 0.9;

    private static final double WIDEST = 1.15;

    private static final double THINNEST_LAYER = 0.04;
    private static final double THICKEST_LAYER = 1.2;
    private static final double WIDEST_LINE = 2;

    /// Lines that are less than this times as wide as high are laid by no slicer: the filament is not of 1.75 mm,
    /// as
    /// was taken, but of 2.85, which no job says.
    private static final double SLENDEREST = 1.05;

    private static final double THICK_FILAMENT = (2.85 / 1.75) * (2.85 / 1.75);

    /// Of so many places one is looked at.
    private static final int SELDOM = 4;

    /// Cells along a bead are looked up this far apart, mm.
    private static final double STEP = 0.5;

    private static final int MOST_CONTACTS = 1 << 20;

    /// Measures that tell what is usual.
    private static final int ENOUGH = 100;

    private static final double ENOUGH_OF_LAYER = 50;

    /// Beads that are laid thinner, where walls overlap, can be most of a job: what is usual is the width that this
    /// share of them does not exceed.
    private static final double MOST_WIDTHS = 0.75;

    /// Share of a layer's measures that tells how high its beads are: most lie on beads, the rest higher.
    private static final double TELLING = 0.1;

    private final Strands strands;
    private final PlanView plan = new PlanView();
    private final Contacts contacts = new Contacts();

    /// How far places lie over what is under them, mm, in this layer and in all.
    private final Commonest layerUnders = new Commonest(THICKEST_LAYER, 100);

    private final Commonest unders = new Commonest(THICKEST_LAYER, 100);

    /// How wide beads are, mm: their section over how far they reach down.
    private final Commonest widths = new Commonest(WIDEST_LINE, 25);

    private final float[] bead = new float[PlanView.NUMBERS];
    private boolean lost;
    private int strand;
    private double layer = Double.NaN;

    /// How high the strand's beads are, mm.
    private double beadHeight = 0.2;

    /// How wide beads are, mm; 0 while unknown.
    private double usualWidth;

    /// By how much they are wider than that.
    private double swell = 1;

    /// No bead of the layer is higher, mm.
    private double mostHeight;

    /// What lies no lower under the bead than this is touched, mm.
    private double touched;

    /// Height of what lies under the place that is looked at, and its strand, 0 for none.
    private double top;

    private int on;

    /// Places of the strand that were looked at, and the number of its first contact.
    private int places;

    private int firstContact;

    /// Places for which the one that is looked at stands, and those that were passed over since the last one.
    private int weight;

    private int passed;

    /// Length of the short beads since the last place that was looked at, mm.
    private double unmet;

    private double endX = Double.NaN;
    private double endY;
    private double endZ;

    Bonds(Strands strands) {
        this.strands = strands;
    }

    /// Whether there was more than is kept: nothing is known then.
    boolean lost() {
        return lost;
    }

    /// Takes a bead.
    ///
    /// @return its strand
    int bead(double x0, double y0, double z0, double x1, double y1, double z1, double mm3) {
        if (lost) {
            return 0;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        boolean goesOn = Math.abs(x0 - endX) < BREAK && Math.abs(y0 - endY) < BREAK && Math.abs(z0 - endZ) < SAME;
        double z = Math.max(z0, z1);
        boolean higher = !(Math.abs(z - layer) < SAME);
        if (!goesOn || higher) {
            endStrand();
        }
        if (higher) {
            endLayer();
            layer = z;
        }
        if (!goesOn) {
            strand = strands.begin();
            usualWidth = usualWidth();
            swell = usualWidth < SLENDEREST * unders.usual(ENOUGH) ? THICK_FILAMENT : 1;
            beadHeight = height(x0, y0, dx, dy, mm3 / Math.max(length, beadHeight));
            double usual = unders.usual(ENOUGH);
            double low = layerUnders.quantile(TELLING);
            mostHeight = usual > 0 && layerUnders.weight() < ENOUGH_OF_LAYER ? usual : Math.max(usual, low);
        }
        measure(x0, y0, x1, y1, length, mm3);
        meet(x0, y0, dx, dy, length, goesOn);
        lay(x0, y0, dx, dy, 1 + (int) (length / STEP));
        endX = x1;
        endY = y1;
        endZ = z1;
        lost = plan.full() || contacts.size() > MOST_CONTACTS;
        return strand;
    }

    /// Ends what is being laid; more may follow.
    void end() {
        endStrand();
        endLayer();
    }

    /// Adds all numbers of strands that are kept here, to be renamed. The next bead begins a strand.
    void known(List<int[]> known) {
        end();
        endX = Double.NaN;
        plan.known(known);
    }

    private void measure(double x0, double y0, double x1, double y1, double length, double mm3) {
        double section = mm3 / Math.max(length, beadHeight);
        double width = Math.min(WIDEST_LINE, section / beadHeight);
        widths.add(width, length);
        double height = beadHeight;
        if (usualWidth > 0) {
            width = swell * Math.clamp(width, NARROWEST * usualWidth, WIDEST * usualWidth);
            height = section / usualWidth;
        }
        touched = GAP * Math.min(height, mostHeight);
        bead[0] = (float) x0;
        bead[1] = (float) y0;
        bead[2] = (float) x1;
        bead[3] = (float) y1;
        bead[4] = (float) layer;
        bead[5] = (float) width;
    }

    private double usualWidth() {
        return widths.weight() < ENOUGH ? 0 : widths.quantile(MOST_WIDTHS);
    }

    /// How high a strand's beads are: it reaches down to what is under it where it begins, mm.
    private double height(double x, double y, double dx, double dy, double section) {
        double least = THICKEST_LAYER;
        for (int i = 0; i <= 4; i++) {
            double under = layer - top(x + i * dx / 4, y + i * dy / 4);
            least = Math.min(least, under);
            layerUnders.add(under, 1);
            unders.add(under, 1);
        }
        if (least < THICKEST_LAYER) {
            return Math.max(THINNEST_LAYER, least);
        }
        // Nothing is under it: it lies on the bed, or hangs.
        double height = usualWidth > 0 ? section / usualWidth : layer;
        return height > THINNEST_LAYER && height < THICKEST_LAYER ? height : beadHeight;
    }

    private void lay(double x, double y, double dx, double dy, int steps) {
        int own = strands.root(strand);
        int lastX = 0;
        int lastY = 0;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            int cx = PlanView.cell(x + t * dx);
            int cy = PlanView.cell(y + t * dy);
            if (cx == lastX && cy == lastY) {
                continue;
            }
            lastX = cx;
            lastY = cy;
            int cell = plan.lay(cx, cy, strand, bead);
            if (cell >= 0 && plan.shared(cell) != 0 && strands.root(plan.shared(cell)) != own) {
                plan.share(cell, 0);
            }
        }
    }

    /// Joins the strand with what it touches all along.
    private void endStrand() {
        for (int i = firstContact; i < contacts.size(); i++) {
            double share = unders.usual(ENOUGH) > 0 ? CHANCE_SHARE : EARLY_SHARE;
            if (contacts.touching(i) > CHANCE + share * places) {
                strands.join(contacts.above(i), contacts.below(i));
            }
        }
        firstContact = contacts.size();
        places = 0;
    }

    private void endLayer() {
        for (int i = 0; i < contacts.size(); i++) {
            strands.rests(contacts.above(i), contacts.below(i), contacts.resting(i));
        }
        contacts.clear();
        firstContact = 0;
        layerUnders.clear();
    }

    /// Height of what is under a place, mm; far below where there is nothing.
    private double top(double x, double y) {
        double highest = -1e9;
        int toX = PlanView.cell(x + UNDER);
        int toY = PlanView.cell(y + UNDER);
        for (int cy = PlanView.cell(y - UNDER); cy <= toY; cy++) {
            for (int cx = PlanView.cell(x - UNDER); cx <= toX; cx++) {
                int cell = plan.find(cx, cy);
                if (cell < 0) {
                    continue;
                }
                plan.open(cell);
                for (int i = 0; i < PlanView.DEPTH && plan.strand(i) != 0; i++) {
                    double z = plan.number(i, 4);
                    double reach = UNDER * plan.number(i, 5);
                    if (z > highest && z < layer - SAME && apart2(i, x, y) < reach * reach) {
                        highest = z;
                    }
                }
            }
        }
        return highest;
    }

    /// Looks along the bead, once a width.
    private void meet(double x, double y, double dx, double dy, double length, boolean goesOn) {
        double step = bead[5];
        unmet = goesOn ? unmet + length : step;
        if (unmet < 0.8 * step) {
            return;
        }
        unmet = 0;
        int steps = 1 + (int) (length / step);
        for (int i = goesOn ? 1 : 0; i <= steps; i++) {
            // A strand that hangs together with another is looked at less often: the next layer tells the same.
            weight = strands.root(strand) == strand ? 1 : SELDOM;
            passed++;
            if (passed >= weight) {
                passed = 0;
                double t = (double) i / steps;
                meet(x + t * dx, y + t * dy);
            }
        }
    }

    /// Joins the strand with what ends or runs beside a place of it, and notes what lies under.
    private void meet(double x, double y) {
        places++;
        top = -1e9;
        on = 0;
        double far = Math.min(1, ALONG * bead[5]);
        int own = strands.root(strand);
        int toX = PlanView.cell(x + far);
        int toY = PlanView.cell(y + far);
        for (int cy = PlanView.cell(y - far); cy <= toY; cy++) {
            for (int cx = PlanView.cell(x - far); cx <= toX; cx++) {
                int cell = plan.find(cx, cy);
                if (cell < 0) {
                    continue;
                }
                int shared = plan.shared(cell);
                if (shared != own && (shared == 0 || strands.root(shared) != own)) {
                    own = meet(cell, x, y);
                }
            }
        }
        if (on == 0 || strands.root(on) == own) {
            return;
        }
        if (layer - top <= touched) {
            int touching = contacts.touch(strand, strands.root(on));
            if (touching >= SURE && touching > SURE_SHARE * places && unders.weight() >= ENOUGH) {
                strands.join(on, strand);
            }
        } else if (layer - top < touched + FAR) {
            contacts.rest(strand, strands.root(on), weight);
        }
    }

    /// @return the strand's root after it
    private int meet(int cell, double x, double y) {
        plan.open(cell);
        int own = strands.root(strand);
        boolean alike = true;
        for (int i = 0; i < PlanView.DEPTH; i++) {
            int other = plan.strand(i);
            if (other == 0) {
                break;
            }
            double under = layer - plan.number(i, 4);
            if (under < -SAME || under > THICKEST_LAYER + FAR) {
                continue;
            }
            boolean same = other == own || other == strand;
            if (!same) {
                int root = strands.root(other);
                if (root != other) {
                    plan.rename(i, root);
                    other = root;
                }
                same = root == own;
            }
            double both = 0.5 * (bead[5] + plan.number(i, 5));
            if (under >= SAME) {
                if (layer - under > top && apart2(i, x, y) < ABOVE * ABOVE * both * both) {
                    top = layer - under;
                    on = other;
                }
            } else if (!same) {
                double apart2 = apart2(i, x, y);
                if (apart2 < BESIDE * BESIDE * both * both) {
                    strands.join(other, strand);
                    own = strands.root(strand);
                    same = true;
                } else if (apart2 < ALONG * ALONG * both * both) {
                    contacts.touch(strand, other);
                }
            }
            alike &= same;
        }
        if (alike) {
            plan.share(cell, own);
        }
        return own;
    }

    /// The square of a place's distance from a bead of the cell that was looked up, mm².
    private double apart2(int i, double x, double y) {
        double ax = plan.number(i, 0);
        double ay = plan.number(i, 1);
        double dx = plan.number(i, 2) - ax;
        double dy = plan.number(i, 3) - ay;
        double length2 = dx * dx + dy * dy;
        double along = (x - ax) * dx + (y - ay) * dy;
        double t = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
        double px = x - ax - t * dx;
        double py = y - ay - t * dy;
        return px * px + py * py;
    }
}

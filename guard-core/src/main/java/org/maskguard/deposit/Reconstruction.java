package org.maskguard.deposit;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.gcode.DepositSink;
import org.maskguard.io.Mesh;

/// Takes in the beads of a job and gives out, at any time, the surface of what they have built up so far.
///
/// Memory goes with the room that the material takes, not with the number of beads. Not for several threads.
public final class Reconstruction implements DepositSink {

    /// Edge of a cell, mm. Cells from 0.5 to 1.5 mm all kept the verdicts of voxel masks; finer ones cost eight
    /// times
    /// the memory.
    private static final double CELL = 1;

    /// Cells of the block that is looked at, at most: 50 MB a copy.
    private static final long MOST_CELLS = 400_000_000;

    /// Half of the gaps between beads that are bridged, mm: skin that is nearly level is one line a layer with gaps
    /// between them where no solid layers were asked for. Wider ones the search for faces bridges by itself.
    private static final double BRIDGED = 2;

    /// Share that a cell must hold for [#bare(Block)]. A wall of one bead (0.4 to 0.6 mm) has always one cell that
    /// holds as much, and seldom two beside one another.
    private static final double SHEET = 0.2;

    /// Share of the solid that must be thin for it to be looked at without.
    private static final double WORTH_A_LOOK = 0.03;

    /// Free cells round the block: more than any operation reaches.
    private static final int RIM = 5;

    private static final int SMOOTHING = 5;

    /// Pieces that are looked at by themselves, at most: each costs a second or two.
    private static final int MOST_PIECES = 3;

    private final Fill fill = new Fill(CELL);
    private final BeadRaster raster;

    /// What also finds out which beads hang together.
    public Reconstruction() {
        this(true);
    }

    /// @param bonds whether it is found out which beads hang together; that costs three times as much as all else
    /// while
    ///     beads come in
    public Reconstruction(boolean bonds) {
        raster = new BeadRaster(fill, bonds);
    }

    @Override
    public void bead(double x0, double y0, double z0, double x1, double y1, double z1, double volume, long line) {
        raster.bead(x0, y0, z0, x1, y1, z1, volume, line);
    }

    /// mm³ that were deposited so far.
    public double volume() {
        return raster.volume();
    }

    /// Height of the last bead, mm.
    public double height() {
        return raster.height();
    }

    /// The line of the last bead, 0 before the first.
    public long line() {
        return raster.line();
    }

    /// What there is to see, each a surface in mm in the printer's frame, the likeliest mask first.
    ///
    /// The last one is all that was laid, gaps up to 4 mm bridged and whatever is enclosed filled. Where much of it
    /// is
    /// as thin as a bead and free on both sides, as supports and open infill are, the first one is the same
    /// without:
    /// supports hide the face, and fill the room behind it.
    ///
    /// @param unfinished whether more is to come: what the walls of the last layer enclose counts as filled then,
    /// since
    ///     every closed thing is open above while it grows
    /// @throws TooLarge where the material covers more room than can be looked at
    public List<Mesh> surfaces(boolean unfinished) throws TooLarge {
        if (raster.tooLarge() != null) {
            throw raster.tooLarge();
        }
        List<Mesh> surfaces = new ArrayList<>();
        Mesh thick = withoutThinParts(unfinished);
        if (thick != null) {
            surfaces.add(thick);
        }
        Block all = Block.of(fill, 1, MOST_CELLS, RIM);
        if (all != null) {
            surfaces.add(skin(all, all.cells(), unfinished));
        }
        return surfaces;
    }

    /// Whether it is known which beads hang together, so that [#onSupports] can tell things from their supports.
    public boolean knowsBonds() {
        return raster.knowsBonds();
    }

    /// Things that stand on supports, without them, each a surface as in [#surfaces]; those that rest on most come
    /// first. Nothing where there are none, where all hangs together, or where bonds are not known.
    ///
    /// @param unfinished whether more is to come
    /// @throws TooLarge where the material covers more room than can be looked at
    public List<Mesh> onSupports(boolean unfinished) throws TooLarge {
        if (raster.tooLarge() != null) {
            throw raster.tooLarge();
        }
        List<Mesh> surfaces = new ArrayList<>();
        Pieces pieces = raster.pieces();
        for (int piece : pieces.onSupports(MOST_PIECES)) {
            Block own = pieces.block(piece, MOST_CELLS, RIM);
            if (own != null) {
                surfaces.add(skin(own, own.cells(), unfinished));
            }
        }
        return surfaces;
    }

    /// All that is thicker than a bead; null where that is nearly all, or nothing.
    private Mesh withoutThinParts(boolean unfinished) throws TooLarge {
        Block thick = Block.of(fill, (int) (SHEET * Fill.FULL), MOST_CELLS, RIM);
        if (thick == null) {
            return null;
        }
        Bits solid = thick.cells().outside().inverted();
        Bits bare = solid.and(solid.cores().dilated(2));
        long left = bare.count();
        return left > 0 && left < (1 - WORTH_A_LOOK) * solid.count() ? skin(thick, bare, unfinished) : null;
    }

    private Mesh skin(Block block, Bits cells, boolean unfinished) {
        Bits solid = cells.closed(BRIDGED / block.cell());
        int lid = unfinished ? block.layer(raster.height()) + 1 : -1;
        solid = lid > 0 && lid < solid.nz
                ? solid.filledUnder(lid)
                : solid.outside().inverted();
        return new SurfaceNet(solid, block.originX(), block.originY(), block.originZ(), block.cell()).mesh(SMOOTHING);
    }
}

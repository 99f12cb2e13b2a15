package org.maskguard.deposit;

import org.maskguard.gcode.DepositSink;
import org.maskguard.io.Mesh;

/// Takes in the beads of a job and gives out, at any time, the surface of what they have built up so far.
///
/// Memory goes with the room that the material takes, not with the number of beads. Not for several threads.
public final class Reconstruction implements DepositSink {

    /// Edge of a cell, mm. Of cells from 0.5 to 1.5 mm all kept the verdict; the finer ones take eight times the memory.
    private static final double CELL = 1;

    /// Cells of the block that is looked at, at most: 50 MB a copy.
    private static final long MOST_CELLS = 400_000_000;

    /// Gaps between beads that are bridged, mm, half: skin that is nearly level has been laid as one line a layer, with
    /// gaps between them where no solid layers were asked for.
    private static final double BRIDGED = 2;

    private static final int SMOOTHING = 5;

    private final Fill fill = new Fill(CELL);
    private final BeadRaster raster = new BeadRaster(fill);

    @Override
    public void bead(double x0, double y0, double z0, double x1, double y1, double z1, double volume, long line) {
        raster.bead(x0, y0, z0, x1, y1, z1, volume, line);
    }

    /// mm³ that were deposited so far.
    public double volume() {
        return raster.volume();
    }

    /// The surface as it is seen from without, in mm, in the printer's frame.
    ///
    /// @throws TooLarge where the material covers more room than can be looked at
    public Mesh surface() throws TooLarge {
        return surface(BRIDGED);
    }

    public Mesh surface(double bridged) throws TooLarge {
        if (raster.tooLarge() != null) {
            throw raster.tooLarge();
        }
        Block block = Block.of(fill, MOST_CELLS, (int) bridged + 2);
        if (block == null) {
            return Mesh.soup(new float[0]);
        }
        Bits solid = block.cells();
        if (bridged > 0) {
            solid = solid.closed(bridged / block.cell());
        }
        solid = solid.outside().inverted();
        return new SurfaceNet(solid, block.originX(), block.originY(), block.originZ(), block.cell()).mesh(SMOOTHING);
    }
}

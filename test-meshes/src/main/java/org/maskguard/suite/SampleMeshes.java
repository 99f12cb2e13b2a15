package org.maskguard.suite;

import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape;

/// A handful of meshes to try a guard with: closed, in mm, the same bytes on every machine for the same face shape.
///
/// Those with a face have the average face of a statistical shape; it is nobody's.
public final class SampleMeshes {

    private final FaceMeshes faces;

    /// @param shape whose mean the faces are, such as that of `Detector.shipped()`
    public SampleMeshes(FaceShape shape) {
        this.faces = new FaceMeshes(new FaceSurface(shape));
    }

    /// All of them, in the order in which they are listed.
    public List<Sample> all() {
        return List.of(
                new Sample("mask", "mask_human", this::mask),
                new Sample("mask-half-size", "mask_half_size", this::halfSizeMask),
                new Sample("bust", "bust", this::bust),
                new Sample("respirator", "respirator", this::respirator),
                new Sample("hockey-mask", "hockey_or_theatre_mask", this::hockeyMask),
                new Sample("helmet", "helmet", this::helmet),
                new Sample("bracket", "part", this::bracket),
                new Sample("gear", "gear", this::gear),
                new Sample("vase", "vase", this::vase));
    }

    /// A wearable mask of life size with cut eyes, wall 2 mm, its back on the bed.
    public Mesh mask() {
        return Placed.onBed(faces.mask());
    }

    /// The same at half its size.
    public Mesh halfSizeMask() {
        return Placed.onBed(Placed.scaled(faces.mask(), 0.5));
    }

    /// A solid head of life size on its neck, standing.
    public Mesh bust() {
        return Placed.onBed(Placed.upright(faces.bust()));
    }

    /// A half-mask respirator: cup, two filter stubs, valve, lugs.
    public Mesh respirator() {
        return Placed.onBed(Respirator.mesh());
    }

    /// A shell of a face's size with eye holes and round holes, without features.
    public Mesh hockeyMask() {
        return Placed.onBed(Shells.hockeyMask());
    }

    /// An open helmet, standing.
    public Mesh helmet() {
        return Placed.onBed(Placed.upright(Shells.helmet()));
    }

    /// An angle bracket with holes and ribs.
    public Mesh bracket() {
        return Placed.onBed(Workpieces.bracket());
    }

    /// A spur gear with hub and bore.
    public Mesh gear() {
        return Placed.onBed(Workpieces.gear());
    }

    /// A fluted vase.
    public Mesh vase() {
        return Placed.onBed(Workpieces.vase());
    }
}

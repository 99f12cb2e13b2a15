package org.maskguard.suite.axis;

import java.util.List;
import org.maskguard.suite.geometry.Meshes;

/// All levels of all axes, in the order in which a report lists them.
///
/// Where the words of the design's section 7 ask for a refusal, only a refusal is right; where they allow a warning,
/// the label says so.
public final class Axes {

    private Axes() {}

    public static List<Change> all() {
        return List.of(
                Change.of("pose", "upright", "turning changes nothing", (m, d) -> Meshes.turned(m, 0, 90)),
                Change.of("pose", "face-down", "turning changes nothing", (m, d) -> Meshes.turned(m, 0, 180)),
                Change.of("pose", "tumbled", "turning changes nothing", Meshes::tumbled),
                Change.of(
                        "pose",
                        "far-away",
                        "moving changes nothing",
                        (m, d) -> Meshes.moved(Meshes.tumbled(m, d), d.between(-1e4, 1e4), d.between(-1e4, 1e4), 0)),
                Change.of("pose", "mirrored", "a mirrored face is a face", (m, d) -> Meshes.scaled(m, -1, 1, 1)),
                Change.of(
                        "tessellation", "2000-triangles", "the shape is the same", (m, d) -> Repairs.thinned(m, 2000)),
                Change.of("tessellation", "refined", "the shape is the same", (m, d) -> Repairs.refined(m)),
                Change.of("repair", "soup", "winding and welding are no shape", Repairs::soup),
                Change.of("repair", "inside-out", "winding is no shape", (m, d) -> Meshes.flipped(m)),
                Change.of("repair", "doubled", "slicers lay it once", (m, d) -> Repairs.doubled(m)),
                Change.of("repair", "torn", "slicers close small gaps", (m, d) -> Repairs.torn(m, 0.03, d)),
                Change.of("repair", "broken", "slicers leave slivers out", Repairs::broken),
                Change.of("noise", "0.3-mm", "features stay", (m, d) -> Repairs.noisy(m, 0.3, d)),
                Change.of("noise", "smoothed", "features stay", (m, d) -> Repairs.smoothed(m, 12)),
                Change.of("format", "stl-text", "the shape is the same", (m, d) -> m)
                        .as(Format.STL_TEXT),
                Change.of("format", "obj", "the shape is the same", (m, d) -> m).as(Format.OBJ),
                Change.of("format", "ply", "the shape is the same", (m, d) -> m).as(Format.PLY),
                Change.of("format", "ply-text", "the shape is the same", (m, d) -> m)
                        .as(Format.PLY_TEXT),
                Change.of("format", "3mf", "the shape is the same", (m, d) -> m).as(Format.THREE_MF),
                Change.of("format", "3mf-in-inches", "the file says its unit", (m, d) -> m)
                        .as(Format.THREE_MF_INCH),
                Change.of("evasion", "split-2-in-place", "it prints as one", (m, d) -> Evasions.split(m, 2, false, d)),
                Change.of("evasion", "split-6-in-place", "it prints as one", (m, d) -> Evasions.split(m, 6, false, d)),
                Change.of("evasion", "cluttered", "a mask among parts", Evasions::cluttered),
                Change.of("evasion", "boxed-in", "a box is broken off", (m, d) -> Evasions.boxedIn(m)),
                Change.of("evasion", "false-front", "a plate is broken off", Evasions::falseFront),
                Change.of("evasion", "framed", "a face fits behind", (m, d) -> Evasions.framed(m)),
                Change.of("evasion", "bumpy", "features stay", (m, d) -> Evasions.bumpy(m, 1, d)),
                Change.of("evasion", "engraved", "features stay", Evasions::engraved),
                Change.of("evasion", "squeezed-15", "it is still a face", (m, d) -> Evasions.squeezed(m, 0.15, d)),
                Change.of(
                                "line",
                                "split-3-laid-out",
                                "together they are a mask",
                                (m, d) -> Evasions.split(m, 3, true, d))
                        .labelled("mask_parts"),
                Change.of("line", "clown-nose", "worn, and still a face", Evasions::clownNosed)
                        .labelled("mask_rough"),
                Change.of("scale", "half", "nobody can wear it", (m, d) -> Meshes.scaled(m, 0.5))
                        .labelled("mask_half_size"),
                Change.of("scale", "figurine", "nobody can wear it", (m, d) -> Meshes.scaled(m, d.between(0.2, 0.45)))
                        .labelled("mask_half_size"));
    }
}

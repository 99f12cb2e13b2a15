package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.train.example.MaskDesign.Missing;

/// One thing that is done to a mask before it is judged: the rows of the model card. Each changes the design, the
/// mesh or the way the mesh lies, nothing else; all but [#CLEAN] come with a random rotation.
public enum Disturbance {
    /// As made, laid in quarter turns.
    CLEAN("clean"),
    /// Any rotation.
    ROTATION("rotation"),
    /// Scaled by 0.8 to 1.2, as far as the face stays life-size.
    SCALE("scale"),
    /// Gaussian noise of 0.5 mm along each axis, at every vertex.
    NOISE("noise"),
    /// The eyes cut out.
    CUT_EYES("cut-eyes"),
    /// The left half of the forehead missing.
    HALF_FOREHEAD("half-forehead"),
    /// No shared vertices, shuffled, wound at random, 5 % doubled, 1 % dropped, gaps of 0.02 mm.
    SOUP("soup"),
    /// Down to 2,000 triangles by quadric edge collapse.
    DECIMATED("decimated"),
    /// Triangulated anew with edges of 1.5 to 2 mm.
    REMESHED("remeshed"),
    /// 5 to 20 ordinary parts beside it.
    CLUTTER("clutter"),
    /// Every triangle turned over.
    INSIDE_OUT("inside-out"),
    /// Mirrored, x for -x.
    MIRRORED("mirrored"),
    /// Squeezed along one axis by 5 to 15 %.
    SQUEEZED("squeezed"),
    /// Four or sixteen triangles for one, in the same planes, up to some 500,000.
    SUBDIVIDED("subdivided"),
    /// Laplacian smoothing that leaves the features.
    SMOOTHED("smoothed"),
    /// A pattern of holes, 30 % open.
    LATTICE_30("lattice-30"),
    /// A pattern of holes, 50 % open.
    LATTICE_50("lattice-50"),
    /// Bumps of 1 mm all over.
    BUMPS("bumps"),
    /// A closed box around it.
    BOXED("boxed"),
    /// A thin plate or grid 1 to 5 mm before the face.
    FALSE_FRONT("false-front"),
    /// Cut into 2 to 8 bodies that stay in place, 0.3 mm apart.
    PIECES("pieces"),
    /// Its surface built of cubes of 1.5 to 2 mm that share nothing.
    VOXEL_ART("voxel-art");

    private static final double NOISE_MM = 0.5;

    private final String word;

    Disturbance(String word) {
        this.word = word;
    }

    /// The name that stands in tables.
    public String word() {
        return word;
    }

    /// The design that a mask of this row is made by.
    public MaskDesign design(MaskDesign plain) {
        return switch (this) {
            case CUT_EYES -> plain.withCutEyes();
            case HALF_FOREHEAD -> plain.without(Missing.HALF_FOREHEAD);
            case LATTICE_30 -> plain.withLattice(lattice(0.3, plain));
            case LATTICE_50 -> plain.withLattice(lattice(0.5, plain));
            default -> plain;
        };
    }

    /// A mask of this row: in pieces for [#PIECES], in one else. The mesh is yet to be [#apply]'d to.
    Mesh make(MaskMaker maker, Head head, MaskDesign plain, long seed) {
        MaskDesign changed = design(plain);
        return this == PIECES ? Pieces.inPlace(maker, head, changed, Dice.of(seed, word)) : maker.make(head, changed);
    }

    private static Lattice lattice(double open, MaskDesign plain) {
        Dice dice = Dice.of(Double.doubleToLongBits(plain.wall()), "lattice");
        return new Lattice(open, dice.between(9.0, 15.0), dice.chance(0.5), dice.seed());
    }

    /// What becomes of the mesh, which faces +z; the argument itself where this row leaves meshes as they are.
    ///
    /// @param seed of the chance in it
    public Mesh apply(Mesh mesh, long seed) {
        Dice dice = Dice.of(seed, word);
        return switch (this) {
            case NOISE -> Surfaces.noise(mesh, NOISE_MM, dice);
            case DECIMATED -> Decimation.to(mesh, 2000);
            case REMESHED -> Remesh.of(mesh, dice.between(1.5, 2.0));
            case CLUTTER -> Clutter.beside(mesh, dice);
            case SUBDIVIDED -> Subdivision.flat(mesh.triangles() < 30_000 ? Subdivision.flat(mesh) : mesh);
            case SMOOTHED -> Surfaces.smoothed(mesh);
            case BUMPS -> Surfaces.bumps(mesh, dice);
            case VOXEL_ART -> VoxelArt.of(mesh, dice.between(1.5, 2.0));
            case BOXED -> Surfaces.boxed(mesh);
            case FALSE_FRONT -> Surfaces.falseFront(mesh, dice);
            case SOUP -> Soup.of(mesh, dice);
            case INSIDE_OUT -> new Mesh(mesh.xyz(), Meshes.flip(mesh.corners()));
            default -> mesh;
        };
    }

    /// How a thing of this row lies.
    ///
    /// @param length sellion to menton of the face on it, mm; NaN where it must keep its size
    Placement placement(double length, Dice dice) {
        Placement plain = this == CLEAN ? Placement.laid(dice) : Placement.anywhere(dice);
        return switch (this) {
            case SCALE -> {
                double wanted = dice.between(0.8, 1.2);
                double s = Math.clamp(wanted, Head.SHORTEST / length, Head.LONGEST / length);
                yield plain.stretched(s, s, s);
            }
            case MIRRORED -> plain.stretched(-1, 1, 1);
            case SQUEEZED -> {
                double s = 1 - dice.between(0.05, 0.15);
                int axis = dice.between(0, 2);
                yield plain.stretched(axis == 0 ? s : 1, axis == 1 ? s : 1, axis == 2 ? s : 1);
            }
            default -> plain;
        };
    }
}

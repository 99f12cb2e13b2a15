package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.train.example.MaskDesign.Missing;

/// One thing that is done to a mask before it is judged: the rows of the model card. Each changes the design, the mesh
/// or the way the mesh lies, nothing else; all but [#CLEAN] come with a random rotation.
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
    /// Every triangle turned over.
    INSIDE_OUT("inside-out"),
    /// Mirrored, x for -x.
    MIRRORED("mirrored"),
    /// Squeezed along one axis by 5 to 15 %.
    SQUEEZED("squeezed");

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
            default -> plain;
        };
    }

    /// What becomes of the mesh; the argument itself where this row leaves meshes as they are.
    ///
    /// @param seed of the chance in it
    public Mesh apply(Mesh mesh, long seed) {
        Dice dice = Dice.of(seed, word);
        return switch (this) {
            case NOISE -> Surfaces.noise(mesh, NOISE_MM, dice);
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

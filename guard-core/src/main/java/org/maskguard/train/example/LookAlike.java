package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Things made of a head that are not plainly a mask, each with the label that says what it is.
public enum LookAlike {
    /// A closed solid head with neck.
    SOLID_HEAD("head", "whole"),
    /// A head's skin without thickness, open where its source is; of an open face it would be a mask.
    HEAD_SKIN("head_skin", "whole"),
    /// A hollow head with a wall of 4 to 6 mm, closed all round: a floor under 3 mm would not count (design,
    /// section 2).
    HOLLOW_BUST("hollow_bust", "whole"),
    /// The same cut open below, by at least 100 mm × 90 mm.
    PULL_OVER("pull_over_mask", "whole"),
    /// The face down to 15 to 30 mm below the nose tip, on a plate with a flat back.
    RELIEF("relief", "depth"),
    /// A face with a solid block behind it, flat at the back.
    SOLID_BLOCK("relief", "depth"),
    /// A block with the face sunk into it, 48 to 75 mm deep.
    MOULD("mould", "depth"),
    /// One half of such a block, left or right.
    MOULD_HALF("mould_half", "depth"),
    /// Nose and eyes, ending over the mouth.
    WITHOUT_MOUTH("partial_mask", "cut"),
    /// Nose and mouth, ending under the eyes.
    WITHOUT_EYES("partial_mask", "cut"),
    /// A mask without chin or a cheek.
    CUT_DOWN("mask_rough", "cut"),
    /// A mask of half the size.
    HALF_SIZE("mask_half_size", "cut"),
    /// A mask in a square plate as a flange.
    FLANGED("mask_human", "depth"),
    /// A mask in one with a box that is open at the back.
    BOX_FRAME("mask_human", "cut"),
    /// A mask with a stand under its chin.
    ON_STAND("mask_human", "cut"),
    /// A mask with a ring round the head, like a helmet's.
    HELMET_RING("mask_human", "cut"),
    /// Two masks on one plate.
    TWO_MASKS("mask_human", "cut"),
    /// A mask with a clown's ball on the nose.
    CLOWN("mask_rough", "cut"),
    /// A mask with horns.
    HORNED("mask_rough", "cut"),
    /// A mask with spectacles in one piece.
    SPECTACLED("mask_rough", "cut"),
    /// A mask whose nose tip is cut off.
    NO_NOSE_TIP("mask_rough", "cut"),
    /// A mask cut up and laid out on the plate.
    LAID_OUT("mask_parts", "cut"),
    /// A shell with a face's outline and size whose features are smoothed away.
    BLANK("blank_shell", "depth");

    private final String label;
    private final String way;

    LookAlike(String label, String way) {
        this.label = label;
        this.way = way;
    }

    /// What it is, in the words of [org.maskguard.classify.Labels].
    public String label() {
        return label;
    }

    /// How it is made.
    public String way() {
        return way;
    }

    /// Whether an open face or a bust with shoulders will not do.
    public boolean needsWholeHead() {
        return this == SOLID_HEAD || this == HEAD_SKIN || this == HOLLOW_BUST || this == PULL_OVER;
    }

    /// The factor from the head's landmarks to those on the thing; NaN where they are not together on it.
    double scale() {
        return switch (this) {
            case HALF_SIZE -> 0.5;
            case LAID_OUT, BLANK -> Double.NaN;
            default -> 1;
        };
    }

    /// Makes one, facing +z, in the head's own frame, mm.
    ///
    /// @param seed of the chance in it
    public Mesh make(Head head, long seed) {
        Dice dice = Dice.of(seed, name());
        return switch (this) {
            case SOLID_HEAD -> Wholes.solid(head);
            case HEAD_SKIN -> Meshes.join(head.skin(), head.eyeballs());
            case HOLLOW_BUST -> Wholes.hollow(head, dice.between(4.0, 6.0));
            case PULL_OVER -> Wholes.pullOver(head, dice.between(2.0, 4.0));
            case RELIEF -> Reliefs.relief(head, dice);
            case SOLID_BLOCK -> Reliefs.block(head, dice);
            case MOULD -> Reliefs.mould(head, dice);
            case MOULD_HALF -> Reliefs.mouldHalf(head, dice);
            case FLANGED -> Reliefs.flanged(head, dice);
            case BLANK -> Reliefs.blank(head, dice);
            case WITHOUT_MOUTH, WITHOUT_EYES, CUT_DOWN -> Partials.make(this, head, dice);
            case HALF_SIZE -> mask(head.scaled(scale()), dice);
            case LAID_OUT -> Pieces.laidOut(new CutAndOffset(), head, MaskDesign.draw(dice.seed()), dice);
            default -> Additions.make(this, mask(head, dice), head, dice);
        };
    }

    private static Mesh mask(Head head, Dice dice) {
        return new CutAndOffset().make(head, MaskDesign.draw(dice.seed()));
    }
}

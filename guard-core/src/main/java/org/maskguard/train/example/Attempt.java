package org.maskguard.train.example;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.maskguard.classify.Ruling;
import org.maskguard.io.Mesh;
import org.maskguard.train.example.MaskDesign.Missing;
import org.maskguard.train.example.MaskDesign.Opening;

/// One way in which somebody may try to get a face past the guard as a mesh: the rows M01 to M25 of the design's
/// section 7, each with the verdicts that are right. What is in the file rather than in the shape (M19's 3MF
/// transforms, M20, M26) is tested where files are read.
public enum Attempt {
    TURNED("M01", "turned anyhow, 10 m from the origin", Set.of(Ruling.REFUSE), Tricks::mask),
    MIRRORED("M01", "mirrored", Disturbance.MIRRORED),
    SCALED("M02", "scaled to 80 to 120 %, inside the band", Disturbance.SCALE),
    HALF_SIZE("M03", "scaled to 50 %", Set.of(Ruling.PASS), LookAlike.HALF_SIZE),
    DECIMATED("M04", "decimated to 2,000 triangles", Disturbance.DECIMATED),
    SUBDIVIDED("M04", "subdivided to some 300,000 triangles", Disturbance.SUBDIVIDED),
    FIVE_MILLION("M04", "subdivided to some 5 million", Set.of(Ruling.REFUSE), Tricks::fiveMillion),
    NOISE("M05", "noise of 0.5 mm", Disturbance.NOISE),
    SMOOTHED("M05", "smoothed, features left", Disturbance.SMOOTHED),
    SOUP("M06", "soup, wound at random, doubled, with gaps", Disturbance.SOUP),
    INSIDE_OUT("M07", "inside out", Disturbance.INSIDE_OUT),
    IN_PLACE("M08", "cut into 2 to 8 bodies left in place", Disturbance.PIECES),
    LAID_OUT_FEW("M09", "cut into 2 to 4 bodies, laid out", atLeastWarned(), Tricks::laidOutFew),
    LAID_OUT_MANY("M09", "cut into 6 or 8 bodies, laid out", anyVerdict(), Tricks::laidOutMany),
    CLUTTER("M10", "5 to 20 parts beside it", Disturbance.CLUTTER),
    SOLID_BLOCK("M11", "a block behind", atLeastWarned(), LookAlike.SOLID_BLOCK),
    FLANGED("M11", "run out into a plate", Set.of(Ruling.REFUSE), LookAlike.FLANGED),
    BOX_FRAME("M11", "in a frame", Set.of(Ruling.REFUSE), LookAlike.BOX_FRAME),
    ON_STAND("M11", "on a stand", Set.of(Ruling.REFUSE), LookAlike.ON_STAND),
    HELMET_RING("M11", "a helmet's ring round it", Set.of(Ruling.REFUSE), LookAlike.HELMET_RING),
    BOXED("M12", "in a closed box", Disturbance.BOXED),
    FALSE_FRONT("M13", "a plate or grid 1 to 5 mm before it", Disturbance.FALSE_FRONT),
    LATTICE_30("M14", "a pattern of holes, 30 % open", Disturbance.LATTICE_30),
    LATTICE_50("M14", "a pattern of holes, 50 % open", Disturbance.LATTICE_50),
    LATTICE_60("M14", "a pattern of holes, 60 % open", atLeastWarned(), Tricks::lattice60),
    WIRES_50("M14", "wires, 40 to 50 % open", Set.of(Ruling.REFUSE), Tricks::wires50),
    WIRES_60("M14", "wires, 50 to 60 % open", atLeastWarned(), Tricks::wires60),
    ENGRAVED("M15", "lines engraved 1 mm deep", Set.of(Ruling.REFUSE), Tricks::engraved),
    BUMPS("M15", "bumps of 1 mm all over", Disturbance.BUMPS),
    FILLED("M16", "eyes and mouth filled", Set.of(Ruling.REFUSE), Tricks.openings(Opening.CLOSED)),
    CUT_OUT("M16", "eyes and mouth cut out", Set.of(Ruling.REFUSE), Tricks.openings(Opening.CUT)),
    WINDOWS("M16", "grids in eyes and mouth", Set.of(Ruling.REFUSE), Tricks::windows),
    NO_NOSE_TIP("M17", "the tip of the nose cut off", atLeastWarned(), LookAlike.NO_NOSE_TIP),
    CLOWN("M17", "a ball on the nose", atLeastWarned(), LookAlike.CLOWN),
    HORNED("M17", "horns", atLeastWarned(), LookAlike.HORNED),
    SPECTACLED("M17", "spectacles in one piece", atLeastWarned(), LookAlike.SPECTACLED),
    NO_FOREHEAD("M18", "without a forehead", Set.of(Ruling.REFUSE), Tricks.without(Missing.FOREHEAD)),
    NO_CHIN("M18", "without a chin", Set.of(Ruling.REFUSE), Tricks.without(Missing.CHIN)),
    NO_CHEEK("M18", "without a cheek", Set.of(Ruling.REFUSE), Tricks.without(Missing.CHEEK)),
    NO_MOUTH("M18", "ended over the mouth", atLeastWarned(), LookAlike.WITHOUT_MOUTH),
    NO_EYES("M18", "ended under the eyes", atLeastWarned(), LookAlike.WITHOUT_EYES),
    IN_INCHES("M19", "in inches, without a unit", Set.of(Ruling.WARN), Tricks::mask),
    IN_METRES("M19", "in metres, without a unit", Set.of(Ruling.WARN), Tricks::mask),
    SQUEEZED("M21", "squeezed along an axis by 5 to 15 %", Disturbance.SQUEEZED),
    CRUSHED("M21", "squeezed along an axis by 15 to 30 %", atLeastWarned(), Tricks::crushed),
    TINY_BODIES("M22", "thousands of tiny bodies all round", Set.of(Ruling.REFUSE), Tricks::amongTinyBodies),
    CUBES("M22", "built of cubes of 1 mm", Set.of(Ruling.REFUSE), Tricks::cubes),
    BALLS("M22", "built of some 100,000 balls", Set.of(Ruling.REFUSE), Tricks::balls),
    MOULD("M23", "a mould", Set.of(Ruling.REFUSE), LookAlike.MOULD),
    MOULD_HALF("M23", "half a mould", atLeastWarned(), LookAlike.MOULD_HALF),
    TWO_MASKS("M24", "two, side by side or back to back", Set.of(Ruling.REFUSE), LookAlike.TWO_MASKS),
    TWO_FACES("M24", "a solid head with two faces", Set.of(Ruling.WARN), Tricks::janus),
    SMILE("M25", "a smile", Map.of("mouthSmile_L", 1.0, "mouthSmile_R", 1.0)),
    OPEN_MOUTH("M25", "an open mouth", Map.of("jawOpen", 0.6)),
    WINK("M25", "one eye closed", Map.of("eyeBlink_L", 1.0)),
    FROWN("M25", "a frown", Map.of("browDown_L", 1.0, "browDown_R", 1.0, "mouthFrown_L", 1.0, "mouthFrown_R", 1.0));

    /// Makes the thing, facing +z, in the head's own frame, mm.
    @FunctionalInterface
    interface Making {
        Mesh make(MaskMaker maker, Head head, Dice dice);
    }

    /// 10 m, mm.
    private static final double FAR = 10_000;

    private final String row;
    private final String words;
    private final Set<Ruling> right;
    private final Disturbance placed;
    private final Making making;
    private final Map<String, Double> expression;

    Attempt(
            String row,
            String words,
            Set<Ruling> right,
            Disturbance placed,
            Making making,
            Map<String, Double> expression) {
        this.row = row;
        this.words = words;
        this.right = right;
        this.placed = placed;
        this.making = making;
        this.expression = expression;
    }

    Attempt(String row, String words, Set<Ruling> right, Disturbance placed, Making making) {
        this(row, words, right, placed, making, Map.of());
    }

    Attempt(String row, String words, Set<Ruling> right, Making making) {
        this(row, words, right, Disturbance.ROTATION, making);
    }

    Attempt(String row, String words, Set<Ruling> right, LookAlike kind) {
        this(row, words, right, (maker, head, dice) -> kind.make(head, dice.seed()));
    }

    Attempt(String row, String words, Disturbance disturbance) {
        this(row, words, Set.of(Ruling.REFUSE), disturbance, (maker, head, dice) -> {
            long seed = dice.seed();
            return disturbance.apply(disturbance.make(maker, head, MaskDesign.draw(seed), seed), seed);
        });
    }

    Attempt(String row, String words, Map<String, Double> expression) {
        this(row, words, Set.of(Ruling.REFUSE), Disturbance.ROTATION, Tricks::mask, expression);
    }

    /// The row of the design's section 7, `M01` to `M25`.
    public String row() {
        return row;
    }

    /// What is tried, in a few words.
    public String words() {
        return words;
    }

    /// The verdicts that are right; all but `unreadable` where the design only asks for a report.
    public Set<Ruling> right() {
        return right;
    }

    /// Weights of ICT-FaceKit's expression modes that the face must show; empty for any face.
    public Map<String, Double> expression() {
        return expression;
    }

    /// Whether it costs so much, some 5 s and a gigabyte, that a few are enough.
    public boolean isCostly() {
        return this == FIVE_MILLION || this == BALLS || this == CUBES;
    }

    /// Whether an open face or a bust with shoulders will not do.
    public boolean needsWholeHead() {
        return this == TWO_FACES;
    }

    /// Makes the thing as it lies in its file, in the file's unit. The same arguments give the same mesh.
    ///
    /// @param maker of the mask where it is one that can be made in more than one way
    /// @param seed of the chance in it
    public Mesh make(MaskMaker maker, Head head, long seed) {
        Dice dice = Dice.of(seed, name() + "/" + head.id());
        Mesh mesh = making.make(maker, head, dice);
        Mesh lying = placed.placement(head.length(), dice).apply(mesh);
        Mesh there = this == TURNED ? Meshes.shift(lying, FAR, -FAR, FAR) : lying;
        double unit = unit();
        return unit == 1 ? there : Meshes.scale(there, 1 / unit, 1 / unit, 1 / unit);
    }

    /// Of the file, mm.
    private double unit() {
        return switch (this) {
            case IN_INCHES -> 25.4;
            case IN_METRES -> 1000;
            default -> 1;
        };
    }

    private static Set<Ruling> anyVerdict() {
        return EnumSet.complementOf(EnumSet.of(Ruling.UNREADABLE));
    }

    private static Set<Ruling> atLeastWarned() {
        return EnumSet.of(Ruling.WARN, Ruling.REFUSE);
    }
}

package org.maskguard.train.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.io.Mesh;

/// Builds lists of examples from a folder of data and a seed. Immutable and safe to share between threads.
///
/// The folder holds `param` (parametric faces), `faces` and `benign` (meshes with a `manifest.csv`). Rows of
/// the manifests that must not be trained on are opened by the methods with an argument `heldOut`, and only
/// when that is true.
public final class ExampleSet {
    /// The face shape draws its people by the numbers from 1 up, each a thousand apart: 100,001 and 100,002 are
    /// among them, and are left to it.
    private static final int FIRST_DRAWN = 10;

    private final Path data;
    private final long seed;
    private final ParametricFace ict;
    private final ParametricFace makeHuman;

    private ExampleSet(Path data, long seed) throws IOException {
        this.data = data;
        this.seed = seed;
        ict = ParametricFace.read(data.resolve("param").resolve("ict_facekit.mgp"));
        makeHuman = ParametricFace.read(data.resolve("param").resolve("makehuman_head.mgp"));
    }

    /// Opens a folder of data.
    ///
    /// @param seed of all chance in the set: people, designs, disturbances
    /// @throws IOException where the parametric faces cannot be read
    public static ExampleSet open(Path data, long seed) throws IOException {
        return new ExampleSet(data, seed);
    }

    public ParametricFace ict() {
        return ict;
    }

    public ParametricFace makeHuman() {
        return makeHuman;
    }

    /// People of ICT-FaceKit. The first few of a longer list are those of a shorter one.
    public List<Subject> ictPeople(int count) {
        return drawn(ict, "ict", count);
    }

    /// People of MakeHuman. The first few of a longer list are those of a shorter one.
    public List<Subject> makeHumanPeople(int count) {
        return drawn(makeHuman, "makehuman", count);
    }

    /// The real heads.
    ///
    /// @param heldOut whether those that must not be trained on are listed too
    /// @throws IOException where the manifest cannot be read
    public List<Subject> realPeople(boolean heldOut) throws IOException {
        return RealHead.list(data.resolve("faces"), heldOut).stream()
                .map(head -> new Subject(
                        head.id(),
                        head.person(),
                        "real",
                        head.heldOut(),
                        head.label().equals("head"),
                        head::load))
                .toList();
    }

    /// Masks: one of each person and number from 0 to `perPerson - 1`.
    ///
    /// A person's mask of one number and way has the same design in every row, so that rows can be compared by
    /// pairs.
    public List<Example> masks(MaskMaker maker, List<Subject> people, int perPerson, Disturbance disturbance) {
        List<Example> examples = new ArrayList<>();
        for (Subject subject : people) {
            for (int number = 0; number < perPerson; number++) {
                examples.add(mask(maker, subject, number, disturbance));
            }
        }
        return List.copyOf(examples);
    }

    /// Things made of heads that are not plainly masks, so many of each person. People of whom such a thing
    /// cannot be made, for want of a whole head, are left out.
    public List<Example> lookAlikes(LookAlike kind, List<Subject> people, int perPerson, Disturbance disturbance) {
        List<Example> examples = new ArrayList<>();
        for (Subject subject : people) {
            for (int number = 0; number < perPerson && (subject.whole() || !kind.needsWholeHead()); number++) {
                examples.add(lookAlike(kind, subject, number, disturbance));
            }
        }
        return List.copyOf(examples);
    }

    /// Shells of a face's size and outline that never were a face, each a unit of its own.
    public List<Example> shells(int count) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "shell/" + i;
            examples.add(new Example(id, "blank_shell", "depth", id, "shell", "rotation", false, () -> {
                Dice dice = Dice.of(seed, id);
                Mesh shell = Shells.draw(dice);
                return new Example.Made(Placement.anywhere(dice).apply(shell), Map.of());
            }));
        }
        return List.copyOf(examples);
    }

    /// Files of the manifest of faces, as they are: heads, statues, masks, robots, skulls, animals.
    ///
    /// @param heldOut whether those that must not be trained on are listed too
    /// @throws IOException where the manifest cannot be read
    public List<Example> faceFiles(boolean heldOut) throws IOException {
        return FaceFiles.list(data.resolve("faces"), seed, heldOut);
    }

    /// Files of the benign manifest, as found and rescaled.
    ///
    /// @param heldOut whether those that must not be trained on are listed too
    /// @throws IOException where the manifest cannot be read
    public List<Example> benign(boolean heldOut) throws IOException {
        return BenignSet.list(data.resolve("benign"), seed, heldOut);
    }

    /// People of ICT-FaceKit who all show one expression.
    ///
    /// @param expression weights by the names of its modes; empty for a random expression each
    public List<Subject> ictPeople(int count, Map<String, Double> expression) {
        if (expression.isEmpty()) {
            return ictPeople(count);
        }
        List<Subject> people = new ArrayList<>();
        for (Subject plain : ictPeople(count)) {
            long person = Long.parseLong(plain.id().substring("ict-".length()));
            people.add(new Subject(
                    plain.id(),
                    plain.unit(),
                    "ict",
                    false,
                    true,
                    () -> Head.of(ict, ict.personWith(person, expression), "ict")));
        }
        return List.copyOf(people);
    }

    private List<Subject> drawn(ParametricFace face, String source, int count) {
        List<Subject> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long person = seed * 100_000 + FIRST_DRAWN + i;
            String id = source + "-" + person;
            people.add(new Subject(id, id, source, false, true, () -> Head.of(face, face.person(person), source)));
        }
        return List.copyOf(people);
    }

    private Example mask(MaskMaker maker, Subject subject, int number, Disturbance disturbance) {
        String plain = "mask/" + maker.way() + "/" + subject.id() + "/" + number;
        long own = Dice.of(seed, plain).seed();
        MaskDesign design = MaskDesign.draw(own);
        return example(
                plain,
                "mask_human",
                maker.way(),
                subject,
                disturbance,
                head -> new Example.Made(disturbance.make(maker, head, design, own), head.marks()));
    }

    private Example lookAlike(LookAlike kind, Subject subject, int number, Disturbance disturbance) {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String plain = word + "/" + subject.id() + "/" + number;
        long own = Dice.of(seed, plain).seed();
        return example(plain, kind.label(), kind.way(), subject, disturbance, head -> {
            boolean marked = !Double.isNaN(kind.scale());
            return new Example.Made(
                    kind.make(head, own), marked ? head.scaled(kind.scale()).marks() : Map.of());
        });
    }

    /// Makes something of a head, in the head's frame.
    interface Making {
        Example.Made of(Head head);
    }

    private Example example(
            String plain, String label, String way, Subject subject, Disturbance disturbance, Making making) {
        String id = plain + "/" + disturbance.word();
        return new Example(
                id,
                label,
                way,
                subject.unit(),
                subject.source(),
                disturbance.word(),
                subject.heldOut(),
                () -> made(id, subject, disturbance, making));
    }

    private Example.Made made(String id, Subject subject, Disturbance disturbance, Making making) {
        Dice dice = Dice.of(seed, id);
        Head head = subject.head().get();
        Placement placement = disturbance.placement(head.length(), dice);
        Example.Made plain = making.of(head);
        Mesh mesh = disturbance.apply(plain.mesh(), dice.seed());
        return new Example.Made(placement.apply(mesh), placement.apply(plain.marks()));
    }
}

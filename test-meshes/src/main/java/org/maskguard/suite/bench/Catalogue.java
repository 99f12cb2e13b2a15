package org.maskguard.suite.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.suite.axis.Axes;
import org.maskguard.suite.axis.Change;
import org.maskguard.suite.axis.Format;
import org.maskguard.suite.face.FaceModel;
import org.maskguard.suite.face.Person;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.nearmiss.NearMiss;
import org.maskguard.suite.nearmiss.NearMisses;
import org.maskguard.suite.parts.Families;
import org.maskguard.suite.parts.Family;
import org.maskguard.suite.positive.MaskMaker;

/// All cases of a seed and a level, in a fixed order. Nothing is made until a case's bytes are asked for, and each is
/// made by itself: any part of a suite can be made again, in any order, on any number of threads.
public final class Catalogue {

    /// Of what the suite holds: another one as soon as a seed gives other bytes.
    public static final int VERSION = 1;

    /// Second extents of things as large as a face, mm.
    private static final double LEAST_FACE = 110;

    private static final double MOST_FACE = 200;

    private static final Map<String, String> NOBODY = Map.of();

    private final long seed;
    private final Level level;
    private final FaceModel model = FaceModel.shipped();
    private final List<Case> cases = new ArrayList<>();

    private Catalogue(long seed, Level level) {
        this.seed = seed;
        this.level = level;
    }

    public static List<Case> of(long seed, Level level) {
        Catalogue catalogue = new Catalogue(seed, level);
        catalogue.cleanMasks();
        catalogue.axes();
        catalogue.nearMisses();
        catalogue.parts();
        return List.copyOf(catalogue.cases);
    }

    private void cleanMasks() {
        for (int i = 0; i < level.persons(); i++) {
            for (int k = 0; k < level.shells(); k++) {
                // Of ten: seven shells, one surface, one with a thin plate behind, one hollowed.
                int way = (i * level.shells() + k) % 10;
                String making = way < 7 ? "shell" : way == 7 ? "surface" : way == 8 ? "backed" : "hollowed";
                mask(
                        i,
                        k,
                        making,
                        "mask_human",
                        "a life-size face on a shell that a face fits behind",
                        (m, d) -> switch (way) {
                            case 7 -> m.surface(d);
                            case 8 -> m.backed(d);
                            case 9 -> m.hollowed(d);
                            default -> m.shell(d);
                        });
            }
            if (i < level.moulds()) {
                mask(i, 0, "mould", "mould", "a mask can be cast in it", MaskMaker::mould);
                mask(i, 0, "upper-half", "partial_mask", "nose and eyes without a mouth", MaskMaker::upperHalf);
                mask(i, 0, "lower-half", "partial_mask", "nose and mouth without eyes", MaskMaker::lowerHalf);
            }
        }
    }

    private interface Making {
        Mesh make(MaskMaker maker, Dice dice);
    }

    private void mask(int person, int number, String making, String label, String why, Making work) {
        String id = id("mask", making, person * 10 + number);
        Person somebody = person(person, id);
        add(id, label, "clean", "clean", making, somebody, Format.STL, why, dice -> {
            // Laid on its back, as it comes out of a modeller.
            return work.make(new MaskMaker(model.head(somebody)), dice);
        });
    }

    private void axes() {
        for (Change change : Axes.all()) {
            for (int i = 0; i < level.each(); i++) {
                String id = id(change.axis(), change.level(), i);
                Person somebody = person(i % level.persons(), id);
                add(
                        id,
                        change.label(),
                        change.axis(),
                        change.level(),
                        "shell",
                        somebody,
                        change.format(),
                        change.why(),
                        dice -> change.work().change(new MaskMaker(model.head(somebody)).shell(dice), dice));
            }
        }
        for (int i = 0; i < level.each(); i++) {
            smallOrLarge("smallest", i, 86, 90);
            smallOrLarge("largest", i, 138, 148);
        }
    }

    private void smallOrLarge(String name, int number, double least, double most) {
        String id = id("scale", name, number);
        Person p = person(number % level.persons(), id);
        double length = Dice.of(seed, id + "/length").between(least, most);
        Person sized = new Person(
                p.name(), p.sex(), p.years(), p.ancestry(), length, p.weights(), p.weightsRight(), p.expression());
        add(
                id,
                "mask_human",
                "scale",
                name,
                "shell",
                sized,
                Format.STL,
                "inside the life-size band",
                dice -> new MaskMaker(model.head(sized)).shell(dice));
    }

    private void nearMisses() {
        for (NearMiss kind : NearMisses.all()) {
            for (int i = 0; i < level.nearMisses(); i++) {
                String id = id("near", kind.name(), i);
                Person somebody = person(i % level.persons(), id);
                String unit = kind.ofPerson() ? somebody.name() : id;
                Map<String, String> about = kind.ofPerson() ? about(somebody) : NOBODY;
                Entry entry = new Entry(
                        id,
                        file(id, kind.name(), Format.STL),
                        "near-miss",
                        kind.label(),
                        Entry.accepted(kind.label()),
                        unit,
                        kind.name(),
                        "clean",
                        "clean",
                        "stl",
                        about,
                        kind.why());
                cases.add(new Case(
                        entry,
                        () -> Format.STL.bytes(placed(kind.drawing().draw(Dice.of(seed, id), model.head(somebody))))));
            }
        }
    }

    private void parts() {
        for (Family family : Families.all()) {
            for (int i = 0; i < level.parts(); i++) {
                String id = id("part", family.name(), i);
                boolean faceSized = i % 2 == 0;
                Entry entry = new Entry(
                        id,
                        file(id, family.name(), Format.STL),
                        "ordinary",
                        family.label(),
                        Entry.accepted(family.label()),
                        family.name(),
                        family.name(),
                        "clean",
                        faceSized ? "face-sized" : "as-drawn",
                        "stl",
                        NOBODY,
                        "an ordinary thing");
                cases.add(new Case(entry, () -> {
                    Dice dice = Dice.of(seed, id);
                    Mesh mesh = family.drawing().draw(dice);
                    return Format.STL.bytes(placed(faceSized ? faceSized(mesh, dice) : mesh));
                }));
            }
        }
    }

    private static Mesh faceSized(Mesh mesh, Dice dice) {
        return Meshes.scaled(mesh, dice.between(LEAST_FACE, MOST_FACE) / Meshes.extents(mesh)[1]);
    }

    private interface Work {
        Mesh make(Dice dice);
    }

    private void add(
            String id,
            String label,
            String axis,
            String name,
            String making,
            Person somebody,
            Format format,
            String why,
            Work work) {
        String accepts = Entry.accepted(label);
        String kind = accepts.equals("refuse") ? "positive" : label.equals("mask_half_size") ? "near-miss" : "line";
        Entry entry = new Entry(
                id,
                file(id, "mask", format),
                kind,
                label,
                accepts,
                somebody.name(),
                making,
                axis,
                name,
                format.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                about(somebody),
                why);
        // What was moved far away, or turned, stays where it is.
        boolean place = !axis.equals("pose");
        cases.add(new Case(entry, () -> {
            Mesh mesh = work.make(Dice.of(seed, id));
            return format.bytes(place ? placed(mesh) : mesh);
        }));
    }

    /// Its lowest point at z 0, its middle at x 0 and y 0.
    private static Mesh placed(Mesh mesh) {
        double[] box = Meshes.box(mesh);
        return Meshes.moved(mesh, -(box[0] + box[3]) / 2, -(box[1] + box[4]) / 2, -box[2]);
    }

    private Person person(int number, String id) {
        String name = String.format(Locale.ROOT, "s%d-person-%04d", seed, number);
        Person somebody = model.person(name, Dice.of(seed, name));
        Dice dice = Dice.of(seed, id + "/expression");
        return dice.chance(0.25) ? somebody.showing(model.expression(dice)) : somebody;
    }

    private static Map<String, String> about(Person p) {
        return Map.of("sex", p.sex(), "age", p.age(), "ancestry", p.ancestry());
    }

    private String id(String kind, String name, int number) {
        return String.format(Locale.ROOT, "s%d-%s-%s-%04d", seed, kind, name, number);
    }

    /// Seven names in ten say what the thing is, the others lie: a guard that goes by names must not look good.
    private String file(String id, String word, Format format) {
        Dice dice = Dice.of(seed, id + "/name");
        String said = dice.chance(0.7)
                ? word
                : dice.pick("mask", "face", "bracket", "vase", "part", "gear", "bust", "untitled");
        String number =
                String.format(Locale.ROOT, "%06x", Dice.of(seed, id + "/number").next() & 0xffffff);
        return said + "-" + number + cases.size() + "." + format.ending();
    }
}

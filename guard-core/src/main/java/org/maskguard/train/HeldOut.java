package org.maskguard.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.Guard;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.train.example.CutAndOffset;
import org.maskguard.train.example.DepthRelief;
import org.maskguard.train.example.DistanceShell;
import org.maskguard.train.example.Disturbance;
import org.maskguard.train.example.Example;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.MaskMaker;
import org.maskguard.train.example.StlBytes;
import org.maskguard.train.example.Subject;

/// The final measurement: the rows of the data that are kept back from training, and people whom nothing was learned
/// from, judged by a guard as it stands. It is run once, when nothing is changed any more; what is changed after a
/// look at it has been trained on it.
///
/// - masks of the real heads with `train` = no, in all three ways, every row of disturbances;
/// - masks of people drawn anew from both parametric faces: strangers, but of populations that the face shape knows;
/// - the face files with `train` = no, as they are;
/// - the benign files with `train` = no, as they are and scaled to the size of a face.
///
/// Everything goes in as `scan` would take it: files from disk, what is made as a binary STL. Immutable.
public final class HeldOut {

    /// What a judgement's columns are called.
    public static final List<String> COLUMNS = List.of("source", "way", "disturbance", "category");

    /// Seed of people, designs and placements. A person's number is a hundred thousand times the seed and more, so
    /// that none is met in a training with another seed, be it for the shape or for masks.
    static final long SEED = 7919;

    private static final List<MaskMaker> MAKERS = List.of(new CutAndOffset(), new DistanceShell(), new DepthRelief());

    /// How much is measured.
    ///
    /// @param people drawn from each parametric face; a mask of each in each row, in the three ways by turns
    /// @param perHead masks of each real head in each row, each of another design, in the three ways by turns
    /// @param rows of disturbances
    record Amount(int people, int perHead, List<Disturbance> rows) {

        static final Amount FULL = new Amount(30, 6, TrainingSet.ROWS);
    }

    private final Path data;
    private final ExampleSet set;
    private final Amount amount;
    private final boolean keptBack;

    private HeldOut(Path data, ExampleSet set, Amount amount, boolean keptBack) {
        this.data = data;
        this.set = set;
        this.amount = amount;
        this.keptBack = keptBack;
    }

    /// The measurement as it counts.
    ///
    /// @param data folder with `param`, `faces` and `benign`
    /// @throws IOException where the parametric faces cannot be read
    public static HeldOut open(Path data) throws IOException {
        return open(data, Amount.FULL, true);
    }

    /// @param keptBack false to take the rows that may be trained on instead, to try the machinery
    static HeldOut open(Path data, Amount amount, boolean keptBack) throws IOException {
        return new HeldOut(data, ExampleSet.open(data, SEED), amount, keptBack);
    }

    /// Everything that is judged, in a fixed order.
    ///
    /// @throws IOException where a manifest cannot be read
    public List<Example> examples() throws IOException {
        List<Example> all = new ArrayList<>();
        List<Subject> heads = set.realPeople(true).stream()
                .filter(s -> s.heldOut() == keptBack)
                .toList();
        List<List<Subject>> drawn = List.of(set.ictPeople(amount.people()), set.makeHumanPeople(amount.people()));
        for (Disturbance row : amount.rows()) {
            for (Subject head : heads) {
                for (int number = 0; number < amount.perHead(); number++) {
                    all.add(mask(head, number, number, row));
                }
            }
            for (List<Subject> people : drawn) {
                for (int i = 0; i < people.size(); i++) {
                    all.add(mask(people.get(i), i, 0, row));
                }
            }
        }
        set.faceFiles(true).stream().filter(e -> e.heldOut() == keptBack).forEach(all::add);
        set.benign(true).stream().filter(e -> e.heldOut() == keptBack).forEach(all::add);
        return List.copyOf(all);
    }

    private Example mask(Subject subject, int turn, int number, Disturbance row) {
        return set.masks(MAKERS.get(turn % MAKERS.size()), List.of(subject), number + 1, row)
                .get(number);
    }

    /// Judges them. The result does not depend on the number of threads.
    ///
    /// @param examples of this measurement
    /// @param done told after each, from any thread
    public Judgements judge(Guard guard, List<Example> examples, Runnable done) {
        return new Judgements(examples.parallelStream()
                .map(example -> {
                    Judgements.Judgement judged = judge(guard, example);
                    done.run();
                    return judged;
                })
                .toList());
    }

    private Judgements.Judgement judge(Guard guard, Example example) {
        Ruling ruling = Ruling.UNREADABLE;
        Category category = Category.NONE;
        double score = 0;
        try {
            Verdict verdict = verdict(guard, example);
            ruling = verdict.ruling();
            category = verdict.category();
            score = category == Category.MASK || category == Category.MOULD ? verdict.score() : 0;
        } catch (UncheckedIOException broken) {
            if (!example.source().equals("benign")) {
                throw broken;
            }
            // A broken file cannot be scaled either; the guard calls it unreadable, and so does this.
        }
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("source", example.source());
        columns.put("way", example.way());
        columns.put("disturbance", example.disturbance());
        columns.put("category", category.word());
        return new Judgements.Judgement(example.id(), example.label(), example.unit(), ruling, score, columns);
    }

    private Verdict verdict(Guard guard, Example example) {
        boolean benign = example.source().equals("benign");
        if (benign && example.disturbance().equals("found")) {
            String file = example.id().substring(0, example.id().lastIndexOf('/'));
            return guard.judge(data.resolve("benign").resolve(file));
        }
        if (!benign && example.way().equals("found")) {
            return guard.judge(data.resolve(example.id()));
        }
        return guard.judge(example.id(), new ByteArrayInputStream(StlBytes.of(example.mesh())));
    }
}

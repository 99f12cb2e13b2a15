package org.maskguard.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.train.example.CutAndOffset;
import org.maskguard.train.example.DepthRelief;
import org.maskguard.train.example.DistanceShell;
import org.maskguard.train.example.Disturbance;
import org.maskguard.train.example.Example;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.LookAlike;
import org.maskguard.train.example.MaskMaker;
import org.maskguard.train.example.Subject;

/// Which examples are learned from and measured with.
///
/// @param people drawn from each parametric face; a third of them for each way of making masks
/// @param perRealHead masks of each real head in each row
/// @param lookAlikes of each kind, of parametric faces; one of each real head besides
/// @param shells that never were a face
/// @param benignEvery take each n-th of the benign examples
public record TrainingSet(int people, int perRealHead, int lookAlikes, int shells, int benignEvery) {

    /// What the shipped model was made with: over 300 masks in each row.
    public static final TrainingSet FULL = new TrainingSet(120, 4, 30, 100, 1);

    /// Enough to see that everything works: some minutes.
    public static final TrainingSet QUICK = new TrainingSet(12, 1, 6, 12, 10);

    /// The rows of the model card, each a single disturbance.
    static final List<Disturbance> ROWS = List.of(
            Disturbance.CLEAN,
            Disturbance.ROTATION,
            Disturbance.SCALE,
            Disturbance.DECIMATED,
            Disturbance.NOISE,
            Disturbance.REMESHED,
            Disturbance.CUT_EYES,
            Disturbance.HALF_FOREHEAD,
            Disturbance.CLUTTER,
            Disturbance.SOUP,
            Disturbance.INSIDE_OUT,
            Disturbance.LATTICE_50);

    /// All examples, in a fixed order.
    ///
    /// @throws IOException where the manifests cannot be read
    public List<Example> examples(ExampleSet set) throws IOException {
        List<Example> all = new ArrayList<>();
        for (Disturbance row : ROWS) {
            all.addAll(masks(set, row));
        }
        List<Subject> some = new ArrayList<>(set.ictPeople(people).subList(0, Math.min(people, lookAlikes / 2)));
        some.addAll(set.makeHumanPeople(people).subList(0, Math.min(people, lookAlikes - lookAlikes / 2)));
        some.addAll(set.realPeople(false));
        for (LookAlike kind : LookAlike.values()) {
            all.addAll(set.lookAlikes(kind, some, kind == LookAlike.BLANK ? 2 : 1, Disturbance.ROTATION));
        }
        all.addAll(set.shells(shells));
        all.addAll(set.faceFiles(false));
        List<Example> benign = set.benign(false);
        for (int i = 0; i < benign.size(); i += benignEvery) {
            all.add(benign.get(i));
        }
        return all;
    }

    /// Masks of one row: each person's in one of the three ways, each real head's in all of them by turns.
    List<Example> masks(ExampleSet set, Disturbance row) throws IOException {
        List<MaskMaker> makers = List.of(new CutAndOffset(), new DistanceShell(), new DepthRelief());
        List<Example> all = new ArrayList<>();
        List<List<Subject>> sources = List.of(set.ictPeople(people), set.makeHumanPeople(people));
        for (List<Subject> source : sources) {
            for (int i = 0; i < source.size(); i++) {
                all.addAll(set.masks(makers.get(i % 3), List.of(source.get(i)), 1, row));
            }
        }
        List<Subject> real = set.realPeople(false);
        for (int i = 0; i < real.size(); i++) {
            for (int k = 0; k < perRealHead; k++) {
                List<Example> made = set.masks(makers.get((i + k) % 3), List.of(real.get(i)), k + 1, row);
                all.add(made.get(k));
            }
        }
        return all;
    }
}

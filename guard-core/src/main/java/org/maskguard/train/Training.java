package org.maskguard.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;
import org.maskguard.classify.Detector;
import org.maskguard.classify.FaceFeatures;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Policy;
import org.maskguard.landmark.FaceFinder;
import org.maskguard.landmark.FaceShape;
import org.maskguard.train.example.Example;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.Person;
import org.maskguard.train.example.Subject;
import org.maskguard.train.shape.ShapeTraining;

/// Makes the model that ships: shape, statistical model, calibration. The same data and seed give the same bytes.
public final class Training {

    /// People drawn from each parametric face for the shape.
    private static final int SHAPE_PEOPLE = 400;

    private static final int SHAPE_MODES = 30;

    private final ExampleSet set;
    private final TrainingSet choice;
    private final long seed;

    private Training(ExampleSet set, TrainingSet choice, long seed) {
        this.set = set;
        this.choice = choice;
        this.seed = seed;
    }

    /// @param data folder with `param`, `faces` and `benign`
    /// @throws IOException where it cannot be read
    public static Training open(Path data, TrainingSet choice, long seed) throws IOException {
        return new Training(ExampleSet.open(data, seed), choice, seed);
    }

    /// The shape of faces as it ships, rounding and all, learned from both parametric faces, or from one of them
    /// for measuring with the other.
    public FaceShape shape(boolean ict, boolean makeHuman) throws IOException {
        FaceShape learned = ShapeTraining.learn(
                ict ? set.ict() : null, makeHuman ? set.makeHuman() : null, SHAPE_PEOPLE, SHAPE_MODES, seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learned.write(new DataOutputStream(bytes));
        return FaceShape.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /// Those of the examples on which landmarks are measured for people of a population that the shape does not
    /// know:
    /// the masks of ICT-FaceKit's people, clean or only turned.
    public static List<Example> masksOfIct(List<Example> examples) {
        return LandmarkErrors.ofIct(examples);
    }

    /// The examples that are learned from.
    public List<Example> examples() throws IOException {
        return choice.examples(set);
    }

    /// Shows the examples to a detector that knows the shape alone.
    ///
    /// @param done told how many are done, from any thread
    public static List<Specimen> survey(FaceShape shape, List<Example> examples, IntConsumer done) {
        return new Surveyor(new Detector(shape, unlearned(), FaceFinder.Effort.STANDARD, "unlearned"))
                .survey(examples, done);
    }

    /// A model and what was measured of it.
    ///
    /// @param model bytes of the file that ships
    /// @param card measured half of the model card, Markdown
    public record Trained(byte[] model, String card) {}

    /// Learns from specimens, and measures by cross-validation.
    ///
    /// @param shape that the specimens were seen by, and that ships
    /// @param withoutIct those of [#masksOfIct], seen by a shape that was learned without ICT-FaceKit
    public Trained learn(FaceShape shape, List<Specimen> specimens, List<Specimen> withoutIct) throws IOException {
        List<Judgements.Judgement> judged = new CrossValidation(specimens, Policy.DEFAULT).judge();
        FaceModel model = Learning.learn(specimens);
        byte[] packed = packed(shape, model);
        String digest = Detector.read(packed).digest().replace("sha256:", "");
        return new Trained(packed, new ModelCard(specimens, withoutIct, judged, model, seed, digest, groups()).text());
    }

    /// Sex, age and ancestry of the people whose model says them, by unit: each in the words of that model.
    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Subject subject : set.makeHumanPeople(choice.people())) {
            long number = Long.parseLong(subject.unit().substring(subject.unit().lastIndexOf('-') + 1));
            Person person = set.makeHuman().person(number);
            String age = person.age() < 13 ? "child" : person.age() < 50 ? "adult" : "old";
            groups.put(subject.unit(), List.of("sex " + person.sex(), "age " + age, "ancestry " + person.ancestry()));
        }
        return groups;
    }

    /// The model's file.
    public static byte[] packed(FaceShape shape, FaceModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            new Detector(shape, model, FaceFinder.Effort.STANDARD, "").write(out);
        }
        return bytes.toByteArray();
    }

    private static FaceModel unlearned() {
        int n = FaceFeatures.NAMES.length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new FaceModel(new double[n], ones, new double[n], ones, new double[n + 1], 1, 0, 0.5);
    }
}

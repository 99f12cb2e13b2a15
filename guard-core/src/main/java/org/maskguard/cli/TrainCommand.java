package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.maskguard.landmark.FaceShape;
import org.maskguard.train.Specimen;
import org.maskguard.train.Training;
import org.maskguard.train.TrainingSet;
import org.maskguard.train.example.Example;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the model and its card.
@Command(
        name = "train",
        header = "Makes the model and its card.",
        description = {
            "",
            "Draws people from the parametric faces, makes masks of them and of the real heads in three ways, shows all"
                    + " of them and the benign files to the detector, fits and calibrates the statistical model, and"
                    + " measures it by cross-validation; landmarks also on people of a population that the shape never saw."
                    + " The same data and seed give the same bytes. Writes 'face.model'"
                    + " and 'model-card.md'.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  maskguard train --data ../shared/data --out model",
            "      the whole training, under an hour on two cores",
            "  maskguard train --data ../shared/data --quick --out /tmp/try",
            "      a twentieth of it, to see that a change works"
        })
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with 'param', 'faces' and 'benign'.")
    private Path data;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all chance; 1 by default.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "model",
            description = "Where to write; 'model' by default.")
    private Path out;

    @Option(names = "--quick", description = "Learn from a small part only.")
    private boolean quick;

    @Mixin
    HelpOption help;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data.resolve("param"))) {
            throw new UsageMistake("%s: there is no folder 'param' in it".formatted(data));
        }
        Training training = Training.open(data, quick ? TrainingSet.QUICK : TrainingSet.FULL, seed);
        terminal.say("Learning the shape of faces, once with and once without ICT-FaceKit");
        FaceShape shape = training.shape(true, true);
        FaceShape withoutIct = training.shape(false, true);
        List<Example> examples = training.examples();
        List<Example> masksOfIct = Training.masksOfIct(examples);
        List<Specimen> specimens;
        List<Specimen> strangers;
        int shown = examples.size() + masksOfIct.size();
        try (Progress progress = new Progress(terminal, "examples", shown, shown)) {
            specimens = Training.survey(shape, examples, n -> progress.done(1));
            strangers = Training.survey(withoutIct, masksOfIct, n -> progress.done(1));
        }
        terminal.say("Fitting and measuring");
        Training.Trained trained = training.learn(shape, specimens, strangers);
        Files.createDirectories(out);
        Files.write(out.resolve("face.model"), trained.model());
        Files.writeString(out.resolve("model-card.md"), trained.card());
        terminal.print(out.resolve("face.model") + "\n" + out.resolve("model-card.md"));
        return ExitStatus.CLEAN.code();
    }
}

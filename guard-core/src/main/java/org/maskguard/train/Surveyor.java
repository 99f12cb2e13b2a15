package org.maskguard.train;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.maskguard.classify.Detector;
import org.maskguard.classify.Face;
import org.maskguard.classify.FaceFeatures;
import org.maskguard.classify.FaceJudge;
import org.maskguard.classify.Policy;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Box;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.Example;

/// Shows examples to the detector. The result does not depend on the number of threads.
public final class Surveyor {

    /// Places whose fit agrees less than this are not measured further: of 3,430 masks no right fit agreed less
    /// than 0.506.
    private static final double LEAST_AGREEMENT = 0.45;

    private static final int AGREEMENT = FaceFeatures.NAMES.length - 1;

    private final FaceJudge judge;

    public Surveyor(Detector detector) {
        this.judge = new FaceJudge(detector, Policy.DEFAULT);
    }

    /// @param done told how many are done, from any thread
    public List<Specimen> survey(List<Example> examples, IntConsumer done) {
        AtomicInteger count = new AtomicInteger();
        return examples.parallelStream()
                .map(example -> {
                    Specimen specimen = survey(example);
                    done.accept(count.incrementAndGet());
                    return specimen;
                })
                .toList();
    }

    private Specimen survey(Example example) {
        Example.Made made;
        try {
            made = example.make();
        } catch (UncheckedIOException unreadable) {
            // A file that no reader takes has nothing to teach; the guard calls it unreadable.
            made = new Example.Made(new Mesh(new float[0], new int[0]), Map.of());
        }
        long begun = System.nanoTime();
        List<Specimen.Spot> spots =
                made.mesh().triangles() == 0 ? List.of() : spots(made.mesh(), made.marks(), hollowToo(example));
        return new Specimen(
                example.id(),
                example.label(),
                example.way(),
                example.unit(),
                example.source(),
                example.disturbance(),
                made.mesh().triangles() == 0 ? new double[0] : GlobalShape.of(made.mesh()),
                spots,
                (System.nanoTime() - begun) / 1_000_000);
    }

    /// Whether the hollow side is looked at even where a raised face is found: on masks it teaches nothing.
    private static boolean hollowToo(Example example) {
        return !example.label().startsWith("mask_");
    }

    private List<Specimen.Spot> spots(Mesh mesh, Map<Landmark, Vec> marks, boolean hollowToo) {
        List<Specimen.Spot> spots = new ArrayList<>();
        if (Box.around(mesh).tooSmallForFace(1)) {
            return spots;
        }
        for (FaceJudge.Place place : judge.survey(mesh, f -> f[AGREEMENT], LEAST_AGREEMENT, hollowToo)) {
            Face face = place.face();
            double[] errors = new double[Landmark.values().length];
            for (Landmark landmark : Landmark.values()) {
                Vec truth = marks.get(landmark);
                errors[landmark.ordinal()] = truth == null
                        ? Double.NaN
                        : truth.minus(face.landmarks().get(landmark)).length();
            }
            spots.add(new Specimen.Spot(
                    place.features(),
                    face.category(),
                    face.concave(),
                    face.measurements().get(Measurement.SELLION_MENTON).mm(),
                    place.features()[AGREEMENT],
                    errors[Landmark.PRONASALE.ordinal()],
                    errors));
        }
        return spots;
    }
}

package org.maskguard.train.example;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// An open face that needs no data: the shape that the guard ships with, at random weights. The guard knows this
/// population, so it says what is done to a face and not whose faces are found.
final class ShapeHead {

    /// Of the weights, in deviations: fairly usual faces.
    private static final double SPREAD = 0.7;

    private ShapeHead() {}

    static Head make(FaceShape shape, long seed) {
        Dice dice = new Dice(seed);
        double[] weights = new double[shape.modes()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = SPREAD * dice.gaussian();
        }
        float[] all = shape.shape(weights);
        Vec tip = at(all, shape.index(Landmark.PRONASALE));
        Map<Landmark, Vec> marks = new EnumMap<>(Landmark.class);
        for (Landmark landmark : Landmark.values()) {
            marks.put(landmark, at(all, shape.index(landmark)).minus(tip));
        }
        float[] xyz = new float[3 * shape.points()];
        for (int p = 0; p < shape.points(); p++) {
            Vec v = at(all, p).minus(tip);
            xyz[3 * p] = (float) v.x();
            xyz[3 * p + 1] = (float) v.y();
            xyz[3 * p + 2] = (float) v.z();
        }
        Mesh skin = Subdivision.loop(Subdivision.loop(new Mesh(xyz, shape.triangles())));
        String id = "shape-" + seed;
        Mesh none = new Mesh(new float[0], new int[0]);
        Vec left = middle(marks, Landmark.ENDOCANTHION_LEFT, Landmark.EXOCANTHION_LEFT);
        Vec right = middle(marks, Landmark.ENDOCANTHION_RIGHT, Landmark.EXOCANTHION_RIGHT);
        return new Head(id, id, "shape", false, skin, none, marks, left, right);
    }

    private static Vec middle(Map<Landmark, Vec> marks, Landmark a, Landmark b) {
        return marks.get(a).plus(marks.get(b)).times(0.5);
    }

    private static Vec at(float[] xyz, int i) {
        return new Vec(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
    }
}

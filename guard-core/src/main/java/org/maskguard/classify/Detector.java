package org.maskguard.classify;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFinder;
import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.FittedFace;

/// Finds faces on a surface and says how surely each is a human one. Immutable, safe to share between threads.
public final class Detector {

    /// A place where a face was fitted, and what was measured there.
    public record Measured(FittedFace face, double[] features) {}

    private final FaceFinder finder;
    private final FaceFeatures features;
    private final FaceModel model;
    private final String digest;

    /// @param digest what the model is known by, such as `sha256:…`
    public Detector(FaceShape shape, FaceModel model, FaceFinder.Effort effort, String digest) {
        this.finder = new FaceFinder(shape, effort);
        this.features = new FaceFeatures(shape);
        this.model = model;
        this.digest = digest;
    }

    /// The detector with the model that ships in this package.
    public static Detector shipped() {
        return ShippedModel.load().detector();
    }

    /// A detector from the bytes that [#write] wrote.
    ///
    /// @throws IOException where they are something else
    public static Detector read(byte[] packed) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16))) {
            byte[] all = in.readAllBytes();
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(all));
            FaceShape shape = FaceShape.read(data);
            FaceModel model = FaceModel.read(data);
            return new Detector(shape, model, FaceFinder.Effort.STANDARD, ShippedModel.digest(packed));
        }
    }

    /// Writes shape and model, for [#read] after packing by gzip.
    public void write(DataOutputStream out) throws IOException {
        finder.shape().write(out);
        model.write(out);
    }

    /// What the model is known by.
    public String digest() {
        return digest;
    }

    public FaceShape shape() {
        return finder.shape();
    }

    /// The best places for a face on a surface, best fit first.
    ///
    /// @param concave whether hollow faces are looked for, as in moulds
    public List<Measured> faces(Mesh mesh, boolean concave) {
        return finder.find(mesh, concave).stream()
                .map(face -> new Measured(face, features.of(face)))
                .toList();
    }

    /// The score from which on a policy that names none refuses, 0 to 1.
    public double refuseFrom() {
        return model.refuseFrom();
    }

    /// How surely features are those of a human face, 0 to 1.
    public double probability(double[] measured) {
        return model.probability(measured);
    }
}

package org.maskguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maskguard.Judged;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// Does what a file says: its text is the verdict to give, after the pause in ms that may stand behind it. `fault`
/// throws, `memory` runs out of it.
final class FakeJudge implements Judge {

    @Override
    public Verdict judge(Path file) {
        if (!Files.isRegularFile(file)) {
            return verdict(file.toString(), "unreadable");
        }
        try {
            return verdict(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Judged judgeWithMesh(Path file) {
        return new Judged(judge(file), Mesh.soup(new float[9]));
    }

    @Override
    public Verdict judge(String name, InputStream in) {
        try {
            return verdict(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Verdict.GuardVersion version() {
        return new Verdict.GuardVersion("1.2.3", "sha256:abc");
    }

    private Verdict verdict(String name, String told) {
        String[] words = told.strip().split(" ");
        pause(words.length > 1 ? Integer.parseInt(words[1]) : 0);
        return switch (words[0]) {
            case "pass" -> verdict(name, Ruling.PASS, Category.NONE, List.of(), null);
            case "warn" -> verdict(name, Ruling.WARN, Category.HEAD, List.of(face(Category.HEAD, 0.7)), null);
            case "refuse" -> verdict(name, Ruling.REFUSE, Category.MASK, List.of(face(Category.MASK, 0.998)), null);
            case "unreadable" ->
                verdict(
                        name,
                        Ruling.UNREADABLE,
                        Category.NONE,
                        List.of(),
                        new Verdict.Fault("truncated", "byte 84", "The file ends early."));
            case "memory" -> throw new OutOfMemoryError("no more");
            default -> throw new IllegalStateException("told " + words[0]);
        };
    }

    private Verdict verdict(String name, Ruling ruling, Category category, List<Face> faces, Verdict.Fault fault) {
        List<Verdict.Reason> reasons = faces.isEmpty()
                ? List.of()
                : List.of(
                        new Verdict.Reason("human-face", "It shows a human face."),
                        new Verdict.Reason("life-size", "The face is life-size."));
        return new Verdict(
                new Verdict.Subject(name, "00ff", "stl-binary", "mm", new double[] {152, 201.34, 88.1}, 54210, 1),
                ruling,
                category,
                faces.isEmpty() ? 0 : faces.getFirst().score(),
                reasons,
                faces,
                fault,
                new Verdict.Cost(12, 180),
                version());
    }

    private static Face face(Category category, double score) {
        return new Face(
                category,
                score,
                false,
                Map.of(Landmark.PRONASALE, new Vec(1, 2.04, 3)),
                Map.of(Measurement.SELLION_MENTON, new Face.Measured(118.2, 118.6, 8.1)),
                new Vec(0, 0, 1),
                new Vec(0, 1, 0),
                new Wear(2.4, 0.97, 61, 0.83, false, false, true));
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.maskguard.train.example;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// Where and how large a thing lies in its file: stretched along its own axes, turned, moved.
///
/// @param stretch factors along x, y and z before turning; a negative one mirrors
record Placement(Vec stretch, Meshes.Turn turn, Vec shift) {
    static final Meshes.Turn UPRIGHT = new Meshes.Turn(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

    /// How far, mm, a thing is moved at most along each axis.
    private static final double AWAY = 150;

    private static final Vec AS_LARGE = new Vec(1, 1, 1);

    /// Any rotation, somewhere on or off the plate.
    static Placement anywhere(Dice dice) {
        return new Placement(AS_LARGE, Meshes.randomTurn(dice), place(dice));
    }

    /// Face up, face down, on its back, on a side or upright, in quarter turns, as people lay things.
    static Placement laid(Dice dice) {
        Vec[] axes = {new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1)};
        int first = dice.between(0, 2);
        int second = (first + dice.between(1, 2)) % 3;
        Vec x = axes[first].times(dice.chance(0.5) ? 1 : -1);
        Vec y = axes[second].times(dice.chance(0.5) ? 1 : -1);
        return new Placement(AS_LARGE, new Meshes.Turn(x, y, x.cross(y)), place(dice));
    }

    Placement stretched(double sx, double sy, double sz) {
        return new Placement(new Vec(stretch.x() * sx, stretch.y() * sy, stretch.z() * sz), turn, shift);
    }

    boolean mirrors() {
        return stretch.x() * stretch.y() * stretch.z() < 0;
    }

    Vec apply(Vec p) {
        return turn.apply(new Vec(p.x() * stretch.x(), p.y() * stretch.y(), p.z() * stretch.z()))
                .plus(shift);
    }

    Mesh apply(Mesh mesh) {
        Mesh stretched = Meshes.scale(mesh, stretch.x(), stretch.y(), stretch.z());
        return Meshes.move(stretched, new Vec(0, 0, 0), turn, 1, shift);
    }

    /// Landmarks; in a mirror left and right change places.
    Map<Landmark, Vec> apply(Map<Landmark, Vec> marks) {
        Map<Landmark, Vec> placed = new EnumMap<>(Landmark.class);
        marks.forEach((landmark, p) -> placed.put(mirrors() ? twin(landmark) : landmark, apply(p)));
        return placed;
    }

    private static Vec place(Dice dice) {
        return new Vec(dice.between(-AWAY, AWAY), dice.between(-AWAY, AWAY), dice.between(-AWAY, AWAY));
    }

    private static Landmark twin(Landmark landmark) {
        String name = landmark.name();
        if (name.endsWith("_LEFT")) {
            return Landmark.valueOf(name.replace("_LEFT", "_RIGHT"));
        }
        return name.endsWith("_RIGHT") ? Landmark.valueOf(name.replace("_RIGHT", "_LEFT")) : landmark;
    }
}

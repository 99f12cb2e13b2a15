package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Shells of a face's size that never were a face: domes, bowls, hockey masks.
final class Shells {
    private static final double CELL = 1.6;

    private Shells() {}

    /// A random shell of 1.5 to 4 mm, facing +z: a superellipsoid's cap, with or without a ridge down the middle, a
    /// lip round the rim, eye holes, or rows of round holes.
    static Mesh draw(Dice dice) {
        double halfWidth = dice.between(60.0, 95.0);
        double halfHeight = dice.between(75.0, 120.0);
        double depth = dice.between(30.0, 95.0);
        double power = dice.between(1.8, 3.2);
        double ridge = dice.chance(0.4) ? dice.between(3.0, 14.0) : 0;
        double lip = dice.chance(0.3) ? dice.between(4.0, 12.0) : 0;
        Raster front = map(halfWidth + lip, halfHeight + lip);
        for (int at = 0; at < front.z().length; at++) {
            double u = Heights.x(front, at) / halfWidth;
            double v = Heights.y(front, at) / halfHeight;
            double r = StrictMath.pow(Math.abs(u), power) + StrictMath.pow(Math.abs(v), power);
            double dome = r < 1 ? depth * StrictMath.pow(1 - r, 1 / power) : 0;
            double rise = ridge * StrictMath.exp(-u * u * 60) * Math.max(0, 1 - v * v);
            front.z()[at] = (float) (dome + (r < 1 ? rise : 0));
        }
        double wall = dice.between(1.5, 4.0);
        // Without a lip it ends just inside the rim, where the dome is not yet upright.
        double edge = lip > 0 ? 1 : 0.95;
        Openings openings = openings(dice, halfWidth, halfHeight);
        Mesh surface = cut(front, edge * halfWidth + lip, edge * halfHeight + lip, power, openings);
        return DepthRelief.sew(surface, Heights.below(front, wall), wall);
    }

    private interface Openings {
        double outside(Vec p);
    }

    private static Openings openings(Dice dice, double halfWidth, double halfHeight) {
        double which = dice.next();
        if (which < 0.35) {
            return p -> 1e9;
        }
        double eyes = dice.between(0.1, 0.35) * halfHeight;
        double radius = dice.between(9.0, 18.0);
        Openings eyeHoles = p -> Math.hypot(Math.abs(p.x()) - 0.42 * halfWidth, p.y() - eyes) - radius;
        if (which < 0.65) {
            return eyeHoles;
        }
        double pitch = dice.between(16.0, 28.0);
        double hole = dice.between(2.5, 5.0);
        return p -> {
            double dx = p.x() - pitch * Math.rint(p.x() / pitch);
            double dy = p.y() - pitch * Math.rint(p.y() / pitch);
            return Math.min(Math.hypot(dx, dy) - hole, eyeHoles.outside(p));
        };
    }

    private static Raster map(double halfWidth, double halfHeight) {
        int width = (int) (2 * halfWidth / CELL) + 5;
        int height = (int) (2 * halfHeight / CELL) + 5;
        float[] z = new float[width * height];
        return new Raster(z, width, height, -halfWidth - 2 * CELL, -halfHeight - 2 * CELL, CELL);
    }

    private static Mesh cut(Raster front, double halfWidth, double halfHeight, double power, Openings openings) {
        Mesh grid = Heights.mesh(front);
        double[] field = new double[grid.vertices()];
        for (int v = 0; v < field.length; v++) {
            Vec p = Meshes.vertex(grid, v);
            double r = StrictMath.pow(Math.abs(p.x()) / halfWidth, power)
                    + StrictMath.pow(Math.abs(p.y()) / halfHeight, power);
            field[v] = Math.min((1 - r) * halfWidth / power, openings.outside(p));
        }
        return Meshes.clip(grid, field);
    }
}

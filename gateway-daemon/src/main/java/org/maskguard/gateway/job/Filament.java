package org.maskguard.gateway.job;

import org.maskguard.gateway.line.Command;

/// How far each command pushes the filament beyond where it has already been: forward, net of what was drawn back.
final class Filament {

    private boolean relative;
    private double at;
    private double furthest;

    /// Net forward extrusion of a move in mm, 0 or more; modes and resets are followed.
    double push(Command command) {
        switch (command.letter()) {
            case 'G' -> {
                switch (command.code()) {
                    case 0, 1, 2, 3 -> {
                        return move(command.value('E'));
                    }
                    case 90 -> relative = false;
                    case 91 -> relative = true;
                    case 92 -> reset(command.value('E'));
                    default -> {}
                }
            }
            case 'M' -> relative = command.code() == 83 || command.code() != 82 && relative;
            default -> {}
        }
        return 0;
    }

    private double move(double e) {
        if (Double.isNaN(e)) {
            return 0;
        }
        at = relative ? at + e : e;
        double pushed = Math.max(0, at - furthest);
        furthest = Math.max(furthest, at);
        return pushed;
    }

    private void reset(double e) {
        if (!Double.isNaN(e)) {
            furthest += e - at;
            at = e;
        }
    }
}

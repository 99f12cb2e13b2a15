package org.maskguard.gateway.sim;

import java.util.ArrayDeque;

/// The planner: a queue of moves that each have a beginning and an end. Instants are in seconds of the printer's own
/// time.
final class Motion {

    /// `BLOCK_BUFFER_SIZE`.
    private static final int BLOCKS = 16;

    private record Move(double begin, double end, double[] from, double[] to) {}

    private final ArrayDeque<Move> moves = new ArrayDeque<>();
    private double[] planned = new double[4];

    /// Where the last planned move ends: X, Y, Z, E in mm.
    double[] planned() {
        return planned.clone();
    }

    /// Says that the tool is somewhere, as homing and G92 do.
    void place(double[] position) {
        planned = position.clone();
    }

    /// Plans a move; gives the instant at which it has found room.
    double plan(double[] to, double seconds, double now) {
        forget(now);
        double begin = moves.isEmpty() ? now : moves.getLast().end();
        moves.add(new Move(begin, begin + seconds, planned, to.clone()));
        planned = to.clone();
        return moves.size() <= BLOCKS ? now : moves.getFirst().end();
    }

    /// When the last planned move ends.
    double end(double now) {
        forget(now);
        return moves.isEmpty() ? now : moves.getLast().end();
    }

    /// Where the tool is.
    double[] position(double now) {
        forget(now);
        Move move = moves.peekFirst();
        if (move == null) {
            return planned.clone();
        }
        double part = move.end() > move.begin() ? (now - move.begin()) / (move.end() - move.begin()) : 1;
        double[] position = new double[4];
        for (int i = 0; i < 4; i++) {
            position[i] = move.from()[i] + (move.to()[i] - move.from()[i]) * Math.clamp(part, 0, 1);
        }
        return position;
    }

    /// Drops all moves: the tool stays where it is.
    void stop(double now) {
        planned = position(now);
        moves.clear();
    }

    /// How many more moves find room.
    int room(double now) {
        forget(now);
        return Math.max(0, BLOCKS - moves.size());
    }

    private void forget(double now) {
        while (!moves.isEmpty() && moves.getFirst().end() <= now) {
            moves.removeFirst();
        }
    }
}

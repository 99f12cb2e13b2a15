package org.maskguard.gateway.gate;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.maskguard.gateway.host.HostEnd;

/// The host's lines that wait: for their turn, and for their answers, which are given in the order of the lines.
final class HostLines {

    private final HostEnd host;
    private final ArrayDeque<HostLine> fresh = new ArrayDeque<>();
    private final ArrayDeque<HostLine> unanswered = new ArrayDeque<>();

    HostLines(HostEnd host) {
        this.host = host;
    }

    void add(HostLine line) {
        fresh.add(line);
        unanswered.add(line);
    }

    /// Gives lines their turn for as long as they take it; says whether any did.
    boolean take(Predicate<HostLine> turn) {
        boolean any = false;
        while (!fresh.isEmpty() && turn.test(fresh.getFirst())) {
            fresh.removeFirst();
            any = true;
        }
        return any;
    }

    /// Gives the answers whose turn it is; says whether there were any.
    boolean answer(long now) {
        boolean any = false;
        while (!unanswered.isEmpty() && unanswered.getFirst().isAnswered()) {
            host.ok(unanswered.removeFirst().report(), now);
            any = true;
        }
        return any;
    }

    /// The lines whose turn has not come.
    Iterable<HostLine> waiting() {
        return fresh;
    }

    /// Whether a line's answer is the next.
    boolean isNext(HostLine line) {
        return unanswered.peekFirst() == line;
    }

    HostLine first() {
        return fresh.peekFirst();
    }

    void forget() {
        fresh.clear();
        unanswered.clear();
    }
}

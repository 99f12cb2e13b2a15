package org.maskguard.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.classify.Ruling;

/// How many files had which verdict.
final class Tally {

    private final long began = System.nanoTime();
    private final Map<Ruling, Integer> counts = new EnumMap<>(Ruling.class);
    private int files;

    void count(Ruling ruling) {
        files++;
        counts.merge(ruling, 1, Integer::sum);
    }

    /// Says it to people, worst first.
    void say(Terminal terminal) {
        List<String> parts = new ArrayList<>();
        add(parts, Ruling.REFUSE, "refused");
        add(parts, Ruling.WARN, "warned of");
        add(parts, Ruling.UNREADABLE, "unreadable");
        add(parts, Ruling.PASS, "passed");
        String what = parts.isEmpty() ? "nothing to judge" : String.join(", ", parts);
        double seconds = (System.nanoTime() - began) / 1e9;
        terminal.say(String.format(Locale.ROOT, "%d file%s: %s (%.1f s)", files, files == 1 ? "" : "s", what, seconds));
        if (terminal.errIsTerminal() && (counts.containsKey(Ruling.REFUSE) || counts.containsKey(Ruling.WARN))) {
            terminal.say("'maskguard explain FILE' says what was found, and where.");
        }
    }

    private void add(List<String> parts, Ruling ruling, String word) {
        if (counts.containsKey(ruling)) {
            parts.add(counts.get(ruling) + " " + word);
        }
    }
}

package org.maskguard.gateway.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The memory card: files of lines, one of them open for writing, one for printing.
final class Card {

    private final SortedMap<String, List<String>> files = new TreeMap<>();
    private List<String> writing;
    private String selected;
    private int next;
    private boolean printing;

    SortedMap<String, List<String>> files() {
        return files;
    }

    boolean isWriting() {
        return writing != null;
    }

    void create(String name) {
        writing = new ArrayList<>();
        files.put(name, writing);
    }

    void write(String line) {
        writing.add(line);
    }

    void close() {
        writing = null;
    }

    boolean select(String name) {
        selected = files.containsKey(name) ? name : null;
        next = 0;
        printing = false;
        return selected != null;
    }

    boolean start() {
        printing = selected != null;
        return printing;
    }

    void pause() {
        printing = false;
    }

    boolean isPrinting() {
        return printing;
    }

    /// The next line of the file that is printed, or null at its end.
    String line() {
        List<String> lines = files.get(selected);
        if (next < lines.size()) {
            return lines.get(next++);
        }
        printing = false;
        return null;
    }

    /// What M27 says.
    String progress() {
        return printing ? "SD printing byte " + next + "/" + files.get(selected).size() : "Not SD printing";
    }
}

package org.maskguard.io;

import java.util.ArrayList;
import java.util.List;

/// Wavefront OBJ: the vertices and the faces, split into fans of triangles; all else is passed over.
///
/// Numbers of vertices may be negative (counted back from the last one so far) and may name vertices that come later.
final class ObjReader {

    private final Source source;
    private final TextScanner words;
    private final Floats xyz;
    private final Corners corners;
    private final List<String> notes = new ArrayList<>();
    private long largest = -1;
    private int largestLine;
    private boolean freeForm;

    ObjReader(Source source, Limits limits) throws Unreadable {
        this.source = source;
        this.words = new TextScanner(source, limits, 0);
        Memory memory = new Memory();
        this.xyz = new Floats(memory, limits.triangles() * 9L);
        this.corners = new Corners(memory, limits.triangles());
    }

    Model read() throws Unreadable {
        while (words.nextLine()) {
            if (words.nextWord()) {
                statement();
            }
        }
        int vertices = xyz.size() / 3;
        if (largest >= vertices) {
            throw badIndex("line " + largestLine, largest + 1);
        }
        if (corners.size() == 0) {
            throw new Unreadable("no-surface", "", "The OBJ file has " + vertices + " vertices and no faces.");
        }
        if (freeForm) {
            notes.add("Free-form curves and surfaces were passed over.");
        }
        Mesh mesh = new Mesh(xyz.toArray(), corners.toArray());
        return new Model("obj", "mm", true, mesh, source.finish(), notes);
    }

    private void statement() throws Unreadable {
        if (words.is("v")) {
            vertex();
        } else if (words.is("f") || words.is("fo")) {
            face();
        } else if (words.is("facet") || words.is("vertex") || words.is("endsolid")) {
            // A slicer that goes by the file's name would print these.
            throw new Unreadable(
                    "unknown-format",
                    words.where(),
                    "Line " + words.line() + " belongs to an STL file, and the lines before it to an OBJ file.");
        } else if (words.is("surf") || words.is("curv")) {
            freeForm = true;
        }
    }

    private void vertex() throws Unreadable {
        float x = coordinate();
        float y = coordinate();
        float z = coordinate();
        xyz.add(x, y, z);
    }

    private float coordinate() throws Unreadable {
        if (!argument()) {
            throw new Unreadable(
                    "bad-number", words.where(), "Line " + words.line() + " has fewer than three coordinates.");
        }
        return words.coordinate();
    }

    private void face() throws Unreadable {
        int seen = 0;
        int first = 0;
        int last = 0;
        while (argument()) {
            int next = vertexNumber();
            if (seen == 0) {
                first = next;
            } else if (seen > 1) {
                corners.add(first, last, next);
            }
            last = next;
            seen = Math.min(seen + 1, 2);
        }
    }

    /// Goes to the next word of the statement, which a backslash may lead on to the next line.
    private boolean argument() throws Unreadable {
        return words.nextWordContinued() && words.lower(0) != '#';
    }

    private int vertexNumber() throws Unreadable {
        long stated = words.integer();
        long index = stated < 0 ? xyz.size() / 3 + stated : stated - 1;
        if (stated == Long.MIN_VALUE || index < 0 || index > Integer.MAX_VALUE) {
            throw badIndex(words.where(), stated);
        }
        if (index > largest) {
            largest = index;
            largestLine = words.line();
        }
        return (int) index;
    }

    private Unreadable badIndex(String where, long stated) {
        String named = stated == Long.MIN_VALUE ? "\"" + words.shown() + "\"" : "vertex " + stated;
        return new Unreadable(
                "bad-index",
                where,
                "At " + where + " a face names " + named + ", and the OBJ file has " + xyz.size() / 3
                        + " vertices there.");
    }
}

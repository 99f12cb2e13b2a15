package org.maskguard.io;

import java.util.List;

/// ASCII STL, in either case, with any spacing, with or without normals, of any number of solids.
///
/// A loop of more than three corners is split into a fan. The grammar is otherwise kept strictly: what stands between
/// its words could be a model of another format.
final class StlTextReader {

    private final Source source;
    private final Limits limits;
    private final TextScanner words;
    private final Memory memory = new Memory();
    private final Vertices vertices;
    private final Corners corners;
    private final float[] facet = new float[9];

    StlTextReader(Source source, Limits limits) throws Unreadable {
        this.source = source;
        this.limits = limits;
        this.words = new TextScanner(source, limits, 0);
        this.vertices = new Vertices(memory, 1024, limits.triangles() * 3L);
        this.corners = new Corners(memory, limits.triangles());
    }

    Model read() throws Unreadable {
        boolean open = false;
        int closed = 0;
        while (wordThere()) {
            if (words.is("facet")) {
                facet();
                closed = words.line();
            } else if (words.is("solid") && !open) {
                words.skipLine();
                open = true;
            } else if (words.is("endsolid")) {
                words.skipLine();
                open = false;
            } else if (words.line() == closed) {
                words.skipLine();
            } else {
                throw odd("facet");
            }
        }
        if (open) {
            throw new Unreadable(
                    "truncated", words.where(), "The STL file ends at line " + words.line() + " without \"endsolid\".");
        }
        if (corners.size() == 0) {
            throw new Unreadable("no-surface", words.where(), "The STL file has no facets.");
        }
        Mesh mesh = new Mesh(vertices.toArray(), corners.toArray());
        return new Model("stl-ascii", "mm", true, mesh, source.finish(), List.of());
    }

    private void facet() throws Unreadable {
        next();
        if (words.is("normal")) {
            next();
            // Normals decide nothing, and exporters write NaN in those of degenerate facets.
            for (int i = 0; i < 3 && !words.is("outer"); i++) {
                next();
            }
        }
        expect("outer");
        next();
        expect("loop");
        for (int i = 0; i < 9; i += 3) {
            next();
            expect("vertex");
            vertex(i);
        }
        add();
        next();
        while (words.is("vertex")) {
            System.arraycopy(facet, 6, facet, 3, 3);
            vertex(6);
            add();
            next();
        }
        expect("endloop");
        passRemark(words.line());
        expect("endfacet");
    }

    /// Goes on to `endfacet`, over anything else on the line of `endloop`, as admesh does.
    private void passRemark(int line) throws Unreadable {
        next();
        if (words.line() == line && !words.is("endfacet")) {
            words.skipLine();
            next();
        }
    }

    private void add() throws Unreadable {
        if (corners.size() >= limits.triangles() * 3L) {
            throw new Unreadable(
                    "too-large", words.where(), "The STL file has more than " + limits.triangles() + " triangles.");
        }
        int a = vertices.add(facet[0], facet[1], facet[2]);
        int b = vertices.add(facet[3], facet[4], facet[5]);
        int c = vertices.add(facet[6], facet[7], facet[8]);
        corners.add(a, b, c);
    }

    private void vertex(int at) throws Unreadable {
        for (int axis = 0; axis < 3; axis++) {
            next();
            facet[at + axis] = words.coordinate();
        }
    }

    private void expect(String word) throws Unreadable {
        if (!words.is(word)) {
            throw odd(word);
        }
    }

    private Unreadable odd(String expected) {
        return new Unreadable(
                "unknown-format",
                words.where(),
                "Line " + words.line() + " has \"" + words.shown() + "\" where ASCII STL has \"" + expected + "\".");
    }

    private void next() throws Unreadable {
        if (!wordThere()) {
            throw new Unreadable(
                    "truncated", words.where(), "The STL file ends at line " + words.line() + ", within a facet.");
        }
    }

    /// Goes to the next word that is not in a comment.
    private boolean wordThere() throws Unreadable {
        boolean there = words.nextWordAnywhere();
        while (there && words.lower(0) == '#') {
            words.skipLine();
            there = words.nextWordAnywhere();
        }
        return there;
    }
}

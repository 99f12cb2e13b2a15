package org.maskguard.io;

/// How much the objects of one package may still hold, all parts together, before they are placed.
final class ThreeMfBudget {

    private static final int MOST_PLACES = 1_000_000;

    private final Limits limits;
    private final Memory memory = new Memory();
    private int places;
    private long vertices;
    private long triangles;

    ThreeMfBudget(Limits limits) {
        this.limits = limits;
    }

    /// Vertices that are left. No mesh needs more than three a triangle.
    long vertices() {
        return limits.triangles() * 3L - vertices;
    }

    /// Triangles that are left.
    int triangles() {
        return (int) (limits.triangles() - triangles);
    }

    /// Counts an object, component or item. Each costs memory, and few bytes in a file.
    void place(String where) throws Unreadable {
        places++;
        if (places > MOST_PLACES) {
            throw new Unreadable("too-large", where, "The archive has more than a million objects and places of such.");
        }
    }

    void take(long moreVertices, long moreTriangles) {
        vertices += moreVertices;
        triangles += moreTriangles;
    }

    /// The account of all arrays of the package.
    Memory memory() {
        return memory;
    }
}

package org.maskguard.io;

import org.maskguard.io.PlyHeader.Element;
import org.maskguard.io.PlyHeader.Type;

/// The data of a PLY file, in one of its codings.
interface PlyBody {

    /// The word for [Model#format()].
    String format();

    /// Says what comes next, so that an impossible count is found before memory is asked for.
    void expect(Element element) throws Unreadable;

    /// Reads all records of the element of vertices.
    ///
    /// @param axes which properties are x, y and z
    void vertices(Element element, int[] axes, Floats xyz) throws Unreadable;

    /// Passes over records of a fixed size at once, where the coding has such.
    boolean passOver(long records, int bytes) throws Unreadable;

    /// Says which record comes next, for the sake of messages.
    void at(Element element, long record);

    /// Reads how many members a list has.
    long count(Type type) throws Unreadable;

    /// Reads a vertex number.
    long index(Type type) throws Unreadable;

    /// Passes over numbers.
    void skip(Type type, long count) throws Unreadable;

    /// How many bytes are left behind the last element.
    long spare() throws Unreadable;
}

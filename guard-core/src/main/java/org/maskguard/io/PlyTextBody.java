package org.maskguard.io;

import java.util.List;
import org.maskguard.io.PlyHeader.Element;
import org.maskguard.io.PlyHeader.Property;
import org.maskguard.io.PlyHeader.Type;

/// Data of an ASCII PLY file: numbers one after another, however they are spread over lines.
final class PlyTextBody implements PlyBody {

    private final Source source;
    private final TextScanner words;
    private String element = "";
    private long stated;
    private long record;

    PlyTextBody(Source source, Limits limits, int line) throws Unreadable {
        this.source = source;
        this.words = new TextScanner(source, limits, line);
    }

    @Override
    public String format() {
        return "ply-ascii";
    }

    @Override
    public void expect(Element next) {
        element = next.name();
        stated = next.count();
    }

    @Override
    public void vertices(Element vertex, int[] axes, Floats xyz) throws Unreadable {
        List<Property> properties = vertex.properties();
        float[] point = new float[3];
        for (long i = 0; i < vertex.count(); i++) {
            record = i;
            for (int p = 0; p < properties.size(); p++) {
                Property property = properties.get(p);
                int axis = p == axes[0] ? 0 : p == axes[1] ? 1 : p == axes[2] ? 2 : -1;
                if (axis < 0) {
                    skip(property.type(), property.list() == null ? 1 : count(property.list()));
                } else {
                    next();
                    point[axis] = words.coordinate();
                }
            }
            xyz.add(point[0], point[1], point[2]);
        }
    }

    @Override
    public boolean passOver(long records, int bytes) {
        return false;
    }

    @Override
    public void at(Element next, long number) {
        record = number;
    }

    @Override
    public long count(Type type) throws Unreadable {
        next();
        long count = words.integer();
        if (count < 0) {
            throw new Unreadable(
                    "bad-number",
                    words.where(),
                    "Line " + words.line() + " has \"" + words.shown() + "\" where the length of a list is expected.");
        }
        return count;
    }

    @Override
    public long index(Type type) throws Unreadable {
        next();
        long index = words.integer();
        if (index == Long.MIN_VALUE) {
            throw new Unreadable(
                    "bad-index",
                    words.where(),
                    "Line " + words.line() + " has \"" + words.shown() + "\" where a vertex number is expected.");
        }
        return index;
    }

    @Override
    public void skip(Type type, long count) throws Unreadable {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    @Override
    public long spare() throws Unreadable {
        return words.nextWordAnywhere() ? words.length() + source.remaining() : 0;
    }

    private void next() throws Unreadable {
        boolean there = words.nextWordAnywhere();
        while (there && words.is("comment")) {
            words.skipLine();
            there = words.nextWordAnywhere();
        }
        if (!there) {
            throw new Unreadable(
                    "truncated",
                    words.where(),
                    "The PLY file states " + stated + " records of \"" + element + "\" and ends within number "
                            + (record + 1) + ".");
        }
    }
}

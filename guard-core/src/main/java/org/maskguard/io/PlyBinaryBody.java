package org.maskguard.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.maskguard.io.PlyHeader.Element;
import org.maskguard.io.PlyHeader.Property;
import org.maskguard.io.PlyHeader.Type;

/// Data of a binary PLY file, of either byte order.
final class PlyBinaryBody implements PlyBody {

    private final Source source;
    private final ByteOrder order;
    private final ByteBuffer window;
    private String element = "";
    private long record;

    PlyBinaryBody(Source source, ByteOrder order) {
        this.source = source;
        this.order = order;
        this.window = ByteBuffer.wrap(source.bytes()).order(order);
    }

    @Override
    public String format() {
        return order == ByteOrder.LITTLE_ENDIAN ? "ply-binary-le" : "ply-binary-be";
    }

    @Override
    public void expect(Element next) throws Unreadable {
        long least = 0;
        for (Property property : next.properties()) {
            least += property.list() == null ? property.type().size : property.list().size;
        }
        long room = source.remaining() / least;
        if (next.count() > room) {
            throw new Unreadable(
                    "truncated",
                    "byte " + source.size(),
                    "The PLY file states " + next.count() + " records of \"" + next.name() + "\" and has room for "
                            + room + " at most.");
        }
    }

    @Override
    public void vertices(Element vertex, int[] axes, Floats xyz) throws Unreadable {
        int size = vertex.fixedSize();
        if (size < 0 || size > Source.PIECE / 4) {
            odd(vertex, axes, xyz);
        } else {
            plain(vertex, axes, size, xyz);
        }
    }

    private void plain(Element vertex, int[] axes, int size, Floats xyz) throws Unreadable {
        int[] offsets = {offset(vertex, axes[0]), offset(vertex, axes[1]), offset(vertex, axes[2])};
        Type[] types = {type(vertex, axes[0]), type(vertex, axes[1]), type(vertex, axes[2])};
        boolean floats = types[0] == Type.FLOAT32 && types[1] == Type.FLOAT32 && types[2] == Type.FLOAT32;
        long left = vertex.count();
        while (left > 0) {
            demand(vertex, vertex.count() - left, size);
            int here = (int) Math.min(left, (source.to() - source.from()) / size);
            float[] items = xyz.reserve(here * 3);
            if (floats) {
                copyFloats(here, size, offsets, items, xyz.size());
            } else {
                copy(here, size, offsets, types, items, xyz.size());
            }
            check(vertex, items, xyz.size(), xyz.size() + here * 3);
            xyz.grown(here * 3);
            source.advance(here * size);
            left -= here;
        }
    }

    private void copyFloats(int records, int size, int[] offsets, float[] items, int to) {
        int x = source.from() + offsets[0];
        int y = offsets[1] - offsets[0];
        int z = offsets[2] - offsets[0];
        int end = to + 3 * records;
        for (int i = to; i < end; i += 3) {
            items[i] = window.getFloat(x);
            items[i + 1] = window.getFloat(x + y);
            items[i + 2] = window.getFloat(x + z);
            x += size;
        }
    }

    private void copy(int records, int size, int[] offsets, Type[] types, float[] items, int to) {
        for (int i = 0; i < records; i++) {
            int at = source.from() + i * size;
            for (int axis = 0; axis < 3; axis++) {
                items[to + 3 * i + axis] = (float) number(types[axis], at + offsets[axis]);
            }
        }
    }

    /// Vertices with lists in them, one property after another.
    private void odd(Element vertex, int[] axes, Floats xyz) throws Unreadable {
        List<Property> properties = vertex.properties();
        float[] point = new float[3];
        for (long i = 0; i < vertex.count(); i++) {
            at(vertex, i);
            for (int p = 0; p < properties.size(); p++) {
                Property property = properties.get(p);
                int axis = p == axes[0] ? 0 : p == axes[1] ? 1 : p == axes[2] ? 2 : -1;
                if (axis < 0) {
                    skip(property.type(), property.list() == null ? 1 : count(property.list()));
                } else {
                    need(property.type().size);
                    point[axis] = (float) number(property.type(), source.from());
                    source.advance(property.type().size);
                }
            }
            float[] items = xyz.reserve(3);
            System.arraycopy(point, 0, items, xyz.size(), 3);
            check(vertex, items, xyz.size(), xyz.size() + 3);
            xyz.grown(3);
        }
    }

    private static void check(Element vertex, float[] items, int from, int to) throws Unreadable {
        int bad = Range.firstBad(items, from, to);
        if (bad >= 0) {
            throw Range.bad(vertex.name() + " " + (bad / 3 + 1), "a coordinate", items[bad]);
        }
    }

    private static int offset(Element element, int property) {
        int sum = 0;
        for (int i = 0; i < property; i++) {
            sum += element.properties().get(i).type().size;
        }
        return sum;
    }

    private static Type type(Element element, int property) {
        return element.properties().get(property).type();
    }

    @Override
    public boolean passOver(long records, int bytes) throws Unreadable {
        if (!source.skip(Math.multiplyExact(records, (long) bytes))) {
            throw cut();
        }
        return true;
    }

    @Override
    public void at(Element next, long number) {
        element = next.name();
        record = number;
    }

    @Override
    public long count(Type type) throws Unreadable {
        long count = index(type);
        if (count < 0) {
            throw new Unreadable(
                    "bad-number", where(), "At " + where() + " the PLY file has a list of " + count + " members.");
        }
        return count;
    }

    @Override
    public long index(Type type) throws Unreadable {
        need(type.size);
        int at = source.from();
        source.advance(type.size);
        if (type == Type.INT32) {
            return window.getInt(at);
        }
        double value = number(type, at);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new Unreadable("bad-index", where(), "At " + where() + " the PLY file names vertex " + value + ".");
        }
        return (long) value;
    }

    @Override
    public void skip(Type type, long count) throws Unreadable {
        if (!source.skip(count * type.size)) {
            throw cut();
        }
    }

    @Override
    public long spare() {
        return source.remaining();
    }

    private double number(Type type, int at) {
        return switch (type) {
            case INT8 -> window.get(at);
            case UINT8 -> window.get(at) & 0xFF;
            case INT16 -> window.getShort(at);
            case UINT16 -> window.getShort(at) & 0xFFFF;
            case INT32 -> window.getInt(at);
            case UINT32 -> Integer.toUnsignedLong(window.getInt(at));
            case FLOAT32 -> window.getFloat(at);
            case FLOAT64 -> window.getDouble(at);
        };
    }

    private void demand(Element next, long number, int size) throws Unreadable {
        if (source.to() - source.from() < size) {
            at(next, number);
            need(size);
        }
    }

    private void need(int size) throws Unreadable {
        if (!source.has(size)) {
            throw cut();
        }
    }

    private Unreadable cut() {
        return new Unreadable(
                "truncated",
                "byte " + source.size(),
                "The PLY file ends at byte " + source.size() + ", within " + where() + ".");
    }

    private String where() {
        return element + " " + (record + 1);
    }
}

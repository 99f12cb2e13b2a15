package org.maskguard.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/// Binary STL: 80 bytes of anything, a count, and 50 bytes a triangle, little endian.
///
/// Normals and attributes are passed over. Where the bytes after the counted triangles are whole triangles too, they
/// are read, since admesh and the slicers built on it go by the file's size and not by the count.
final class StlBinaryReader {

    static final int HEADER = 84;
    static final int RECORD = 50;

    /// How many bytes that are no triangles may follow the triangles.
    static final int SPARE = 64 << 10;

    private static final int NORMAL = 12;

    private static final byte[] TEXT_WORD = {'v', 'e', 'r', 't', 'e', 'x'};

    private final Source source;
    private final Limits limits;
    private final boolean solid;
    private int matched;

    /// @param solid whether the file begins as ASCII STL does, so that it could be meant to be read as both
    StlBinaryReader(Source source, Limits limits, boolean solid) {
        this.source = source;
        this.limits = limits;
        this.solid = solid;
    }

    Model read() throws Unreadable {
        source.has(HEADER);
        long stated = Integer.toUnsignedLong(little().getInt(source.from() + 80));
        source.advance(HEADER);
        long room = source.remaining();
        int triangles = count(stated, room);
        Mesh mesh = decode(triangles);
        long spare = room - (long) triangles * RECORD;
        while (solid && source.has(1)) {
            refuseText(source.from(), source.to());
            source.advance(source.to() - source.from());
        }
        List<String> notes = notes(stated, triangles, spare);
        String sha256 = source.finish();
        return new Model("stl-binary", "mm", true, mesh, sha256, notes);
    }

    private int count(long stated, long room) throws Unreadable {
        if (stated * RECORD > room) {
            throw new Unreadable(
                    "truncated",
                    "byte " + source.size(),
                    "The file states " + stated + " triangles at byte 80 and ends after " + room / RECORD + ".");
        }
        long spare = room - stated * RECORD;
        long there = spare % RECORD == 0 ? room / RECORD : stated;
        if (there == stated && spare > SPARE) {
            throw new Unreadable(
                    "unknown-format",
                    "byte " + (HEADER + stated * RECORD),
                    "After the " + stated + " triangles that binary STL states, " + spare + " bytes follow.");
        }
        if (there > limits.triangles()) {
            throw new Unreadable(
                    "too-large",
                    "byte 80",
                    "The file has " + there + " triangles, and the limit is " + limits.triangles() + ".");
        }
        if (there == 0) {
            throw new Unreadable("no-surface", "byte 80", "The STL file has no triangles.");
        }
        return (int) there;
    }

    /// Shared vertices are found on another core, one piece of the file behind the reading and its digest; the
    /// pieces
    /// come in their order, so the result is the same as on one core.
    private Mesh decode(int triangles) throws Unreadable {
        Memory memory = new Memory();
        memory.replace(0, 12L * triangles);
        int[] corners = new int[Math.multiplyExact(triangles, 3)];
        Vertices vertices = new Vertices(memory, triangles / 2 + triangles / 16 + 16, 3L * triangles);
        ByteBuffer piece = little();
        float[] xyz = new float[9 * Math.min(triangles, source.bytes().length / RECORD)];
        float[] other = new float[xyz.length];
        ForkJoinTask<Unreadable> sharing = null;
        int done = 0;
        while (done < triangles) {
            source.has(RECORD);
            int here = Math.min((source.to() - source.from()) / RECORD, triangles - done);
            decode(piece, source.from() + NORMAL, here, xyz);
            check(xyz, here, done);
            if (solid) {
                refuseText(source.from(), source.from() + here * RECORD);
            }
            source.advance(here * RECORD);
            finish(sharing);
            sharing = share(vertices, xyz, 9 * here, corners, 3 * done);
            float[] free = other;
            other = xyz;
            xyz = free;
            done += here;
        }
        finish(sharing);
        return new Mesh(vertices.toArray(), corners);
    }

    private static ForkJoinTask<Unreadable> share(Vertices vertices, float[] xyz, int count, int[] corners, int to) {
        ForkJoinTask<Unreadable> task = ForkJoinTask.adapt(() -> {
            try {
                vertices.addAll(xyz, count, corners, to);
                return null;
            } catch (Unreadable tooLarge) {
                return tooLarge;
            }
        });
        return task.fork();
    }

    /// Waits for a piece; where no other core has begun it, it is done here.
    private static void finish(ForkJoinTask<Unreadable> sharing) throws Unreadable {
        Unreadable tooLarge = sharing == null ? null : sharing.join();
        if (tooLarge != null) {
            throw tooLarge;
        }
    }

    private static void decode(ByteBuffer piece, int start, int triangles, float[] xyz) {
        int at = start;
        int end = 9 * triangles;
        for (int i = 0; i < end; i += 9) {
            xyz[i] = piece.getFloat(at);
            xyz[i + 1] = piece.getFloat(at + 4);
            xyz[i + 2] = piece.getFloat(at + 8);
            xyz[i + 3] = piece.getFloat(at + 12);
            xyz[i + 4] = piece.getFloat(at + 16);
            xyz[i + 5] = piece.getFloat(at + 20);
            xyz[i + 6] = piece.getFloat(at + 24);
            xyz[i + 7] = piece.getFloat(at + 28);
            xyz[i + 8] = piece.getFloat(at + 32);
            at += RECORD;
        }
    }

    private static void check(float[] xyz, int triangles, int before) throws Unreadable {
        int bad = Range.firstBad(xyz, 0, triangles * 9);
        if (bad >= 0) {
            throw Range.bad("facet " + (before + bad / 9 + 1), "a coordinate", xyz[bad]);
        }
    }

    /// Some slicers read a file as text that begins with `solid`, whatever its size: it must not hold a second
    /// model.
    private void refuseText(int from, int to) throws Unreadable {
        byte[] bytes = source.bytes();
        for (int i = from; i < to; i++) {
            int c = bytes[i] | 0x20;
            matched = c == TEXT_WORD[matched] ? matched + 1 : c == TEXT_WORD[0] ? 1 : 0;
            if (matched == TEXT_WORD.length) {
                throw new Unreadable(
                        "unknown-format",
                        "byte " + (source.position() + i - source.from()),
                        "The file can be read as binary and as ASCII STL, with different shapes.");
            }
        }
    }

    private static List<String> notes(long stated, int triangles, long spare) {
        if (triangles != stated) {
            return List.of("The file states " + stated + " triangles and holds " + triangles + "; all were read.");
        }
        if (spare > 0) {
            return List.of(spare + " bytes after the last triangle were passed over.");
        }
        return List.of();
    }

    private ByteBuffer little() {
        return ByteBuffer.wrap(source.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.maskguard.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All bytes of a file, kept so that they can be read from any place, more than once, and always the same.
///
/// Up to 128 MiB, or an eighth of the heap, are kept in memory. More go into a temporary file of our own, which only
/// its owner may open and which, where the system can, is removed from its folder at once, so that nothing but this
/// object can reach it. Either way the bytes are a copy:
/// whatever happens to the sender's file after that, what is judged stays what was hashed.
public final class Stored implements AutoCloseable {

    private static final int BLOCK = 1 << 20;

    /// How many blocks are kept in memory: 128, or an eighth of a smaller heap.
    private static final int MOST_BLOCKS =
            (int) Math.min(128, Runtime.getRuntime().maxMemory() / 8 / BLOCK);

    private final List<byte[]> blocks = new ArrayList<>();
    private FileChannel spill;
    private long size;

    /// Copies everything from a stream.
    ///
    /// @throws Unreadable `too-large` beyond the limit, `truncated` where the stream fails
    static Stored of(InputStream in, Limits limits) throws Unreadable {
        Stored stored = new Stored();
        try {
            byte[] block = in.readNBytes(BLOCK);
            while (block.length > 0) {
                stored.add(block, limits);
                block = in.readNBytes(BLOCK);
            }
            return stored;
        } catch (IOException e) {
            stored.close();
            throw new Unreadable(
                    "truncated",
                    "byte " + stored.size,
                    "The input could not be read to its end: " + e.getMessage() + ".");
        } catch (Unreadable e) {
            stored.close();
            throw e;
        }
    }

    /// Copies everything that is left of a source, which hashes it on the way.
    static Stored of(Source source, Limits limits) throws Unreadable {
        Stored stored = new Stored();
        try {
            while (source.remaining() > 0) {
                int count = (int) Math.min(source.remaining(), BLOCK);
                source.has(count);
                stored.add(Arrays.copyOfRange(source.bytes(), source.from(), source.from() + count), limits);
                source.advance(count);
            }
            return stored;
        } catch (IOException e) {
            stored.close();
            throw new Unreadable("too-large", "", "There is no room for a temporary copy: " + e.getMessage() + ".");
        } catch (Unreadable e) {
            stored.close();
            throw e;
        }
    }

    long size() {
        return size;
    }

    /// Fills the buffer with the bytes from an offset on, as far as there are any.
    void read(long offset, ByteBuffer into) throws IOException {
        long at = offset;
        while (into.hasRemaining() && at < size) {
            int count = spill == null ? fromMemory(at, into) : spill.read(into, at);
            if (count <= 0) {
                throw new IOException("the temporary copy was cut");
            }
            at += count;
        }
    }

    /// The bytes in order, from the first.
    ReadableByteChannel channel() {
        return new ReadableByteChannel() {
            private long at;

            @Override
            public int read(ByteBuffer into) throws IOException {
                int before = into.position();
                Stored.this.read(at, into);
                int count = into.position() - before;
                at += count;
                return count == 0 ? -1 : count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // The bytes belong to whoever stored them.
            }
        };
    }

    @Override
    public void close() {
        blocks.clear();
        if (spill != null) {
            try {
                spill.close();
            } catch (IOException e) {
                // It was read from only, and has no name any more: nothing is lost.
            }
        }
    }

    private int fromMemory(long at, ByteBuffer into) {
        byte[] block = blocks.get((int) (at / BLOCK));
        int start = (int) (at % BLOCK);
        int count = Math.min(into.remaining(), block.length - start);
        into.put(block, start, count);
        return count;
    }

    private void add(byte[] block, Limits limits) throws Unreadable, IOException {
        if (size + block.length > limits.fileBytes()) {
            throw new Unreadable(
                    "too-large", "", "The file is larger than the limit of " + limits.fileBytes() + " bytes.");
        }
        if (spill == null && blocks.size() == MOST_BLOCKS) {
            spill();
        }
        if (spill == null) {
            blocks.add(block);
        } else {
            write(block);
        }
        size += block.length;
    }

    private void spill() throws IOException {
        Path file = Files.createTempFile("maskguard", null);
        spill = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        for (byte[] block : blocks) {
            write(block);
        }
        blocks.clear();
    }

    private void write(byte[] block) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(block);
        while (rest.hasRemaining()) {
            spill.write(rest);
        }
    }
}

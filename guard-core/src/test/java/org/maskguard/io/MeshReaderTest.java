package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshReaderTest {

    private static final byte[] STL = Written.stlBinary(Shapes.cube());

    @TempDir
    private Path folder;

    private Unreadable faultOf(Path file) {
        return catchThrowableOfType(Unreadable.class, () -> MeshReader.read(file, Limits.DEFAULT));
    }

    private static List<byte[]> oneOfEach() {
        Mesh cube = Shapes.cube();
        return List.of(
                Written.stlBinary(cube),
                Written.ascii(Written.stlText(cube)),
                Written.ascii(Written.obj(cube)),
                Written.ascii(Written.plyText(cube)),
                Written.threeMf(Written.model(cube)));
    }

    @Test
    void aFileIsKnownByItsContentWhateverItsName() throws Exception {
        for (byte[] content : oneOfEach()) {
            for (String name : new String[] {"a.stl", "a.3mf", "a.jpg", "a"}) {
                Path file = Files.write(folder.resolve(name), content);
                assertThat(MeshReader.read(file, Limits.DEFAULT).mesh().triangles())
                        .isEqualTo(12);
            }
        }
    }

    @Test
    void filesAndStreamsGiveTheSame() throws Exception {
        for (byte[] content : oneOfEach()) {
            Model file = MeshReader.read(Files.write(folder.resolve("a"), content), Limits.DEFAULT);
            Model stream = read(content);
            assertThat(stream.format()).isEqualTo(file.format());
            assertThat(stream.sha256()).isEqualTo(file.sha256());
            assertThat(stream.mesh().xyz()).containsExactly(file.mesh().xyz());
            assertThat(stream.mesh().corners()).containsExactly(file.mesh().corners());
        }
    }

    @Test
    void theDigestIsThatOfTheWholeFile() throws Exception {
        for (byte[] content : oneOfEach()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(read(content).sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void anEmptyFileIsEmpty() throws Exception {
        assertThat(fault(new byte[0]).code()).isEqualTo("empty");
        assertThat(faultOf(Files.createFile(folder.resolve("a.stl"))).code()).isEqualTo("empty");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThat(faultOf(folder).code()).isEqualTo("not-a-file");
    }

    @Test
    void aDeviceIsNotAFile() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "needs /dev/zero");
        assertThat(faultOf(Path.of("/dev/zero")).code()).isEqualTo("not-a-file");
    }

    @Test
    void aMissingFileIsMissing() {
        assertThat(faultOf(folder.resolve("gone.stl")).code()).isEqualTo("missing");
        assertThat(faultOf(folder.resolve("gone").resolve("gone.stl")).code()).isEqualTo("missing");
    }

    @Test
    void aFileWithoutPermissionIsDenied() throws Exception {
        Path file = Files.write(folder.resolve("a.stl"), STL);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "the superuser may read everything");
        assertThat(faultOf(file).code()).isEqualTo("denied");
    }

    @Test
    void aNamedPipeIsReadToItsEnd() throws Exception {
        Path pipe = pipe();
        Thread writer = Thread.ofVirtual().start(() -> write(pipe, STL));
        assertThat(MeshReader.read(pipe, Limits.DEFAULT).mesh().triangles()).isEqualTo(12);
        writer.join();
    }

    @Test
    void aNamedPipeThatEndsEarlyIsTruncated() throws Exception {
        Path pipe = pipe();
        Thread writer = Thread.ofVirtual().start(() -> write(pipe, Arrays.copyOf(STL, 400)));
        assertThat(faultOf(pipe).code()).isEqualTo("truncated");
        writer.join();
    }

    @Test
    void aNamedPipeThatNobodyWritesToIsTruncated() throws Exception {
        Path pipe = pipe();
        Unreadable fault = catchThrowableOfType(
                Unreadable.class, () -> NamedPipe.store(pipe, Limits.DEFAULT, Duration.ofMillis(200)));
        assertThat(fault.code()).isEqualTo("truncated");
    }

    @Test
    void aStreamThatFailsIsTruncated() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }
        };
        assertThat(catchThrowableOfType(Unreadable.class, () -> MeshReader.read(failing, Limits.DEFAULT))
                        .code())
                .isEqualTo("truncated");
    }

    @Test
    void aFileBeyondTheLimitIsTooLarge() throws Exception {
        Limits limits = new Limits(STL.length - 1, 1000, 1 << 16, 1 << 20, 200, 100, 32, 64);
        assertThat(fault(STL, limits).code()).isEqualTo("too-large");
        Path file = Files.write(folder.resolve("a.stl"), STL);
        assertThat(catchThrowableOfType(Unreadable.class, () -> MeshReader.read(file, limits))
                        .code())
                .isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello, world\nthis is a letter\n",
                "<html><body/></html>",
                "OFF\n8 6 0\n",
                "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR",
                "%PDF-1.7\n",
                "\n\n  \n",
                "{\"v\": 1}",
                "f\n",
                "\0\0\0\0"
            })
    void textsAndPicturesAreAnUnknownFormat(String content) {
        assertThat(fault(content).code()).isEqualTo("unknown-format");
    }

    @Test
    void noiseIsAnUnknownFormat() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] noise = new byte[3000];
            new Random(seed).nextBytes(noise);
            assertThat(fault(noise).code()).isEqualTo("unknown-format");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; generated by a slicer\nG28\n",
                "G1 X0 Y0 E1\n",
                "M104 S200",
                "N1 G28*18\n",
                "g28\n",
                "GCDE\u0001\0",
                "T0\n"
            })
    void printJobsAreUnsupportedForNow(String content) {
        assertThat(fault(content).code()).isEqualTo("unsupported");
    }

    @Test
    void aPackedFileIsUnsupportedForNow() {
        assertThat(fault(new byte[] {0x1F, (byte) 0x8B, 8, 0}).code()).isEqualTo("unsupported");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsTruncated() {
        Source cut = source(Arrays.copyOf(STL, 600), STL.length);
        Unreadable fault =
                catchThrowableOfType(Unreadable.class, () -> new StlBinaryReader(cut, Limits.DEFAULT, false).read());
        assertThat(fault.code()).isEqualTo("truncated");
    }

    @Test
    void ofAFileThatGrowsWhileItIsReadTheBytesThatWereHashedAreJudged() throws Exception {
        byte[] grown = Arrays.copyOf(STL, STL.length + 5000);
        Model model = new StlBinaryReader(source(grown, STL.length), Limits.DEFAULT, false).read();
        assertThat(model.sha256()).isEqualTo(read(STL).sha256());
        assertThat(model.mesh().triangles()).isEqualTo(12);
    }

    @Test
    void modelsBeyondTheMemoryAreTooLarge() {
        Memory memory = new Memory(1000);
        Unreadable fault = catchThrowableOfType(Unreadable.class, () -> {
            Floats floats = new Floats(memory, 1_000_000);
            for (int i = 0; i < 1000; i++) {
                floats.add(1, 2, 3);
            }
        });
        assertThat(fault.code()).isEqualTo("too-large");
    }

    private static Source source(byte[] bytes, long size) {
        return new Source(Channels.newChannel(new ByteArrayInputStream(bytes)), size, Source.PIECE);
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
        } catch (IOException e) {
            assumeTrue(false, "needs mkfifo");
        }
        return pipe;
    }

    private static void write(Path pipe, byte[] bytes) {
        try {
            Files.write(pipe, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Gives a few bytes at a time, as pipes do.
    static ReadableByteChannel dripping(byte[] bytes, long seed) {
        Random random = new Random(seed);
        return new ReadableByteChannel() {
            private int at;

            @Override
            public int read(ByteBuffer into) {
                if (at == bytes.length) {
                    return -1;
                }
                int count = Math.min(Math.min(into.remaining(), bytes.length - at), 1 + random.nextInt(300));
                into.put(bytes, at, count);
                at += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
    }
}

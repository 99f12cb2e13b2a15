package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written in any format, and in any way that the format allows, is read as the same surface.
class RoundTripTest {

    private static final Limits LIMITS = new Limits(1 << 24, 100_000, 256, 1 << 24, 200, 100, 32, 64);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFormatGivesBackTheMesh(long seed) throws Unreadable {
        Mesh mesh = Shapes.random(seed, 1 + (int) seed * 7, 1 + (int) seed * 31);
        float[] expected = Shapes.soup(mesh);
        List<byte[]> files = List.of(
                Written.stlBinary(mesh),
                Written.ascii(Written.stlText(mesh)),
                Written.ascii(Written.obj(mesh)),
                Written.ascii(Written.plyText(mesh)),
                Written.threeMf(Written.model(mesh)));
        for (byte[] file : files) {
            assertThat(Shapes.soup(Reading.read(file).mesh())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {84, 85, 100, 137, 149, 150, 151, 1000, 4096, 1 << 20})
    void theSizeOfTheWindowMakesNoDifference(int piece) throws Unreadable {
        for (int seed = 0; seed < 20; seed++) {
            Mesh mesh = Shapes.random(seed, 50, seed * 13 + 1);
            byte[] stl = Written.stlBinary(mesh);
            Source source = new Source(MeshReaderTest.dripping(stl, seed), stl.length, piece);
            Model model = new StlBinaryReader(source, LIMITS, seed % 2 == 0).read();
            assertThat(Shapes.soup(model.mesh())).isEqualTo(Shapes.soup(mesh));
            assertThat(model.sha256()).isEqualTo(Reading.read(stl).sha256());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {260, 261, 300, 317, 1000})
    void theSizeOfTheWindowMakesNoDifferenceToTexts(int piece) throws Unreadable {
        for (int seed = 0; seed < 20; seed++) {
            Mesh mesh = Shapes.random(seed, 50, seed * 13 + 1);
            String end = List.of("\n", "\r\n", "\r").get(seed % 3);
            byte[] obj = Written.ascii(Written.obj(mesh).replace("\n", end));
            Source source = new Source(MeshReaderTest.dripping(obj, seed), obj.length, piece);
            assertThat(Shapes.soup(new ObjReader(source, LIMITS).read().mesh())).isEqualTo(Shapes.soup(mesh));
            byte[] stl = Written.ascii(Written.stlText(mesh).replace("\n", end));
            source = new Source(MeshReaderTest.dripping(stl, seed), stl.length, piece);
            assertThat(Shapes.soup(new StlTextReader(source, LIMITS).read().mesh()))
                    .isEqualTo(Shapes.soup(mesh));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void plyIsReadInWhateverOrderAndTypes(long seed) throws Unreadable {
        Random random = new Random(seed);
        Mesh mesh = Shapes.random(seed, 40, 200);
        byte[] ply = new ShuffledPly(random).write(mesh);
        int piece = 200 + random.nextInt(3000);
        Source source = new Source(MeshReaderTest.dripping(ply, seed), ply.length, piece);
        Mesh read = new PlyReader(source, LIMITS).read().mesh();
        assertThat(read.xyz()).isEqualTo(mesh.xyz());
        assertThat(read.corners()).isEqualTo(mesh.corners());
    }

    /// Writes binary PLY with its elements and properties in any order and of any type that holds the values.
    private static final class ShuffledPly {

        private final Random random;
        private final ByteOrder order;
        private final StringBuilder header = new StringBuilder();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        ShuffledPly(Random random) {
            this.random = random;
            this.order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        }

        byte[] write(Mesh mesh) {
            String word = order == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
            header.append("ply\nformat binary_" + word + "_endian 1.0\n");
            List<Runnable> elements = new ArrayList<>(List.of(() -> vertices(mesh), () -> faces(mesh), this::extra));
            Collections.shuffle(elements, random);
            elements.forEach(Runnable::run);
            header.append("end_header\n");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(Written.ascii(header.toString()));
            file.writeBytes(data.toByteArray());
            return file.toByteArray();
        }

        private void vertices(Mesh mesh) {
            header.append("element vertex " + mesh.vertices() + "\n");
            List<String> properties = new ArrayList<>(List.of("x", "y", "z", "red", "quality", "list"));
            Collections.shuffle(properties, random);
            if (random.nextBoolean()) {
                properties.remove("list");
            }
            boolean doubles = random.nextBoolean();
            String type = doubles ? "double" : random.nextBoolean() ? "float" : "float32";
            for (String property : properties) {
                switch (property) {
                    case "red" -> header.append("property uchar red\n");
                    case "quality" -> header.append("property int16 quality\n");
                    case "list" -> header.append("property list uint16 float64 list\n");
                    default -> header.append("property " + type + " " + property + "\n");
                }
            }
            for (int i = 0; i < mesh.vertices(); i++) {
                for (String property : properties) {
                    switch (property) {
                        case "red" -> put("uchar", random.nextInt());
                        case "quality" -> put("short", random.nextInt());
                        case "list" -> list("ushort", random.nextInt(4), "double");
                        default -> put(type, mesh.xyz()[3 * i + property.charAt(0) - 'x']);
                    }
                }
            }
        }

        private void faces(Mesh mesh) {
            String count = pick("char", "uchar", "ushort", "int", "uint");
            String index = pick("uchar", "short", "uint16", "int", "uint32", "float", "double");
            boolean before = random.nextBoolean();
            String flag = "property float flag\n";
            header.append("element face " + mesh.triangles() + "\n" + (before ? flag : "") + "property list " + count
                    + " " + index + " vertex_ind" + (random.nextBoolean() ? "ex" : "ices") + "\n"
                    + (before ? "" : flag));
            for (int i = 0; i < mesh.corners().length; i += 3) {
                if (before) {
                    put("float", Float.NaN);
                }
                put(count, 3);
                put(index, mesh.corners()[i]);
                put(index, mesh.corners()[i + 1]);
                put(index, mesh.corners()[i + 2]);
                if (!before) {
                    put("float", 1);
                }
            }
        }

        private void extra() {
            header.append("element extra 30\nproperty list uchar short a\nproperty double b\n");
            for (int i = 0; i < 30; i++) {
                list("uchar", random.nextInt(256), "short");
                put("double", i);
            }
        }

        private void list(String count, int length, String type) {
            put(count, length);
            for (int i = 0; i < length; i++) {
                put(type, i);
            }
        }

        private String pick(String... words) {
            return words[random.nextInt(words.length)];
        }

        private void put(String type, double value) {
            ByteBuffer bytes = ByteBuffer.allocate(8).order(order);
            switch (type) {
                case "char", "uchar" -> bytes.put((byte) (long) value);
                case "short", "ushort", "uint16" -> bytes.putShort((short) (long) value);
                case "int", "uint", "uint32" -> bytes.putInt((int) (long) value);
                case "double" -> bytes.putDouble(value);
                default -> bytes.putFloat((float) value);
            }
            data.write(bytes.array(), 0, bytes.position());
        }
    }
}

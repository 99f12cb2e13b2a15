package org.maskguard.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Meshes as files of each format.
public final class Written {

    static final String CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";

    private Written() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] stlBinary(Mesh mesh) {
        return stlBinary(mesh, "exported");
    }

    static byte[] stlBinary(Mesh mesh, String header) {
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * mesh.triangles()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii(header)).position(80).putInt(mesh.triangles());
        float[] soup = Shapes.soup(mesh);
        for (int i = 0; i < mesh.triangles(); i++) {
            bytes.putFloat(Float.NaN).putFloat(0).putFloat(1);
            for (int j = 0; j < 9; j++) {
                bytes.putFloat(soup[9 * i + j]);
            }
            bytes.putShort((short) i);
        }
        return bytes.array();
    }

    static String stlText(Mesh mesh) {
        StringBuilder text = new StringBuilder("solid thing\n");
        float[] soup = Shapes.soup(mesh);
        for (int i = 0; i < soup.length; i += 9) {
            text.append("  facet normal 0 0 1\n    outer loop\n");
            for (int j = 0; j < 9; j += 3) {
                text.append("      vertex " + soup[i + j] + " " + soup[i + j + 1] + " " + soup[i + j + 2] + "\n");
            }
            text.append("    endloop\n  endfacet\n");
        }
        return text.append("endsolid thing\n").toString();
    }

    static String obj(Mesh mesh) {
        StringBuilder text = new StringBuilder("# made by a test\no thing\n");
        float[] p = mesh.xyz();
        for (int i = 0; i < p.length; i += 3) {
            text.append("v " + p[i] + " " + p[i + 1] + " " + p[i + 2] + "\n");
        }
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            text.append("f " + (c[i] + 1) + " " + (c[i + 1] + 1) + " " + (c[i + 2] + 1) + "\n");
        }
        return text.toString();
    }

    static String plyText(Mesh mesh) {
        StringBuilder text = new StringBuilder("ply\nformat ascii 1.0\nelement vertex " + mesh.vertices()
                + "\nproperty float x\nproperty float y\nproperty float z\nelement face " + mesh.triangles()
                + "\nproperty list uchar int vertex_indices\nend_header\n");
        float[] p = mesh.xyz();
        for (int i = 0; i < p.length; i += 3) {
            text.append(p[i] + " " + p[i + 1] + " " + p[i + 2] + "\n");
        }
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            text.append("3 " + c[i] + " " + c[i + 1] + " " + c[i + 2] + "\n");
        }
        return text.toString();
    }

    /// A model part with one object, placed once.
    public static String model(Mesh mesh) {
        return model("", "<object id=\"1\">" + mesh(mesh) + "</object>", "<item objectid=\"1\"/>");
    }

    public static String model(String attributes, String resources, String build) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model xmlns=\"" + CORE + "\" " + attributes
                + ">\n<resources>" + resources + "</resources>\n<build>" + build + "</build>\n</model>";
    }

    public static String mesh(Mesh mesh) {
        StringBuilder text = new StringBuilder("<mesh>\n<vertices>\n");
        float[] p = mesh.xyz();
        for (int i = 0; i < p.length; i += 3) {
            text.append("<vertex x=\"" + p[i] + "\" y=\"" + p[i + 1] + "\" z=\"" + p[i + 2] + "\"/>\n");
        }
        text.append("</vertices>\n<triangles>\n");
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            text.append("<triangle v1=\"" + c[i] + "\" v2=\"" + c[i + 1] + "\" v3=\"" + c[i + 2] + "\"/>\n");
        }
        return text.append("</triangles>\n</mesh>").toString();
    }

    /// A package whose only model part is this.
    public static byte[] threeMf(String model) {
        return new Zip()
                .add("_rels/.rels", rels("/3D/3dmodel.model"))
                .add("3D/3dmodel.model", model)
                .bytes();
    }

    static String rels(String... targets) {
        StringBuilder text = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < targets.length; i++) {
            text.append("<Relationship Id=\"r" + i + "\" Target=\"" + targets[i]
                    + "\" Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    /// Makes archives, entry by entry.
    public static final class Zip {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream out = new ZipOutputStream(bytes);

        public Zip add(String name, String text) {
            return add(name, ascii(text));
        }

        public Zip add(String name, byte[] content) {
            return add(new ZipEntry(name), content);
        }

        /// Not packed, and with its sizes before its data.
        public Zip addStored(String name, String text) {
            ZipEntry entry = new ZipEntry(name);
            CRC32 crc = new CRC32();
            crc.update(ascii(text));
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(ascii(text).length);
            entry.setCrc(crc.getValue());
            return add(entry, ascii(text));
        }

        public byte[] bytes() {
            try {
                out.close();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Zip add(ZipEntry entry, byte[] content) {
            try {
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

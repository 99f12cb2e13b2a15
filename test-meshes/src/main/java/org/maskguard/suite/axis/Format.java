package org.maskguard.suite.axis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maskguard.io.Mesh;
import org.maskguard.suite.Stl;

/// Files of a mesh, the same bytes for the same mesh everywhere.
public enum Format {
    STL("stl"),
    STL_TEXT("stl"),
    OBJ("obj"),
    PLY("ply"),
    PLY_TEXT("ply"),
    THREE_MF("3mf"),
    /// The coordinates in inches, and the file says so.
    THREE_MF_INCH("3mf");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /// Of the file's name, without its dot.
    public String ending() {
        return ending;
    }

    public byte[] bytes(Mesh mesh) {
        return switch (this) {
            case STL -> Stl.bytes(mesh, "Made from code; shows no person.");
            case STL_TEXT -> text(stlText(mesh));
            case OBJ -> text(obj(mesh));
            case PLY -> plyBinary(mesh);
            case PLY_TEXT -> text(plyHeader(mesh, "ascii") + plyText(mesh));
            case THREE_MF -> threeMf(mesh, "millimeter", 1);
            case THREE_MF_INCH -> threeMf(mesh, "inch", 1 / 25.4);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String stlText(Mesh mesh) {
        StringBuilder out = new StringBuilder("solid made-from-code\n");
        for (int i = 0; i < mesh.corners().length; i += 3) {
            out.append("facet normal 0 0 0\nouter loop\n");
            for (int k = 0; k < 3; k++) {
                out.append("vertex ");
                point(out, mesh.xyz(), 3 * mesh.corners()[i + k], 1).append('\n');
            }
            out.append("endloop\nendfacet\n");
        }
        return out.append("endsolid made-from-code\n").toString();
    }

    private static String obj(Mesh mesh) {
        StringBuilder out = new StringBuilder("# Made from code; shows no person.\n");
        for (int i = 0; i < mesh.xyz().length; i += 3) {
            point(out.append("v "), mesh.xyz(), i, 1).append('\n');
        }
        for (int i = 0; i < mesh.corners().length; i += 3) {
            out.append('f');
            for (int k = 0; k < 3; k++) {
                out.append(' ').append(mesh.corners()[i + k] + 1);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String plyHeader(Mesh mesh, String kind) {
        return "ply\nformat " + kind + " 1.0\ncomment made from code\nelement vertex " + mesh.vertices()
                + "\nproperty float x\nproperty float y\nproperty float z\nelement face " + mesh.triangles()
                + "\nproperty list uchar int vertex_indices\nend_header\n";
    }

    private static String plyText(Mesh mesh) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < mesh.xyz().length; i += 3) {
            point(out, mesh.xyz(), i, 1).append('\n');
        }
        for (int i = 0; i < mesh.corners().length; i += 3) {
            out.append("3 ")
                    .append(mesh.corners()[i])
                    .append(' ')
                    .append(mesh.corners()[i + 1])
                    .append(' ');
            out.append(mesh.corners()[i + 2]).append('\n');
        }
        return out.toString();
    }

    private static byte[] plyBinary(Mesh mesh) {
        byte[] header = text(plyHeader(mesh, "binary_little_endian"));
        ByteBuffer out = ByteBuffer.allocate(header.length + 12 * mesh.vertices() + 13 * mesh.triangles())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(header);
        for (float value : mesh.xyz()) {
            out.putFloat(value);
        }
        for (int i = 0; i < mesh.corners().length; i += 3) {
            out.put((byte) 3);
            for (int k = 0; k < 3; k++) {
                out.putInt(mesh.corners()[i + k]);
            }
        }
        return out.array();
    }

    private static byte[] threeMf(Mesh mesh, String unit, double scale) {
        StringBuilder model = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model unit=\"" + unit
                + "\" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\"><resources>"
                + "<object id=\"1\" type=\"model\"><mesh><vertices>\n");
        for (int i = 0; i < mesh.xyz().length; i += 3) {
            model.append("<vertex x=\"").append((float) (scale * mesh.xyz()[i]));
            model.append("\" y=\"").append((float) (scale * mesh.xyz()[i + 1]));
            model.append("\" z=\"").append((float) (scale * mesh.xyz()[i + 2])).append("\"/>\n");
        }
        model.append("</vertices><triangles>\n");
        for (int i = 0; i < mesh.corners().length; i += 3) {
            model.append("<triangle v1=\"").append(mesh.corners()[i]);
            model.append("\" v2=\"").append(mesh.corners()[i + 1]);
            model.append("\" v3=\"").append(mesh.corners()[i + 2]).append("\"/>\n");
        }
        model.append("</triangles></mesh></object></resources><build><item objectid=\"1\"/></build></model>\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Stored, since another version of zlib packs the same text into other bytes.
            zip.setLevel(0);
            put(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"model\" ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Target=\"/3D/3dmodel.model\" Id=\"rel0\""
                            + " Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/></Relationships>");
            put(zip, "3D/3dmodel.model", model.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(text(content));
        zip.closeEntry();
    }

    private static StringBuilder point(StringBuilder out, float[] xyz, int at, double scale) {
        out.append((float) (scale * xyz[at])).append(' ');
        out.append((float) (scale * xyz[at + 1])).append(' ');
        return out.append((float) (scale * xyz[at + 2]));
    }
}

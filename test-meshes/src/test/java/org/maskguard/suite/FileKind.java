package org.maskguard.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maskguard.io.Mesh;

/// The kinds of files that a mesh can come in, each with its shortest writer.
enum FileKind {
    STL_BINARY("stl") {
        @Override
        byte[] bytes(Mesh mesh) {
            return Stl.bytes(mesh, "test");
        }
    },
    STL_TEXT("stl") {
        @Override
        byte[] bytes(Mesh mesh) {
            StringBuilder text = new StringBuilder("solid test\n");
            for (int i = 0; i < mesh.corners().length; i++) {
                text.append(i % 3 == 0 ? "facet normal 0 0 0\nouter loop\n" : "");
                text.append("vertex ").append(vertex(mesh, mesh.corners()[i])).append('\n');
                text.append(i % 3 == 2 ? "endloop\nendfacet\n" : "");
            }
            return ascii(text.append("endsolid test\n"));
        }
    },
    OBJ("obj") {
        @Override
        byte[] bytes(Mesh mesh) {
            StringBuilder text = new StringBuilder();
            for (int v = 0; v < mesh.vertices(); v++) {
                text.append("v ").append(vertex(mesh, v)).append('\n');
            }
            return ascii(triangles(mesh, "f ", 1, text));
        }
    },
    PLY("ply") {
        @Override
        byte[] bytes(Mesh mesh) {
            StringBuilder text = new StringBuilder("ply\nformat ascii 1.0\nelement vertex " + mesh.vertices()
                    + "\nproperty float x\nproperty float y\nproperty float z\nelement face " + mesh.triangles()
                    + "\nproperty list uchar int vertex_indices\nend_header\n");
            for (int v = 0; v < mesh.vertices(); v++) {
                text.append(vertex(mesh, v)).append('\n');
            }
            return ascii(triangles(mesh, "3 ", 0, text));
        }
    },
    THREE_MF("3mf") {
        @Override
        byte[] bytes(Mesh mesh) {
            StringBuilder text = new StringBuilder("<model unit=\"millimeter\""
                    + " xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\"><resources>"
                    + "<object id=\"1\"><mesh><vertices>");
            for (int v = 0; v < mesh.vertices(); v++) {
                String[] at = vertex(mesh, v).split(" ");
                text.append("<vertex x=\"%s\" y=\"%s\" z=\"%s\"/>".formatted((Object[]) at));
            }
            text.append("</vertices><triangles>");
            int[] c = mesh.corners();
            for (int i = 0; i < c.length; i += 3) {
                text.append("<triangle v1=\"" + c[i] + "\" v2=\"" + c[i + 1] + "\" v3=\"" + c[i + 2] + "\"/>");
            }
            text.append("</triangles></mesh></object></resources><build><item objectid=\"1\"/></build></model>");
            return zip(RELATIONS, text.toString());
        }
    };

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"r\" Target=\"/3D/3dmodel.model\""
                    + " Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/></Relationships>";

    private final String ending;

    FileKind(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    abstract byte[] bytes(Mesh mesh);

    private static String vertex(Mesh mesh, int v) {
        float[] p = mesh.xyz();
        return p[3 * v] + " " + p[3 * v + 1] + " " + p[3 * v + 2];
    }

    private static StringBuilder triangles(Mesh mesh, String before, int first, StringBuilder text) {
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            text.append(before).append(c[i] + first).append(' ').append(c[i + 1] + first);
            text.append(' ').append(c[i + 2] + first).append('\n');
        }
        return text;
    }

    private static byte[] zip(String relations, String model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(ascii(relations));
            zip.putNextEntry(new ZipEntry("3D/3dmodel.model"));
            zip.write(ascii(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

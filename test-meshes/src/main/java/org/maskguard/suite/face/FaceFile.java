package org.maskguard.suite.face;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The numbers of the faces, as they are learned and as they ship. Lengths in mm on the grid of [Directions].
final class FaceFile {

    private static final double BASE_UNIT = 0.01;

    /// Modes with weights so large that a step of a byte would show: they get two bytes a value.
    private static final int FINE_MODES = 5;

    float[] base;
    List<float[]> modes = new ArrayList<>();
    float[] ictMean;

    /// By ancestry, sex and age, in the order of [FaceLearning].
    List<float[]> macros = new ArrayList<>();

    float[] ictSpread;
    float[] detailSpread;
    final Map<String, float[]> expressions = new LinkedHashMap<>();

    /// Azimuth, elevation and distance on the mean of ICT-FaceKit.
    final Map<String, double[]> landmarks = new LinkedHashMap<>();

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (float value : base) {
                out.writeShort((int) Math.round(value / BASE_UNIT));
            }
            out.writeShort(modes.size());
            for (int i = 0; i < modes.size(); i++) {
                if (i < FINE_MODES) {
                    writeFine(out, modes.get(i));
                } else {
                    writeField(out, modes.get(i));
                }
            }
            writeFloats(out, ictMean);
            out.writeShort(macros.size());
            for (float[] macro : macros) {
                writeFloats(out, macro);
            }
            writeFloats(out, ictSpread);
            writeFloats(out, detailSpread);
            out.writeShort(expressions.size());
            for (Map.Entry<String, float[]> expression : expressions.entrySet()) {
                out.writeUTF(expression.getKey());
                writeField(out, expression.getValue());
            }
            out.writeShort(landmarks.size());
            for (Map.Entry<String, double[]> landmark : landmarks.entrySet()) {
                out.writeUTF(landmark.getKey());
                for (double value : landmark.getValue()) {
                    out.writeFloat((float) value);
                }
            }
        }
        return bytes.toByteArray();
    }

    static FaceFile read(InputStream packed) throws IOException {
        FaceFile file = new FaceFile();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(packed))) {
            file.base = new float[3 * Directions.ROWS * Directions.COLUMNS];
            for (int i = 0; i < file.base.length; i++) {
                file.base[i] = (float) (in.readShort() * BASE_UNIT);
            }
            int modes = in.readShort();
            for (int i = 0; i < modes; i++) {
                file.modes.add(i < FINE_MODES ? readFine(in, file.base.length) : readField(in, file.base.length));
            }
            file.ictMean = readFloats(in);
            int macros = in.readShort();
            for (int i = 0; i < macros; i++) {
                file.macros.add(readFloats(in));
            }
            file.ictSpread = readFloats(in);
            file.detailSpread = readFloats(in);
            int expressions = in.readShort();
            for (int i = 0; i < expressions; i++) {
                file.expressions.put(in.readUTF(), readField(in, file.base.length));
            }
            int landmarks = in.readShort();
            for (int i = 0; i < landmarks; i++) {
                file.landmarks.put(in.readUTF(), new double[] {in.readFloat(), in.readFloat(), in.readFloat()});
            }
        }
        return file;
    }

    /// One byte a value, in units of a 127th of the greatest.
    private static void writeField(DataOutputStream out, float[] field) throws IOException {
        float most = 1e-6f;
        for (float value : field) {
            most = Math.max(most, Math.abs(value));
        }
        out.writeFloat(most);
        for (float value : field) {
            out.writeByte(Math.round(127 * value / most));
        }
    }

    private static float[] readField(DataInputStream in, int length) throws IOException {
        float[] field = new float[length];
        float most = in.readFloat();
        for (int i = 0; i < length; i++) {
            field[i] = in.readByte() * most / 127;
        }
        return field;
    }

    private static void writeFine(DataOutputStream out, float[] field) throws IOException {
        float most = 1e-6f;
        for (float value : field) {
            most = Math.max(most, Math.abs(value));
        }
        out.writeFloat(most);
        for (float value : field) {
            out.writeShort(Math.round(2047 * value / most));
        }
    }

    private static float[] readFine(DataInputStream in, int length) throws IOException {
        float[] field = new float[length];
        float most = in.readFloat();
        for (int i = 0; i < length; i++) {
            field[i] = in.readShort() * most / 2047;
        }
        return field;
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        out.writeShort(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[in.readShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}

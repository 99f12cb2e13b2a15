package org.maskguard.suite.face;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.MeshBuilder;
import org.maskguard.suite.geometry.Sheet;

/// The front of a head as an open sheet, with what of it is to stay.
///
/// @param mesh over a lattice of directions
/// @param azimuths of its vertices, degrees
/// @param elevations of its vertices, degrees
/// @param stays at each vertex: positive where the sheet stays, about in mm
public record FaceSheet(Mesh mesh, double[] azimuths, double[] elevations, double[] stays) {

    /// What is cut away or kept, by a place on the head.
    public interface Cut {

        /// @param p place, mm
        /// @return negative within what is cut away, about in mm
        double at(double[] p, double azimuth, double elevation);
    }

    /// The sheet over a range of directions; all of it stays.
    ///
    /// @param halfWidth greatest azimuth, degrees
    /// @param step between directions, degrees
    public static FaceSheet of(FaceNet net, double halfWidth, double low, double high, double step) {
        int columns = 2 * (int) Math.ceil(halfWidth / step);
        int rows = (int) Math.ceil((high - low) / step);
        MeshBuilder out = new MeshBuilder();
        int nodes = (rows + 1) * (columns + 1);
        double[] azimuths = new double[nodes];
        double[] elevations = new double[nodes];
        double[] stays = new double[nodes];
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i <= columns; i++) {
                int v = j * (columns + 1) + i;
                azimuths[v] = halfWidth * (2.0 * i / columns - 1);
                elevations[v] = low + (high - low) * j / rows;
                double[] p = net.at(azimuths[v], elevations[v]);
                out.vertex(p[0], p[1], p[2]);
                stays[v] = 1e6;
                if (i < columns && j < rows) {
                    out.quad(v, v + 1, v + columns + 2, v + columns + 1);
                }
            }
        }
        return new FaceSheet(out.build(), azimuths, elevations, stays);
    }

    /// The same with more cut away.
    public FaceSheet cut(Cut cut) {
        double[] less = stays.clone();
        float[] xyz = mesh.xyz();
        double[] p = new double[3];
        for (int v = 0; v < less.length; v++) {
            for (int axis = 0; axis < 3; axis++) {
                p[axis] = xyz[3 * v + axis];
            }
            less[v] = Math.min(less[v], cut.at(p, azimuths[v], elevations[v]));
        }
        return new FaceSheet(mesh, azimuths, elevations, less);
    }

    /// Cut to an oval of directions: half of it above and half of it below a middle.
    public FaceSheet oval(double halfWidth, double low, double middle, double high) {
        return cut((p, a, e) -> {
            double up = e > middle ? (e - middle) / (high - middle) : (e - middle) / (low - middle);
            double across = a / halfWidth;
            return 80 * (1 - Math.sqrt(across * across + up * up));
        });
    }

    /// What stays, as a mesh.
    public Mesh open() {
        return Sheet.cut(mesh, stays);
    }
}

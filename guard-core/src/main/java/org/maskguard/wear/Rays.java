package org.maskguard.wear;

import com.jme3.bounding.BoundingBox;
import com.jme3.collision.CollisionResult;
import com.jme3.collision.CollisionResults;
import com.jme3.collision.bih.BIHTree;
import com.jme3.math.Matrix4f;
import com.jme3.math.Ray;
import com.jme3.scene.VertexBuffer;
import org.maskguard.io.Mesh;

/// Every crossing of a straight line with a mesh, in order, by jMonkeyEngine's tree of triangles.
///
/// The engine works in single precision: keep the mesh within a metre of the origin. A line exactly through a vertex
/// or an edge may count a crossing twice or not at all, so the caller must be able to tell (see [Crossings]).
///
/// The tree loses crossings with flat faces that are square to its axes, since the slabs of its nodes then have no
/// thickness. So it holds the mesh turned by angles that nothing has by design.
/// Not safe for use by several threads at a time.
final class Rays {

    /// A rotation by 2.3° about the axis (1, 2.3, -1.7), by Rodrigues' formula.
    private static final double[] TURN = turn(Math.toRadians(2.3), 1, 2.3, -1.7);

    private final BIHTree tree;
    private final BoundingBox bound;
    private final Mesh mesh;
    private final Ray ray = new Ray();
    private double[] at = new double[16];
    private boolean[] entering = new boolean[16];

    Rays(Mesh mesh) {
        this.mesh = mesh;
        if (mesh.triangles() == 0) {
            tree = null;
            bound = null;
            return;
        }
        com.jme3.scene.Mesh scene = new com.jme3.scene.Mesh();
        scene.setBuffer(VertexBuffer.Type.Position, 3, turned(mesh.xyz()));
        scene.setBuffer(VertexBuffer.Type.Index, 3, mesh.corners());
        scene.updateBound();
        bound = (BoundingBox) scene.getBound();
        tree = new BIHTree(scene);
        tree.construct();
    }

    /// Casts a ray and returns how many crossings it has. They stand in [#at(int)] and [#against(int)] until the
    /// next cast.
    ///
    /// @param dx length of the direction must be 1
    int cast(double x, double y, double z, double dx, double dy, double dz) {
        if (tree == null) {
            return 0;
        }
        ray.getOrigin().set(turned(0, x, y, z), turned(3, x, y, z), turned(6, x, y, z));
        ray.getDirection().set(turned(0, dx, dy, dz), turned(3, dx, dy, dz), turned(6, dx, dy, dz));
        CollisionResults results = new CollisionResults();
        tree.collideWith(ray, Matrix4f.IDENTITY, bound, results);
        int count = results.size();
        reserve(count);
        for (int i = 0; i < count; i++) {
            CollisionResult hit = results.getCollisionDirect(i);
            at[i] = hit.getDistance();
            entering[i] = against(hit.getTriangleIndex(), dx, dy, dz);
        }
        sort(count);
        return count;
    }

    /// Distance of a crossing from the ray's origin, mm; ascending.
    double at(int i) {
        return at[i];
    }

    /// Whether the triangle that is crossed faces the ray's origin, by its winding.
    boolean against(int i) {
        return entering[i];
    }

    private static float[] turned(float[] xyz) {
        float[] turned = new float[xyz.length];
        for (int v = 0; v < xyz.length; v += 3) {
            for (int axis = 0; axis < 3; axis++) {
                turned[v + axis] = turned(3 * axis, xyz[v], xyz[v + 1], xyz[v + 2]);
            }
        }
        return turned;
    }

    private static float turned(int row, double x, double y, double z) {
        return (float) (TURN[row] * x + TURN[row + 1] * y + TURN[row + 2] * z);
    }

    private static double[] turn(double angle, double ax, double ay, double az) {
        double length = Math.sqrt(ax * ax + ay * ay + az * az);
        double x = ax / length;
        double y = ay / length;
        double z = az / length;
        double s = StrictMath.sin(angle);
        double c = StrictMath.cos(angle);
        double k = 1 - c;
        return new double[] {
            c + x * x * k,
            x * y * k - z * s,
            x * z * k + y * s,
            y * x * k + z * s,
            c + y * y * k,
            y * z * k - x * s,
            z * x * k - y * s,
            z * y * k + x * s,
            c + z * z * k
        };
    }

    private void reserve(int count) {
        if (count > at.length) {
            at = new double[2 * count];
            entering = new boolean[2 * count];
        }
    }

    /// Insertion: a ray has few crossings, and the engine's own sort would box them.
    private void sort(int count) {
        for (int i = 1; i < count; i++) {
            double key = at[i];
            boolean side = entering[i];
            int j = i - 1;
            for (; j >= 0 && at[j] > key; j--) {
                at[j + 1] = at[j];
                entering[j + 1] = entering[j];
            }
            at[j + 1] = key;
            entering[j + 1] = side;
        }
    }

    private boolean against(int triangle, double dx, double dy, double dz) {
        float[] p = mesh.xyz();
        int a = 3 * mesh.corners()[3 * triangle];
        int b = 3 * mesh.corners()[3 * triangle + 1];
        int c = 3 * mesh.corners()[3 * triangle + 2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        return (uy * vz - uz * vy) * dx + (uz * vx - ux * vz) * dy + (ux * vy - uy * vx) * dz < 0;
    }
}

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
/// Not safe for use by several threads at a time.
final class Rays {

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
        scene.setBuffer(VertexBuffer.Type.Position, 3, mesh.xyz());
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
        ray.getOrigin().set((float) x, (float) y, (float) z);
        ray.getDirection().set((float) dx, (float) dy, (float) dz);
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

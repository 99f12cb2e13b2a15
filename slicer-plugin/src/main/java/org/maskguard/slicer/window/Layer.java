package org.maskguard.slicer.window;

import javafx.scene.Node;
import org.maskguard.report.Camera;

/// What a model is drawn on: in 3D where there is such a thing, else as a picture.
interface Layer {

    Node node();

    /// Draws it as a camera sees it, at once or soon.
    ///
    /// @param camera whose picture is as large as the layer, pixels of the scene
    /// @param byCurvature whether it is coloured by curvature
    void look(Camera camera, boolean byCurvature);

    /// Stops whatever is being drawn.
    void close();
}

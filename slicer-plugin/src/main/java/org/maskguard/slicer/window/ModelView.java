package org.maskguard.slicer.window;

import java.util.Map;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.maskguard.report.Camera;
import org.maskguard.report.TurnedModel;

/// A model to turn about, by mouse and by keys, with what was found on it.
final class ModelView extends Region {

    /// What a key turns by, degrees; as if the model had been dragged that way.
    private static final double STEP = 10;

    /// Size of the landmarks' names in sizes of the window's text.
    private static final double NAMES = 0.86;

    private static final double ZOOM_STEP = 1.15;
    private static final double LEAST_ZOOM = 0.2;
    private static final double MOST_ZOOM = 8;

    private final TurnedModel model;
    private final Layer layer;
    private final LandmarkLayer marks;

    /// Never seen: it knows how large the window's text is.
    private final Label text = new Label();

    private double turn;
    private double tilt;
    private double zoom = 1;
    private boolean byCurvature;
    private boolean marked;
    private double lastX;
    private double lastY;

    ModelView(Finding finding, Wording wording) {
        model = finding.model();
        layer = isSolid(finding) ? new SolidLayer(finding.mesh(), model) : new DrawnLayer(model);
        marks = new LandmarkLayer(
                finding.face() == null ? Map.of() : finding.face().landmarks());
        marked = model.hasFace();
        byCurvature = model.hasFace();
        tilt = model.firstTilt();
        text.setVisible(false);
        text.fontProperty().addListener((seen, was, font) -> requestLayout());
        getChildren().addAll(layer.node(), marks.node(), text);
        getStyleClass().add("model");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(wording.text("picture"));
        setMinSize(160, 160);
        setPrefSize(560, 460);
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
        setOnScroll(this::wheel);
        setOnKeyPressed(this::key);
    }

    /// Whether there is 3D graphics here for this model.
    static boolean isSolid(Finding finding) {
        return Platform.isSupported(ConditionalFeature.SCENE3D)
                && finding.mesh().triangles() <= SolidLayer.MOST_TRIANGLES;
    }

    void colourByCurvature(boolean on) {
        byCurvature = on;
        draw();
    }

    void showLandmarks(boolean on) {
        marked = on;
        marks.node().setVisible(on);
        draw();
    }

    double turn() {
        return turn;
    }

    double zoom() {
        return zoom;
    }

    void close() {
        layer.close();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private void draw() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (width < 2 || height < 2) {
            return;
        }
        Camera camera = model.camera(turn, tilt, zoom, width, height);
        layer.look(camera, byCurvature);
        if (marked) {
            marks.draw(camera, Font.font(NAMES * text.getFont().getSize()), Color.web("#20242c"));
        }
    }

    private void grab(MouseEvent event) {
        requestFocus();
        lastX = event.getX();
        lastY = event.getY();
    }

    /// Half a turn across the view.
    private void drag(MouseEvent event) {
        double perPixel = 180 / Math.max(1, getWidth());
        turn(-(event.getX() - lastX) * perPixel, (event.getY() - lastY) * perPixel);
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void wheel(ScrollEvent event) {
        zoomBy(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> turn(STEP, 0);
            case RIGHT -> turn(-STEP, 0);
            case UP -> turn(0, -STEP);
            case DOWN -> turn(0, STEP);
            case PLUS, ADD, EQUALS -> zoomBy(ZOOM_STEP);
            case MINUS, SUBTRACT -> zoomBy(1 / ZOOM_STEP);
            case HOME -> home();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(double aside, double upwards) {
        turn = (turn + aside) % 360;
        tilt = Math.clamp(tilt + upwards, -85, 85);
        draw();
    }

    private void zoomBy(double factor) {
        zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
        draw();
    }

    private void home() {
        turn = 0;
        tilt = model.firstTilt();
        zoom = 1;
        draw();
    }
}

package org.maskguard.slicer.window;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.maskguard.report.Camera;
import org.maskguard.report.Picture;
import org.maskguard.report.TurnedModel;

/// Draws a model in software, on a thread of its own: only the newest of the views that are asked for is drawn.
final class DrawnLayer implements Layer {

    private record View(Camera camera, boolean byCurvature) {}

    private final TurnedModel model;
    private final ImageView shown = new ImageView();
    private final AtomicReference<View> wanted = new AtomicReference<>();
    private final ExecutorService drawing;

    DrawnLayer(TurnedModel model) {
        this.model = model;
        drawing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("drawing").factory());
        // The layer's size is the picture's: it must not hold its parent open.
        shown.setManaged(false);
    }

    @Override
    public Node node() {
        return shown;
    }

    @Override
    public void look(Camera camera, boolean byCurvature) {
        if (wanted.getAndSet(new View(camera, byCurvature)) == null && !drawing.isShutdown()) {
            drawing.execute(this::draw);
        }
    }

    @Override
    public void close() {
        drawing.shutdownNow();
    }

    private void draw() {
        View view = wanted.getAndSet(null);
        if (view != null) {
            Picture picture = model.picture(view.camera(), view.byCurvature());
            Platform.runLater(() -> show(picture));
        }
    }

    private void show(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        shown.setImage(image);
    }
}

package org.maskguard.slicer.window;

import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import org.maskguard.classify.Ruling;

/// A sign for a ruling: its shape tells what its colour tells too.
final class Sign {

    private Sign() {}

    static SVGPath of(Ruling ruling) {
        SVGPath path = new SVGPath();
        path.setContent(
                switch (ruling) {
                    case PASS -> "M2 11 L8 17 L20 4 L17.5 1.8 L8 12.4 L4.4 8.6 Z";
                    case WARN ->
                        "M11 1 L22 20 L0 20 Z M10 7 L10 14 L12 14 L12 7 Z M10 15.5 L10 17.7 L12 17.7 L12 15.5 Z";
                    case REFUSE ->
                        "M6.5 0 L15.5 0 L22 6.5 L22 15.5 L15.5 22 L6.5 22 L0 15.5 L0 6.5 Z"
                                + " M5 9.5 L5 12.5 L17 12.5 L17 9.5 Z";
                    case UNREADABLE ->
                        "M3 0 L14 0 L19 5 L19 22 L3 22 Z M7 9 L7 11 L15 11 L15 9 Z M7 14 L7 16 L15 16 L15 14 Z";
                });
        path.setFillRule(FillRule.EVEN_ODD);
        path.getStyleClass().addAll("sign", ruling.word());
        return path;
    }
}

package org.maskguard.report;

import java.awt.image.BufferedImage;
import java.util.Base64;

/// A picture in memory.
///
/// @param width pixels
/// @param height pixels
/// @param argb one 0xAARRGGBB a pixel, row after row from the top, not multiplied by alpha. Not a copy
public record Picture(int width, int height, int[] argb) {

    /// The picture as a PNG file. Takes some 20 ms for 640 × 640 pixels.
    public byte[] png() {
        return Png.encode(this);
    }

    /// The PNG as a `data:` address, for pages that stand alone.
    String dataUri() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }

    /// The same picture for Java's own graphics.
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}

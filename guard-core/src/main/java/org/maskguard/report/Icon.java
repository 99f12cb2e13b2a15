package org.maskguard.report;

import org.maskguard.classify.Ruling;

/// A sign for each verdict that differs from the others in its shape, not in its colour alone.
final class Icon {

    private Icon() {}

    static String of(Ruling ruling) {
        return "<svg class=\"icon\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">"
                + switch (ruling) {
                    case REFUSE ->
                        "<path class=\"shape\" d=\"M15 3h18l12 12v18l-12 12h-18l-12-12v-18z\"/>"
                                + "<path class=\"mark\" d=\"M12 24h24\"/>";
                    case WARN ->
                        "<path class=\"shape\" d=\"M24 4l21 38h-42z\"/>"
                                + "<path class=\"mark\" d=\"M24 17v13M24 36v.5\"/>";
                    case PASS ->
                        "<circle class=\"shape\" cx=\"24\" cy=\"24\" r=\"21\"/>"
                                + "<path class=\"mark\" d=\"M14 25l7 7 13-15\"/>";
                    case UNREADABLE ->
                        "<rect class=\"shape\" x=\"5\" y=\"5\" width=\"38\" height=\"38\" rx=\"7\"/>"
                                + "<path class=\"mark\" d=\"M18 18a6 6 0 1 1 8 6q-2 1-2 5M24 36v.5\"/>";
                }
                + "</svg>";
    }
}

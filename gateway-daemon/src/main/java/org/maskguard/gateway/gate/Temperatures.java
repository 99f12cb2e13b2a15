package org.maskguard.gateway.gate;

/// A report of temperatures, as Marlin writes it: `T:200.0 /200.0 B:60.1 /60.0 @:127 B@:0`.
///
/// @param nozzle of the first tool in degrees, NaN where it is not said
/// @param bed the same of the bed
record Temperatures(double nozzle, double bed) {

    static final Temperatures UNKNOWN = new Temperatures(Double.NaN, Double.NaN);

    static Temperatures read(String text) {
        return new Temperatures(value(text, "T:"), value(text, "B:"));
    }

    private static double value(String text, String name) {
        int at = text.startsWith(name) ? 0 : text.indexOf(" " + name) + 1;
        if (at == 0 && !text.startsWith(name)) {
            return Double.NaN;
        }
        int from = at + name.length();
        int to = from;
        while (to < text.length() && (Character.isDigit(text.charAt(to)) || ".-".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        try {
            return Double.parseDouble(text.substring(from, to));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

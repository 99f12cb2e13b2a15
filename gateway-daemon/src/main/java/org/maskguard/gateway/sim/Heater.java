package org.maskguard.gateway.sim;

/// Something hot: climbs at a constant rate to its target, and cools towards the room by a time constant.
///
/// Instants are in seconds of the printer's own time. Not thread-safe.
final class Heater {

    static final double ROOM = 21.5;

    private final double degreesPerSecond;
    private final double coolingSeconds;
    private double target;
    private double temperature = ROOM;
    private double at;

    Heater(double degreesPerSecond, double coolingSeconds) {
        this.degreesPerSecond = degreesPerSecond;
        this.coolingSeconds = coolingSeconds;
    }

    double target() {
        return target;
    }

    void target(double degrees, double now) {
        temperature(now);
        target = degrees;
    }

    double temperature(double now) {
        double passed = Math.max(0, now - at);
        at = Math.max(at, now);
        double floor = Math.max(target, ROOM);
        if (temperature < target) {
            temperature = Math.min(target, temperature + degreesPerSecond * passed);
        } else {
            temperature = floor + (temperature - floor) * Math.exp(-passed / coolingSeconds);
        }
        return temperature;
    }

    /// When it will have come to its target; `now` where it has.
    double arrival(double now) {
        return now + Math.max(0, target - temperature(now)) / degreesPerSecond;
    }
}

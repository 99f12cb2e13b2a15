package org.maskguard.suite.profiles;

import java.util.List;
import java.util.Map;
import org.maskguard.suite.slicing.SlicerRun;

/// Slic3r's own defaults in each of its dialects: it ships no profiles of printers.
final class Slic3rProfiles {

    private static final List<String> FLAVORS = List.of(
            "reprap", "teacup", "repetier", "makerware", "sailfish", "mach3", "machinekit", "smoothie", "no-extrusion");

    private Slic3rProfiles() {}

    static List<Profile> all() {
        return FLAVORS.stream()
                .map(flavor -> new Profile("Slic3r", "Slic3r", "defaults, " + flavor, flavor, (stl, job, scratch) -> {
                    List<String> command = List.of(
                            "slic3r",
                            "--no-gui",
                            "-j",
                            "1",
                            "--gcode-flavor",
                            flavor,
                            "-o",
                            job.toString(),
                            stl.toString());
                    return new SlicerRun(command, Map.of());
                }))
                .toList();
    }
}

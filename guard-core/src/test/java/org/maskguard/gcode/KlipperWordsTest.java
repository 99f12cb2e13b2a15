package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Klipper's extended commands, and its printer.cfg.
class KlipperWordsTest {

    @Test
    void gcodeOffsetsShiftAbsoluteWords() {
        assertThat(Beads.of("SET_GCODE_OFFSET X=5 Z=0.2", "G1 X1 Z0 E1", "set_gcode_offset X_ADJUST=-1", "G1 X1 E2")
                        .ways())
                .containsExactly("0,0,0 > 6,0,0.2", "6,0,0.2 > 5,0,0.2");
        assertThat(Beads.of("SET_GCODE_OFFSET X=5 MOVE=1", "G91", "G1 X1 E1").ways())
                .containsExactly("5,0,0 > 6,0,0");
    }

    @Test
    void gcodeOffsetsOutliveHoming() {
        assertThat(Beads.of("SET_GCODE_OFFSET X=5", "G28", "G1 Y1", "G1 X1 E1").ways())
                .containsExactly("0,1,0 > 6,1,0");
    }

    @Test
    void statesAreSavedAndRestored() {
        assertThat(Beads.of(
                                "G1 X5 Y5 E1",
                                "SAVE_GCODE_STATE NAME=a",
                                "G91",
                                "M83",
                                "G92 X0",
                                "G1 X1 E1",
                                "RESTORE_GCODE_STATE NAME=a MOVE=1",
                                "G1 X0 E2")
                        .ways())
                .containsExactly("0,0,0 > 5,5,0", "5,5,0 > 6,5,0", "5,5,0 > 0,5,0");
    }

    @Test
    void extrudersAreTools() {
        assertThat(Beads.of("G1 X1 E1", "ACTIVATE_EXTRUDER EXTRUDER=extruder1", "G1 X2 E1")
                        .summary()
                        .tools())
                .containsExactly(0, 1);
    }

    @Test
    void anObjectThatIsLeftOutOnlyByFirmwaresThatKnowHowIsDoubtful() {
        String[] job = {
            "EXCLUDE_OBJECT_DEFINE NAME=a CENTER=1,1 POLYGON=[[0,0],[1,1]]",
            "EXCLUDE_OBJECT NAME=a",
            "EXCLUDE_OBJECT_START NAME=a",
            "G1 X5 E1",
            "EXCLUDE_OBJECT_END NAME=a",
            "G1 X6 E2"
        };
        assertThat(Beads.refused(job).line()).isEqualTo(4);
        assertThat(Beads.of(Beads.PLAIN.withExcludesObjects(true), job).ways()).containsExactly("5,0,0 > 6,0,0");
    }

    @Test
    void objectsThatAreNotExcludedArePrinted() {
        assertThat(Beads.of(
                                "EXCLUDE_OBJECT_START NAME=a",
                                "G1 X5 E1",
                                "EXCLUDE_OBJECT_END",
                                "EXCLUDE_OBJECT NAME=b",
                                "EXCLUDE_OBJECT RESET=1",
                                "EXCLUDE_OBJECT_START NAME=b",
                                "G1 X6 E2")
                        .all())
                .hasSize(2);
    }

    @Test
    void m486LeavesOutObjectsToo() {
        String[] job = {"M486 T2", "M486 S0", "G1 X1 E1", "M486 P1", "M486 S1", "G1 X2 E2", "M486 S-1", "G1 X3 E3"};
        assertThat(Beads.refused(job).line()).isEqualTo(6);
        assertThat(Beads.of(Beads.PLAIN.withExcludesObjects(true), job).ways())
                .containsExactly("0,0,0 > 1,0,0", "2,0,0 > 3,0,0");
    }

    @Test
    void aMacroOfPlainLinesIsReadFromThePrintersConfiguration() {
        Configuration read = PrinterConfig.read("""
                # a printer
                [extruder]
                filament_diameter: 2.85 # thick
                nozzle_diameter = 0.6
                [exclude_object]
                [gcode_macro PRIME]
                description: draws a line
                gcode:
                  G90
                  G1 X50 E5  ; the line
                [gcode_macro START_PRINT]
                gcode:
                  {% set t = params.T|float %}
                  M109 S{t}
                  PRIME
                [gcode_macro SING]
                gcode:
                    {% for i in range(3) %}
                    M300 S{i}
                    {% endfor %}
                """, Configuration.DEFAULT);
        assertThat(read.filamentMm()).isEqualTo(2.85);
        assertThat(read.excludesObjects()).isTrue();
        assertThat(Beads.of(read, "PRIME", "SING", "G1 X60 E6").ways())
                .containsExactly("0,0,0 > 50,0,0", "50,0,0 > 60,0,0");
        assertThat(Beads.refused(read, "START_PRINT T=200", "G1 X1 E1").code()).isEqualTo("missing-body");
    }

    @Test
    void aMacroThatReplacesACommandStillDoesIt() {
        Configuration read = PrinterConfig.read("""
                [gcode_macro G92]
                rename_existing: G92.9
                gcode:
                  G92.9 X0
                [gcode_macro G28]
                rename_existing: G28.1
                gcode:
                  {% if 1 %}
                  G28.1 {rawparams}
                  {% endif %}
                """, Beads.PLAIN);
        assertThat(Beads.of(read, "G1 X5", "G92", "G1 X1 E1", "G28 X", "G1 X1 E2")
                        .ways())
                .containsExactly("5,0,0 > 6,0,0", "0,0,0 > 1,0,0");
    }

    @Test
    void theConfigurationSaysHowColdIsTooCold() {
        Configuration read = PrinterConfig.read("[extruder]\nmin_extrude_temp: 120\n", Beads.PLAIN);
        assertThat(Beads.of(read, "M109 R125", "G1 X1 E1", "M109 R90", "G1 X2 E2")
                        .all())
                .hasSize(1);
    }
}

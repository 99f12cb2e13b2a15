package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.gcode.Vocabulary.Kind;

/// The table that the machine and the gate read.
class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "M,112,EMERGENCY", "M,108,EMERGENCY", "M,105,POLL", "M,114,POLL", "M,104,SHAPE", "M,106,HARMLESS", "G,1,MOVE",
        "G,3,MOVE", "G,5,MOVE", "G,92,SHAPE", "M,83,SHAPE", "M,600,PURGE", "M,852,BENDING", "M,906,MACHINE",
        "G,26,DRAWING", "M,98,DRAWING", "M,32,FILE", "M,28,FILE", "M,9999,UNKNOWN", "G,77,UNKNOWN", "T,3,SHAPE",
        "T,255,HARMLESS", "M,997,UNKNOWN", "G,65537,UNKNOWN", "T,-1,POLL"
    })
    void commandsHaveTheirKind(char letter, int code, Kind kind) {
        assertThat(Vocabulary.of(letter, code)).isEqualTo(kind);
    }

    @Test
    void namesAreReadInAnyCase() {
        assertThat(Vocabulary.of("set_gcode_offset")).isEqualTo(Kind.SHAPE);
        assertThat(Vocabulary.of("BED_MESH_CALIBRATE")).isEqualTo(Kind.HARMLESS);
        assertThat(Vocabulary.of("START_PRINT")).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void whatSlicersPutBetweenLayersIsKnown() {
        // The words of layer, tool-change, pause and colour-change G-code in PrusaSlicer's and Cura's own profiles.
        for (String word :
                "G0 G1 G4 G28 G29 G90 G91 G92 M0 M25 M73 M82 M83 M104 M106 M107 M109 M117 M118 M140 M190 M204 M220 M221 M300 M400 M600 M601 M702 M900 M907 T0"
                        .split(" ")) {
            assertThat(Vocabulary.of(word.charAt(0), Integer.parseInt(word.substring(1))))
                    .as(word)
                    .isNotIn(Kind.UNKNOWN, Kind.DRAWING, Kind.FILE, Kind.BENDING);
        }
    }
}

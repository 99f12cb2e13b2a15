package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maskguard.gcode.Configuration.Macro;

/// Lines that come again or from elsewhere: repeats, macros, files.
class ScriptsTest {

    @Test
    void aRepeatRunsAsOftenAsItSays() {
        assertThat(Beads.of("G91", "M808 L3", "G1 X1 E1", "G1 Y1", "M808", "G1 Z1 E1")
                        .places())
                .containsExactly("0,0,0 > 1,0,0 @3", "1,1,0 > 2,1,0 @5", "2,2,0 > 3,2,0 @5", "3,3,0 > 3,3,1 @6");
    }

    @Test
    void repeatsNest() {
        assertThat(Beads.of("G91", "M808 L2", "M808 L3", "G1 X1 E1", "M808", "G1 Y1 E1", "M808")
                        .all())
                .hasSize(8);
    }

    @Test
    void aRepeatWithoutEndIsUnreadable() {
        assertThat(Beads.refused("M808 L0", "G1 X1 E1", "M808").code()).isEqualTo("endless");
        assertThat(Beads.refused("M808 L", "G1 X1 E1", "M808").code()).isEqualTo("endless");
    }

    @Test
    void aRepeatOfNothingIsNothing() {
        String mark = "M808 L999999999999999999 M808";
        assertThat(Beads.of(mark, "G1 X1 E1").all()).hasSize(1);
        assertThat(Beads.of("G91", "M808 L2", mark, "G1 X1", "M808").all()).isEmpty();
        assertThat(Beads.of("M808 L999999999999999999", "M808", "G1 X1 E1").all())
                .hasSize(1);
        JobLimits few = new JobLimits(1000, 100, 1_000_000, 8, 1000, 1e6);
        assertThat(Beads.refused(Beads.PLAIN, few, Beads.bytes("M808 L999999999999999999", "", "M808"))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void aRepeatThatIsNeverClosedRunsOnce() {
        assertThat(Beads.of("M808 L9", "G1 X1 E1").all()).hasSize(1);
        assertThat(Beads.of("M808 L9", "G1 X1 E1", "M808 K", "M808").all()).hasSize(1);
    }

    @Test
    void repeatsCountAsLines() {
        JobLimits few = new JobLimits(1000, 100, 1_000_000, 8, 1000, 1e6);
        assertThat(Beads.refused(Beads.PLAIN, few, Beads.bytes("M808 L100000", "G1 X1", "M808"))
                        .code())
                .isEqualTo("too-large");
        assertThat(Beads.refused(Beads.PLAIN, few, Beads.bytes("M808 L2", "; " + "x".repeat(90), ";\n".repeat(500)))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void aMacroIsItsLines() {
        assertThat(Beads.of("M810 G1 X5 E1|G1 Y5 E2", "M810", "M811 G91|G1 X1 E1|G90", "M811")
                        .places())
                .containsExactly("0,0,0 > 5,0,0 @2", "5,0,0 > 5,5,0 @2", "5,5,0 > 6,5,0 @4");
    }

    @Test
    void aMacroThatWasNeverDefinedIsUnknown() {
        assertThat(Beads.refused("G1 X1 E1", "M815", "G1 X2 E2").command()).isEqualTo("M815");
    }

    @Test
    void aMacroThatCallsItselfIsUnreadable() {
        assertThat(Beads.refused("M810 M811", "M811 M810", "M810").code()).isEqualTo("endless");
    }

    @Test
    void aMacroOfTheConfigurationIsExpanded() {
        Configuration known = Beads.PLAIN.withMacro("draw_line", Macro.expanded("G91\nG1 X9 E1\nG90"));
        assertThat(Beads.of(known, "G1 X1 E1", "DRAW_LINE LENGTH=9", "Draw_Line")
                        .places())
                .containsExactly("0,0,0 > 1,0,0 @1", "1,0,0 > 10,0,0 @2", "10,0,0 > 19,0,0 @3");
    }

    @Test
    void aMacroThatDrawsAndCannotBeExpandedIsUnreadableAnywhere() {
        Configuration known = Beads.PLAIN.withMacro("END_PRINT", Macro.draws()).withMacro("M600", Macro.draws());
        UnreadableJob refused = Beads.refused(known, "G1 X1 E1", "END_PRINT");
        assertThat(refused.code()).isEqualTo("missing-body");
        assertThat(refused.line()).isEqualTo(2);
        assertThat(Beads.refused(known, "M600", "G1 X1 E1").code()).isEqualTo("missing-body");
    }

    @Test
    void aMacroThatIsHarmlessIsPassedOver() {
        Configuration known = Beads.PLAIN.withMacro("WINK", Macro.harmless());
        assertThat(Beads.of(known, "G1 X1 E1", "WINK", "G1 X2 E2").all()).hasSize(2);
    }

    @Test
    void aFileThatIsNotHereIsUnreadable() {
        for (String call :
                new String[] {"M32 !/mask.g#", "M23 mask.g", "SDCARD_PRINT_FILE FILENAME=mask.gcode", "M28 a.g"}) {
            assertThat(Beads.refused("G1 X1 E1", call).code()).as(call).isEqualTo("missing-body");
        }
    }

    @Test
    void aSubprogramThatIsNotHereIsUnreadableBetweenDepositsAndInsteadOfThem() {
        assertThat(Beads.refused("G1 X1 E1", "M98 P\"mask.g\"", "G1 X2 E2").command())
                .isEqualTo("M98");
        assertThat(Beads.refused("G28", "M98 P\"mask.g\"").code()).isEqualTo("missing-body");
        assertThat(Beads.of("M98 P\"start.g\"", "G1 X1 E1", "M98 P\"end.g\"").all())
                .hasSize(1);
    }

    @Test
    void aSubprogramThatIsGivenIsExpanded() {
        Configuration known = Beads.PLAIN.withMacro("line.g", Macro.expanded("G1 X5 E1"));
        assertThat(Beads.of(known, "M98 P\"line.g\"").places()).containsExactly("0,0,0 > 5,0,0 @1");
        assertThat(Beads.of(known, "SDCARD_PRINT_FILE FILENAME=\"line.g\"").all())
                .hasSize(1);
    }

    @Test
    void branchesAreTakenOrLeft() {
        String[] job = {"G1 X1 E1", "M622 J1", "G1 X2 E2", "M623", "G1 X3 E3"};
        Beads taken = Beads.of(job);
        assertThat(taken.all()).hasSize(3);
        assertThat(taken.summary().branchesDraw()).isTrue();
        Beads left = Beads.of(Beads.PLAIN.withSkipsBranches(true), job);
        assertThat(left.ways()).containsExactly("0,0,0 > 1,0,0", "1,0,0 > 3,0,0");
        assertThat(left.summary().branchesDraw()).isTrue();
        assertThat(Beads.of("M622 J1", "G1 X2", "M623", "G1 X3 E3").summary().branchesDraw())
                .isFalse();
    }

    @Test
    void whatABranchBendsIsBentOnlyWhereItIsTaken() {
        String[] job = {"M622 J1", "M579 X0.5", "M623", "G1 X4 E1"};
        Beads taken = Beads.of(job);
        assertThat(taken.ways()).containsExactly("0,0,0 > 2,0,0");
        assertThat(taken.summary().branchesDraw()).isTrue();
        assertThat(Beads.of(Beads.PLAIN.withSkipsBranches(true), job).ways()).containsExactly("0,0,0 > 4,0,0");
    }
}

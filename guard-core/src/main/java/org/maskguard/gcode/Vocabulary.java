package org.maskguard.gcode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What each command does to a job, in one table: the machine and the gate before a printer both read it.
///
/// From the sources of Marlin 2.1, RepRapFirmware, Klipper, Prusa's and Repetier's firmware; the harmless ones also
/// hold every word of the custom G-code in the profiles that PrusaSlicer 2.5 and 2.9 and Cura 4.13 ship, and those of
/// a Bambu X1 job, where reading the firmware or its documentation showed that it lays no material on the part.
public final class Vocabulary {

    /// What a command does to a job.
    public enum Kind {
        /// Stops the printer or ends a wait at once.
        EMERGENCY,
        /// Asks and changes nothing.
        POLL,
        /// Neither moves material nor changes where it lands.
        HARMLESS,
        /// A move or a curve, which deposits where it extrudes.
        MOVE,
        /// Changes how later words become shape, and is modelled.
        SHAPE,
        /// Pushes material at a place of the printer's own, beside the part.
        PURGE,
        /// Changes the machine but not where a job's material lands.
        MACHINE,
        /// Bends the machine's geometry in a way that is not modelled: no job may.
        BENDING,
        /// Draws or moves by the firmware's own plan.
        DRAWING,
        /// Runs, stores or chooses another file.
        FILE,
        /// Not in the table.
        UNKNOWN
    }

    private static final String TABLE = """
            EMERGENCY M108 M112 M410 M524 M876
            POLL M20 M27 M31 M33 M105 M113 M114 M115 M116 M118 M119 M122 M154 M155 M408 M409 M503 M782
            MOVE G0 G1 G2 G3 G5
            SHAPE G10 G11 G17 G18 G19 G20 G21 G28 G50 G51 G52 G53 G54-G59 G60 G61 G68 G69 G90 G91 G92
            SHAPE M82 M83 M92 M101 M102 M103 M104 M109 M110 M111 M200 M206 M207 M208 M209 M218 M220 M221 M290 M302
            SHAPE M486 M568 M579 M622 M623 M808 M810-M819 T0-T63
            SHAPE SET_GCODE_OFFSET SAVE_GCODE_STATE RESTORE_GCODE_STATE ACTIVATE_EXTRUDER
            SHAPE EXCLUDE_OBJECT EXCLUDE_OBJECT_DEFINE EXCLUDE_OBJECT_START EXCLUDE_OBJECT_END
            PURGE M600 M603 M701 M702 M703 M704 M705 M706 M707 G280
            PURGE CUT_FILAMENT LOAD_FILAMENT UNLOAD_FILAMENT EXTRUDER_LOAD EXTRUDER_UNLOAD UNLOAD_T LOAD_T CLEAR_FLUSH
            PURGE CLEAR_OOZE MOVE_TO_TRASH CLEAN_NOZZLE NOZZLE_CLEAN NOZZLE_WIPE WIPE_NOZZLE LINE_PURGE VORON_PURGE
            MACHINE M42 M43 M44 M48 M80 M81 M203 M211 M300 M303 M304 M301 M340 M360 M361 M362 M363 M364 M380 M381 M401
            MACHINE M402 M500 M564 M569 M572 M573 M574 M575 M584 M593 M605 M851 M906 M907 M908 M909 M910 M911 M912
            MACHINE M913 M914 M915 M916 M917 M918 M919 M920 M921 M922 M928 M999
            BENDING M350 M351 M556 M665 M666 M667 M669 M852 G100 SET_SKEW SKEW_PROFILE SET_KINEMATIC_POSITION
            BENDING FORCE_MOVE MANUAL_STEPPER
            DRAWING G6 G26 G425 M98
            FILE M23 M24 M26 M28 M29 M32 M37 SDCARD_PRINT_FILE
            HARMLESS G4 G9 G12 G13 G22 G23 G27 G29-G35 G38 G39 G40 G42 G43 G49 G64 G76 G80 G93 G94 G95 G98 G99
            HARMLESS G130 G131 G132 G133 G161 G162 G380 G392 G1009 G2814
            HARMLESS T64-T9999 M0-M19 M21 M22 M25 M30 M34 M36 M38 M39 M50-M78 M84-M88 M93 M96 M97 M106 M107 M117 M123 M125-M153
            HARMLESS M156 M160-M166 M170 M190-M195 M201 M202 M204 M205 M210 M217 M224-M240 M250 M255 M256 M260 M261
            HARMLESS M280-M282 M291 M292 M305-M309 M320-M323 M355 M375 M400 M403-M407 M412-M414 M420-M425 M430 M450
            HARMLESS M471 M493 M510-M512 M550-M555 M557-M563 M565-M567 M570 M571 M576-M578 M581-M583 M585-M592 M594
            HARMLESS M601 M602 M604 M614 M620 M621 M624 M625 M630 M651 M652 M672 M708 M709 M710 M772 M800 M801
            HARMLESS M862 M863 M864 M865 M866 M867 M868 M869 M870 M871 M900 M901 M902 M903 M904 M905
            HARMLESS M950 M951 M955-M987 M991 M993 M995 M998 M1001-M1007 M2000 M9833 M9998
            HARMLESS BED_MESH_CALIBRATE BED_MESH_CLEAR BED_MESH_PROFILE BED_MESH_OUTPUT BED_MESH_MAP BED_MESH_OFFSET
            HARMLESS QUAD_GANTRY_LEVEL Z_TILT_ADJUST Z_TILT PROBE PROBE_ACCURACY PROBE_CALIBRATE QUERY_PROBE QUERY_ENDSTOPS
            HARMLESS SCREWS_TILT_CALCULATE BED_TILT_CALIBRATE DELTA_CALIBRATE AXIS_TWIST_COMPENSATION_CALIBRATE
            HARMLESS SET_VELOCITY_LIMIT RESET_VELOCITY_LIMIT SET_PRESSURE_ADVANCE SET_FAN_SPEED SET_PIN SET_LED
            HARMLESS SET_LED_TEMPLATE SET_SERVO SET_DISPLAY_TEXT SET_DISPLAY_GROUP SET_PRINT_STATS_INFO SET_IDLE_TIMEOUT
            HARMLESS SET_HEATER_TEMPERATURE SET_TEMPERATURE_FAN_TARGET TEMPERATURE_WAIT TURN_OFF_HEATERS SET_STEPPER_ENABLE
            HARMLESS SET_TMC_CURRENT SET_TMC_FIELD INIT_TMC DUMP_TMC SET_INPUT_SHAPER SET_FILAMENT_SENSOR
            HARMLESS QUERY_FILAMENT_SENSOR SET_SMOOTH_TIME SYNC_EXTRUDER_MOTION SYNC_EXTRUDER_TO_STEPPER
            HARMLESS SET_EXTRUDER_STEPPER SAVE_VARIABLE SET_GCODE_VARIABLE RESPOND ECHO PAUSE RESUME CANCEL_PRINT
            HARMLESS CLEAR_PAUSE PID_CALIBRATE SAVE_CONFIG STATUS HELP GET_POSITION QUERY_ADC STEPPER_BUZZ
            HARMLESS TIMELAPSE_TAKE_FRAME TIMELAPSE_RENDER HYPERLAPSE TIMELAPSE_SAVE_FRAME _TIMELAPSE_NEW_FRAME
            HARMLESS TIMELAPSE_START TIMELAPSE_STOP DISABLE_BOX_HEATER BOX_TEMP_SET TOOL_CHANGE_START TOOL_CHANGE_END
            HARMLESS DISABLE_ALL_SENSOR ENABLE_ALL_SENSOR _ON_LAYER_CHANGE ON_LAYER_CHANGE BEFORE_LAYER_CHANGE
            HARMLESS AFTER_LAYER_CHANGE TX TC T? T-1 SET_PRINT_STATS DEFINE_OBJECT START_CURRENT_OBJECT END_CURRENT_OBJECT
            HARMLESS SET_RETRACTION GET_RETRACTION PRINT_STARTED LAYER_CHANGE STATUS_PRINTING STATUS_READY STATUS_BUSY
            """;

    /// Commands whose words are a text for people or a file, so that `M117 G1 X5` moves nothing.
    private static final Set<Integer> TEXTS = Set.of(
            0, 1, 16, 20, 30, 33, 36, 38, 70, 73, 115, 117, 118, 291, 292, 550, 551, 552, 587, 588, 589, 620, 621, 624,
            862, 928, 1002, 1006);

    /// The highest number in the table is 9999.
    private static final int CODES = 10_000;

    private static final byte[] G = new byte[CODES];
    private static final byte[] M = new byte[CODES];
    private static final byte[] T = new byte[CODES];
    private static final Map<String, Kind> NAMES = new HashMap<>();
    private static final Kind[] KINDS = Kind.values();

    static {
        for (byte[] codes : new byte[][] {G, M, T}) {
            Arrays.fill(codes, (byte) Kind.UNKNOWN.ordinal());
        }
        TABLE.lines().forEach(Vocabulary::enter);
    }

    private Vocabulary() {}

    /// The kind of a command with a number.
    ///
    /// @param letter `G`, `M` or `T`
    public static Kind of(char letter, int code) {
        byte[] codes = letter == 'G' ? G : letter == 'M' ? M : T;
        if (letter == 'T' && code == -1) {
            return Kind.POLL;
        }
        return code >= 0 && code < CODES ? KINDS[codes[code]] : Kind.UNKNOWN;
    }

    /// The kind of a command with a name.
    public static Kind of(String name) {
        return NAMES.getOrDefault(name.toUpperCase(Locale.ROOT), Kind.UNKNOWN);
    }

    /// Whether what follows the command is text, and no words.
    public static boolean isText(char letter, int code) {
        return letter == 'M' && TEXTS.contains(code);
    }

    private static void enter(String row) {
        String[] words = row.split(" ");
        Kind kind = Kind.valueOf(words[0]);
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.matches("[GMT]\\d+(-[GMT]\\d+)?")) {
                String[] range = word.split("-");
                int first = Integer.parseInt(range[0].substring(1));
                int last = Integer.parseInt(range[range.length - 1].substring(1));
                byte[] codes = word.charAt(0) == 'G' ? G : word.charAt(0) == 'M' ? M : T;
                Arrays.fill(codes, first, last + 1, (byte) kind.ordinal());
            } else {
                NAMES.put(word, kind);
            }
        }
    }
}

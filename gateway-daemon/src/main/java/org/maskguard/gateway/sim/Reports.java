package org.maskguard.gateway.sim;

import java.util.List;

/// The long answers of Marlin 2.1 (PEERS A4, B, H2).
final class Reports {

    static final List<String> BOOT = List.of(
            "start",
            "PowerUp",
            "Marlin 2.1.3",
            "echo: Last Updated: 2024-10-01 | Author: (simulated)",
            "echo: Compiled: Oct  1 2024",
            "echo: Free Memory: 4096  PlannerBufferBytes: 1232",
            "echo:Hardcoded Default Settings Loaded");

    static final List<String> FIRMWARE = List.of(
            "FIRMWARE_NAME:Marlin 2.1.3 (Oct  1 2024 12:00:00) SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin"
                    + " PROTOCOL_VERSION:1.0 MACHINE_TYPE:Simulated KINEMATICS:Cartesian EXTRUDER_COUNT:1"
                    + " UUID:cede2a2f-41a2-4748-9b12-c55c62f367ff",
            "Cap:SERIAL_XON_XOFF:0",
            "Cap:BINARY_FILE_TRANSFER:0",
            "Cap:EEPROM:1",
            "Cap:VOLUMETRIC:1",
            "Cap:AUTOREPORT_POS:1",
            "Cap:AUTOREPORT_TEMP:1",
            "Cap:PROGRESS:0",
            "Cap:PRINT_JOB:1",
            "Cap:AUTOLEVEL:0",
            "Cap:RUNOUT:0",
            "Cap:Z_PROBE:0",
            "Cap:LEVELING_DATA:0",
            "Cap:BUILD_PERCENT:1",
            "Cap:SOFTWARE_POWER:0",
            "Cap:TOGGLE_LIGHTS:0",
            "Cap:CASE_LIGHT_BRIGHTNESS:0",
            "Cap:EMERGENCY_PARSER:1",
            "Cap:HOST_ACTION_COMMANDS:1",
            "Cap:PROMPT_SUPPORT:0",
            "Cap:SDCARD:1",
            "Cap:MULTI_VOLUME:0",
            "Cap:REPEAT:0",
            "Cap:SD_WRITE:1",
            "Cap:AUTOREPORT_SD_STATUS:0",
            "Cap:LONG_FILENAME:0",
            "Cap:THERMAL_PROTECTION:1",
            "Cap:MOTION_MODES:0",
            "Cap:ARCS:1",
            "Cap:BABYSTEPPING:0",
            "Cap:CHAMBER_TEMPERATURE:0",
            "Cap:COOLER_TEMPERATURE:0",
            "Cap:MEATPACK:0",
            "Cap:CONFIG_EXPORT:0");

    static final List<String> SETTINGS = List.of(
            "echo:; Linear Units:",
            "echo:  G21 ; (mm)",
            "echo:; Temperature Units:",
            "echo:  M149 C ; Units in Celsius",
            "echo:; Filament settings (Disabled):",
            "echo:  M200 S0 D1.75",
            "echo:; Steps per unit:",
            "echo: M92 X80.00 Y80.00 Z400.00 E93.00",
            "echo:; Max feedrates (units/s):",
            "echo:  M203 X500.00 Y500.00 Z5.00 E25.00",
            "echo:; Home offset:",
            "echo:  M206 X0.00 Y0.00 Z0.00");

    static final List<String> ENDSTOPS =
            List.of("Reporting endstop status", "x_min: TRIGGERED", "y_min: TRIGGERED", "z_min: open");

    private Reports() {}
}

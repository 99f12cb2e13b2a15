package org.maskguard.suite.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Printers out of definitions as Cura has them.
class CuraProfilesTest {

    @TempDir
    Path resources;

    @BeforeEach
    void definitions() throws IOException {
        write("definitions/fdmprinter", "{'settings':{'a':{'children':{'machine_depth':{'default_value':100}}}}}");
        write("definitions/fdmextruder", "{'settings':{}}");
        write(
                "definitions/base",
                "{'inherits':'fdmprinter','name':'Base','metadata':{'visible':false},"
                        + "'overrides':{'machine_end_gcode':{'default_value':'G1 Y{machine_depth} ; {unheard_of}'}}}");
        write(
                "definitions/one",
                "{'inherits':'base','name':'One','metadata':{'visible':true,'manufacturer':'Acme',"
                        + "'machine_extruder_trains':{'0':'left','1':'right'}},"
                        + "'overrides':{'machine_depth':{'default_value':1,'value':'220'}}}");
        write("extruders/left", "{'inherits':'fdmextruder','overrides':{}}");
        write(
                "extruders/right",
                "{'inherits':'fdmextruder','overrides':{'machine_extruder_start_code':{'default_value':'M5{print_temperature}'}}}");
    }

    @Test
    void onlyWhatAUserCanChooseIsAPrinter() throws IOException {
        List<Profile> profiles = CuraProfiles.of(resources);
        assertThat(profiles).extracting(Profile::name).containsExactly("One");
        assertThat(profiles).extracting(Profile::maker).containsExactly("Acme");
    }

    @Test
    void placeholdersAreFilledFromTheDefinitionAndUnknownOnesStay() throws IOException {
        assertThat(CuraProfiles.of(resources).getFirst().gcode())
                .contains("machine_end_gcode=G1 Y220 ; {unheard_of}")
                .contains("machine_extruder_start_code=M5200");
    }

    @Test
    void theSecondExtruderDoesTheInfill() throws IOException {
        Path any = resources.resolve("any");
        assertThat(CuraProfiles.of(resources)
                        .getFirst()
                        .call()
                        .of(any, any, any)
                        .command())
                .containsSubsequence("-e1", "-s", "infill_extruder_nr=1", "-l");
    }

    private void write(String name, String json) throws IOException {
        Path file = resources.resolve(name + ".def.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.replace('\'', '"'));
    }
}

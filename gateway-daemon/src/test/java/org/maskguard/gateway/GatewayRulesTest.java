package org.maskguard.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A package of the gateway knows only those before it in this list.
class GatewayRulesTest {

    private static final String ROOT = "org.maskguard.gateway";

    private static final List<String> ORDER = List.of(
            ROOT + ".line..",
            ROOT + ".wire..",
            ROOT + ".sim..",
            ROOT + ".host..",
            ROOT + ".printer..",
            ROOT + ".job..",
            ROOT + ".relay..",
            ROOT + ".spool..",
            ROOT + ".commission..",
            ROOT + ".gate..",
            ROOT + ".judging..",
            ROOT + ".log..",
            ROOT + ".store..",
            ROOT + ".config..",
            ROOT + ".daemon..",
            ROOT + ".http..",
            ROOT + ".command..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("positions")
    void aPackageKnowsOnlyThoseBeforeIt(int position) {
        noClasses()
                .that()
                .resideInAPackage(ORDER.get(position))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORDER.subList(position + 1, ORDER.size()).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /// What decides over lines has no ports: it can be tested without any.
    @Test
    void theEndsKnowNoWires() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".line..", ROOT + ".host..", ROOT + ".printer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".wire..", ROOT + ".sim..")
                .check(CLASSES);
    }

    @Test
    void serialPortsStayInTheirPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fazecast..")
                .check(CLASSES);
    }

    private static IntStream positions() {
        return IntStream.range(0, ORDER.size() - 1);
    }
}

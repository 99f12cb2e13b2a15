package org.maskguard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Data goes one way: a package knows only those before it in this list.
class PackageRulesTest {

    private static final String ROOT = "org.maskguard";

    /// The root package, the door, stands between what judges and what is built on judging.
    private static final List<String> ORDER = List.of(
            "org.maskguard.io..",
            "org.maskguard.gcode..",
            "org.maskguard.deposit..",
            "org.maskguard.surface..",
            "org.maskguard.assembly..",
            "org.maskguard.curvature..",
            "org.maskguard.landmark..",
            "org.maskguard.wear..",
            "org.maskguard.classify..",
            ROOT,
            "org.maskguard.report..",
            "org.maskguard.trust..",
            "org.maskguard.train..",
            "org.maskguard.cli..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("positions")
    void aPackageKnowsOnlyThoseBeforeIt(int position) {
        String[] later = ORDER.subList(position + 1, ORDER.size()).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ORDER.get(position))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void librariesStayWhereTheyBelong(String library, List<String> packages) {
        noClasses()
                .that(not(resideInAnyPackage(packages.toArray(String[]::new))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ORDER.toArray(String[]::new))
                .should()
                .resideInAPackage("..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static IntStream positions() {
        return IntStream.range(0, ORDER.size() - 1);
    }

    private static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("picocli..", List.of("org.maskguard.cli..")),
                Arguments.of("org.tomlj..", List.of("org.maskguard.classify..")),
                // The guard has no network and no window.
                Arguments.of("java.net.http..", List.of()),
                Arguments.of("javax.swing..", List.of()),
                // Smile trains; what it trained is read without it.
                Arguments.of("smile..", List.of("org.maskguard.train..")));
    }
}

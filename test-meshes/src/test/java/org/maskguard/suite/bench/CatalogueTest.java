package org.maskguard.suite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Labels;

class CatalogueTest {

    private static final List<Case> FULL = Catalogue.of(1, Level.FULL);

    @Test
    void theFullLevelIsAsLargeAsTheSpecificationSays() {
        assertThat(kind("ordinary")).hasSizeGreaterThanOrEqualTo(10_000);
        assertThat(kind("near-miss")).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(FULL.stream().filter(c -> c.entry().mustRefuse())).hasSizeGreaterThanOrEqualTo(3_000);
    }

    @Test
    void halfOfTheOrdinaryPartsAreAsLargeAsAFaceAndNoFamilyIsAboveThreeInAHundred() {
        List<Entry> ordinary = kind("ordinary");
        assertThat(ordinary.stream().filter(e -> e.level().equals("face-sized")).count() * 2)
                .isGreaterThanOrEqualTo(ordinary.size());
        Map<String, Long> families =
                ordinary.stream().collect(Collectors.groupingBy(Entry::unit, Collectors.counting()));
        assertThat(families.values()).allMatch(n -> n <= 0.03 * ordinary.size());
        assertThat(families).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void identifiersAndFilesAreUnique() {
        assertThat(FULL).map(c -> c.entry().id()).doesNotHaveDuplicates();
        assertThat(FULL).map(c -> c.entry().file()).doesNotHaveDuplicates();
    }

    @Test
    void everyLabelIsOneThatTheProjectKnows() {
        assertThat(FULL).allMatch(c -> Labels.all().containsKey(c.entry().label()));
    }

    @Test
    void aCaseHasTheSameBytesWhateverElseWasMade() {
        Case one = FULL.get(700);
        byte[] bytes = one.bytes();
        FULL.get(5).bytes();
        assertThat(Catalogue.of(1, Level.FULL).get(700).bytes()).isEqualTo(bytes);
        assertThat(Catalogue.of(2, Level.FULL).get(700).bytes()).isNotEqualTo(bytes);
    }

    /// Fixed with the first version of the suite. Whoever changes one of them makes a new version.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s1-mask-shell-0000",
                "s1-mask-mould-0000",
                "s1-near-helmet-0001",
                "s1-part-spur-gear-0000",
                "s1-part-voronoi-plate-0001",
                "s1-evasion-bumpy-0000",
                "s1-format-3mf-0000"
            })
    void bytesOfTheFirstVersionStayWhatTheyAre(String id) {
        Map<String, String> known = new HashMap<>();
        KNOWN.lines().map(line -> line.split(" ")).forEach(pair -> known.put(pair[0], pair[1]));
        Case one = Catalogue.of(1, Level.CORE).stream()
                .filter(c -> c.entry().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(GenerateCommand.sha256(one.bytes())).isEqualTo(known.get(id));
    }

    private static final String KNOWN = """
            s1-mask-shell-0000 1e694fd2ee50d0744a327b97691c4e6553c2c073af69a8bd4f7353a6c4288516
            s1-mask-mould-0000 8a7cc45766778aab592165aa7c89fdbbf600d59b342bf2d15b5455f7e7343ca2
            s1-format-3mf-0000 f99c40c00321ca1724b5c27b459d4c84cb1e209296489139bb40facf12bf08cb
            s1-evasion-bumpy-0000 2054d29b144d3473b2d591c9be4dfdca1d935e8538da2c61c04a9ea21ad26e22
            s1-near-helmet-0001 e6c7ea6b099061c251d4e6c67622e6a845b01af84e8b73a5a9541f1ed62ec17a
            s1-part-spur-gear-0000 0924e226a21266e8cea6604ce8dc7db5d13f82fa0fcb20467ba1f5bed4f5ace3
            s1-part-voronoi-plate-0001 a87c2ac87fd97fd6344f463bae40844b7e4c9619b357eaebd63c9e12d61a41c0
            """;

    private static List<Entry> kind(String kind) {
        return FULL.stream().map(Case::entry).filter(e -> e.kind().equals(kind)).toList();
    }
}

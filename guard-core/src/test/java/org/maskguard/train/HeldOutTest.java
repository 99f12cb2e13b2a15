package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.Guard;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.train.example.Disturbance;
import org.maskguard.train.example.Example;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.SharedData;

class HeldOutTest {

    private static final HeldOut.Amount NO_PEOPLE = new HeldOut.Amount(0, 6, TrainingSet.ROWS);

    @TempDir
    private Path folder;

    @Test
    void opensWhatIsKeptBackAndNothingElse() throws IOException {
        HeldOut measurement = HeldOut.open(TinyData.in(folder), NO_PEOPLE, true);
        assertThat(measurement.examples())
                .allMatch(Example::heldOut)
                .extracting(Example::id)
                .containsExactly(
                        "faces/kept.stl",
                        "kept.stl/found",
                        "kept.stl/extent-110",
                        "kept.stl/extent-150",
                        "kept.stl/extent-200",
                        "broken.stl/found",
                        "broken.stl/extent-110",
                        "broken.stl/extent-150",
                        "broken.stl/extent-200");
    }

    @Test
    void judgesAsScanWouldAndCountsWhatCannotBeRead() throws IOException {
        HeldOut measurement = HeldOut.open(TinyData.in(folder), NO_PEOPLE, true);
        List<Example> examples = measurement.examples();
        Guard guard = Guard.open(Policy.DEFAULT);
        AtomicInteger done = new AtomicInteger();
        Judgements judged = measurement.judge(guard, examples, done::incrementAndGet);
        assertThat(done).hasValue(examples.size());
        assertThat(judged.all())
                .allSatisfy(j -> assertThat(j.ruling())
                        .as(j.file())
                        .isEqualTo(j.file().startsWith("broken") ? Ruling.UNREADABLE : Ruling.PASS));
        assertThat(judged.misses().files()).isEqualTo(new Rate(1, 1));
        assertThat(judged.falseRefusals().files()).isEqualTo(new Rate(0, 8));
        assertThat(judged.falseRefusals().units()).isEqualTo(new Rate(0, 1));
        String page = new HeldOutPage(judged, guard.version()).text();
        assertThat(page)
                .contains("| `faces/kept.stl` | mask_human | pass | none | 0.000 | **no**: refuse |")
                .contains("| enclosure | 0 of 1 = 0.00 % [0.00, 97.50] | 0 of 1 = 0.00 % [0.00, 97.50] |")
                .contains("- `broken.stl/found` (enclosure): unreadable")
                .contains(guard.version().model());
    }

    /// The numbers that `ShapeTraining` and `ExampleSet` draw people by, for seeds that somebody may train with.
    @Test
    void peopleAreStrangersToEveryTrainingWithAUsualSeed() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 0; seed <= 100; seed++) {
            for (long i = 0; i < 400; i++) {
                seen.add(seed + 1000 * i);
                seen.add(seed + 1000 * i + 1);
                seen.add(100_000 * seed + i);
            }
        }
        for (int i = 0; i < HeldOut.Amount.FULL.people(); i++) {
            assertThat(seen).doesNotContain(HeldOut.SEED * 100_000 + 10 + i);
        }
    }

    @Test
    void trainingNeverMeetsWhatIsKeptBack() throws IOException {
        Path data = SharedData.folder();
        Set<String> units = new HashSet<>();
        HeldOut.open(data).examples().forEach(e -> units.add(e.unit()));
        List<Example> learned = TrainingSet.FULL.examples(ExampleSet.open(data, 1));
        assertThat(learned).noneMatch(Example::heldOut).noneMatch(e -> units.contains(e.unit()));
    }

    @Test
    void eachHeadIsMadeInAllThreeWaysAndSeveralDesigns() throws IOException {
        List<Example> heads = HeldOut.open(SharedData.folder()).examples().stream()
                .filter(e -> e.source().equals("real") && e.id().startsWith("mask/"))
                .toList();
        assertThat(heads).hasSize(7 * TrainingSet.ROWS.size() * 6).allMatch(Example::heldOut);
        assertThat(heads.stream().map(Example::id)).doesNotHaveDuplicates();
        assertThat(heads.stream().map(e -> e.unit() + e.way() + e.disturbance()).distinct())
                .hasSize(7 * TrainingSet.ROWS.size() * 3);
    }

    /// The machinery on what may be trained on: nothing that is kept back is opened here.
    @Test
    void masksOfHeadsThatMayBeSeenAreMadeAndJudged() throws IOException {
        HeldOut.Amount little = new HeldOut.Amount(1, 1, List.of(Disturbance.CLEAN));
        HeldOut measurement = HeldOut.open(SharedData.folder(), little, false);
        List<Example> some = measurement.examples().stream()
                .filter(e -> e.id().startsWith("mask/"))
                .filter(e -> e.id().contains("max_planck") || !e.source().equals("real"))
                .toList();
        assertThat(some).hasSize(3).noneMatch(Example::heldOut);
        Guard guard = Guard.open(Policy.DEFAULT);
        Judgements judged = measurement.judge(guard, some, () -> {});
        assertThat(judged.misses().files()).isEqualTo(new Rate(0, 3));
        assertThat(new HeldOutPage(judged, guard.version()).text())
                .contains("| clean | 1 | 0 of 1 = 0.00 % [0.00, 97.50] | 0 of 1 = 0.00 % [0.00, 97.50] |")
                .contains("| makehuman | 1 |");
    }
}

package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maskguard.Guard;
import org.maskguard.classify.Category;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;
import org.maskguard.train.example.Attempt;
import org.maskguard.train.example.SharedData;

class AttemptsTest {

    @Test
    void everyPersonIsTriedOnceInEveryRow() throws IOException {
        Attempts attempts = Attempts.open(SharedData.folder(), 2);
        int people = 18 + 2 * 2;
        assertThat(attempts.size()).isGreaterThan(45 * people).isLessThan(Attempt.values().length * people);
    }

    @Test
    void thePageCountsWhatIsRightAndNamesWhatIsNot() {
        List<Attempts.Tried> tried = List.of(
                new Attempts.Tried(Attempt.BOXED, "A", "cut", Ruling.REFUSE, Category.MASK, 0.99),
                new Attempts.Tried(Attempt.BOXED, "B", "cut", Ruling.PASS, Category.NONE, 0.1),
                new Attempts.Tried(Attempt.LAID_OUT_MANY, "A", "cut", Ruling.PASS, Category.NONE, 0));
        String page = new AttemptsPage(tried, Guard.open(Policy.DEFAULT).version()).text();
        assertThat(page)
                .contains("| M12 | in a closed box | refuse | 1 of 2 = 50.00 % [1.26, 98.74] | 1 | 0 | 1 |")
                .contains("| M09 | cut into 6 or 8 bodies, laid out | reported | 1 of 1")
                .contains("- M12 in a closed box, `B` (cut): pass, none, score 0.100")
                .doesNotContain("`A`");
    }

    /// A smile and a frown are faces of ICT-FaceKit's, so that they need the shared data.
    @Test
    void facesThatPoseAreRefused() throws IOException {
        AtomicInteger done = new AtomicInteger();
        List<Attempts.Tried> tried = Attempts.open(SharedData.folder(), 1)
                .only(attempt -> !attempt.expression().isEmpty())
                .judge(Guard.open(Policy.DEFAULT), done::incrementAndGet);
        assertThat(done).hasValue(tried.size());
        assertThat(tried).hasSize(8).allMatch(Attempts.Tried::right);
    }
}

package org.maskguard.suite.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maskguard.suite.geometry.Dice;

/// The people of the suite against the published means of living ones (NIOSH 2003, adults of the USA).
class FaceModelTest {

    private final FaceModel model = FaceModel.shipped();

    @Test
    void theSamePersonHasTheSameHead() {
        FaceNet one = model.head(model.person("p", Dice.of(3, "p")));
        FaceNet two = FaceModel.shipped().head(model.person("p", Dice.of(3, "p")));
        assertThat(one.at(13, 7)).isEqualTo(two.at(13, 7));
    }

    @Test
    void landmarksStandInTheOrderOfAFace() {
        for (int i = 0; i < 20; i++) {
            FaceNet net = model.head(model.person("p" + i, Dice.of(3, "p" + i)));
            double above = Double.MAX_VALUE;
            for (String name : List.of("glabella", "sellion", "pronasale", "subnasale", "stomion", "menton")) {
                assertThat(net.landmark(name)[1]).as(name + " of " + i).isLessThan(above);
                above = net.landmark(name)[1];
            }
            assertThat(net.landmark("exocanthion")[0]).isGreaterThan(net.landmark("endocanthion")[0]);
            assertThat(net.right("exocanthion")[0]).isNegative();
        }
    }

    @Test
    void facesAreAsLongAsThoseOfLivingPeople() {
        List<Person> people = people(600);
        assertThat(mean(people, "male")).isCloseTo(123.2, within(1.5));
        assertThat(mean(people, "female")).isCloseTo(114.2, within(1.5));
        assertThat(people).allMatch(p -> p.sellionMenton() > 85 && p.sellionMenton() < 150);
    }

    @Test
    void anExpressionChangesTheMouthAndNotTheForehead() {
        Person rest = model.person("p", Dice.of(3, "p"));
        FaceNet still = model.head(rest);
        FaceNet smiling = model.head(rest.showing(Map.of("smile", 1.0)));
        assertThat(smiling.breadth("cheilion")).isGreaterThan(still.breadth("cheilion") + 2);
        assertThat(smiling.at(0, 60)[2]).isCloseTo(still.at(0, 60)[2], within(2.0));
    }

    private static double mean(List<Person> people, String sex) {
        return people.stream()
                .filter(p -> p.sex().equals(sex) && p.years() >= 15)
                .mapToDouble(Person::sellionMenton)
                .average()
                .orElseThrow();
    }

    private List<Person> people(int n) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            people.add(model.person("p" + i, Dice.of(9, "p" + i)));
        }
        return people;
    }
}

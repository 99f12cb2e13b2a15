package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.io.Mesh;

class HtmlReportTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>.stl";
    private static final Mesh MASK = new SyntheticMask(2.4, 3).mesh();

    @TempDir
    private Path dir;

    private final HtmlReport report = new HtmlReport();

    @Test
    void aRefusalTellsWhatWasFoundAndWhatToDo() throws IOException {
        String page = page(Samples.refusal("face.stl"), MASK);

        assertThat(page)
                .contains("<h1>This is a wearable, life‑size mask of a human face.</h1>")
                .contains("A human face lies on the front")
                .contains("appeal: send this page to the operator")
                .contains("maskguard explain face.stl")
                .contains("119.9 ± 8.2")
                .contains("root of the nose to lowest point of the chin")
                .contains("152.0 × 201.3 × 88.1 mm")
                .contains("room 61 mm")
                .contains("Nobody is identified")
                .contains("Nothing left this machine");
        assertThat(page.split("data:image/png;base64,")).hasSizeGreaterThan(6);
    }

    @Test
    void aPassIsShort() throws IOException {
        String page = page(Samples.pass("bracket.stl"), MASK);

        assertThat(page)
                .contains("class=\"banner pass\"", "Nothing needs to be done")
                .doesNotContain("appeal");
        assertThat(page.split("data:image/png;base64,")).hasSize(2);
    }

    @Test
    void anUnreadableFileIsToldWhyAndWhere() throws IOException {
        String page = page(Samples.unreadable("broken.stl"), null);

        assertThat(page)
                .contains("This file cannot be judged.")
                .contains("The file promises 54,210 triangles and holds 12.")
                .contains("byte 84", "truncated")
                .doesNotContain("<img", "data:image");
    }

    @Test
    void aWarningSaysThatItCanBePrinted() throws IOException {
        assertThat(page(Samples.warning("head.stl", Category.HEAD), null))
                .contains("class=\"banner warn\"", "without room to wear it", "It can be printed");
    }

    @Test
    void pagesAskNothingOfTheNetworkAndRunNoScript() throws IOException {
        String page = page(Samples.refusal("face.stl"), MASK).replace("http://www.w3.org/2000/svg", "");

        assertThat(page).doesNotContain("http:", "https:", "<script", "<link", "url(", "@import", "javascript:");
        assertThat(page).contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hostileNamesAndTextsStayText(boolean readable) throws IOException {
        Verdict.Subject subject =
                new Verdict.Subject(HOSTILE, Samples.DIGEST, HOSTILE, HOSTILE, new double[] {1, 2, 3}, 1, 1);
        Verdict verdict = new Verdict(
                subject,
                readable ? Ruling.WARN : Ruling.UNREADABLE,
                Category.NONE,
                0.5,
                List.of(new Verdict.Reason(HOSTILE, HOSTILE)),
                List.of(),
                readable ? null : new Verdict.Fault(HOSTILE, HOSTILE, HOSTILE),
                new Verdict.Cost(1, 1),
                Samples.guard());
        String page = page(verdict, null) + Files.readString(report.writeIndex(dir, List.of(verdict)));

        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "/absolute/face.stl",
                "CON",
                "a\u0000b",
                "index.html",
                "\u202egnp",
                "   ",
                ""
            })
    void pagesStayInTheirFolderUnderPlainNames(String name) throws IOException {
        Path page = report.write(dir, Samples.pass(name), null);

        assertThat(page.getParent()).isEqualTo(dir);
        assertThat(page.getFileName().toString()).matches("[a-z0-9]+(-[a-z0-9]+)*-9f86d081884c\\.html");
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(page);
        }
    }

    @Test
    void longNamesGiveShortOnes() {
        assertThat(HtmlReport.pageName(Samples.subject("x".repeat(5000) + ".stl")))
                .hasSizeLessThan(80);
    }

    @Test
    void filesWithoutDigestDifferByName() {
        Verdict.Subject one = new Verdict.Subject("a/gone.stl", "", "", "", new double[0], 0, 0);
        Verdict.Subject other = new Verdict.Subject("b/gone.stl", "", "", "", new double[0], 0, 0);

        assertThat(HtmlReport.pageName(one))
                .isNotEqualTo(HtmlReport.pageName(other))
                .startsWith("gone-stl-");
    }

    @Test
    void theIndexLeadsToEveryPageWorstFirst() throws IOException {
        List<Verdict> verdicts =
                List.of(Samples.pass("bracket.stl"), Samples.refusal("face.stl"), Samples.unreadable("broken.stl"));
        for (Verdict verdict : verdicts) {
            report.write(dir, verdict, null);
        }
        String index = Files.readString(report.writeIndex(dir, verdicts));

        assertThat(index).contains("1 refuse", "1 pass", "0 warn", "1 unreadable", "0.998");
        assertThat(index).as("no score where there is no face").doesNotContain("0.000");
        assertThat(index.indexOf("face.stl")).isLessThan(index.indexOf("broken.stl"));
        assertThat(index.indexOf("broken.stl")).isLessThan(index.indexOf("bracket.stl"));
        for (Verdict verdict : verdicts) {
            String name = HtmlReport.pageName(verdict.subject());
            assertThat(index).contains("href=\"" + name + "\"");
            assertThat(dir.resolve(name)).exists();
        }
    }

    @Test
    void aPlateOfFacesTellsOfThreeInFull() throws IOException {
        Face face = SyntheticMask.STANDARD.face(Category.MASK, false);
        Verdict one = Samples.refusal("plate.stl", face);
        Verdict many = new Verdict(
                one.subject(),
                one.ruling(),
                one.category(),
                one.score(),
                one.reasons(),
                List.of(face, face, face, face, face),
                null,
                one.cost(),
                one.guard());

        assertThat(page(many, null))
                .contains("<h2>Face 3</h2>", "2 further faces were found")
                .doesNotContain("Face 4");
    }

    @Test
    void aFolderThatIsMissingIsMade() throws IOException {
        assertThat(report.write(dir.resolve("a/b"), Samples.pass("x.stl"), null))
                .exists();
    }

    private String page(Verdict verdict, Mesh mesh) throws IOException {
        return Files.readString(report.write(dir, verdict, mesh));
    }
}

package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskguard.io.Reading.fault;
import static org.maskguard.io.Reading.read;
import static org.maskguard.io.Reading.told;
import static org.maskguard.io.Written.mesh;
import static org.maskguard.io.Written.model;
import static org.maskguard.io.Written.rels;
import static org.maskguard.io.Written.threeMf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.io.Written.Zip;

class ThreeMfReaderTest {

    private static final Mesh TRIANGLE = new Mesh(new float[] {0, 0, 0, 1, 0, 0, 0, 2, 0}, new int[] {0, 1, 2});
    private static final String OBJECT = "<object id=\"1\">" + mesh(TRIANGLE) + "</object>";
    private static final String ITEM = "<item objectid=\"1\"/>";
    private static final String PRODUCTION =
            "xmlns:p=\"http://schemas.microsoft.com/3dmanufacturing/production/2015/06\" requiredextensions=\"p\"";

    private static float[] points(byte[] file) throws Unreadable {
        return Shapes.soup(read(file).mesh());
    }

    @Nested
    class Builds {

        @Test
        void aPlacedObjectIsRead() throws Unreadable {
            Model model = read(threeMf(Written.model(Shapes.cube())));
            assertThat(model.format()).isEqualTo("3mf");
            assertThat(model.unit()).isEqualTo("mm");
            assertThat(model.unitless()).isFalse();
            assertThat(model.mesh().xyz()).containsExactly(Shapes.cube().xyz());
            assertThat(model.mesh().corners()).containsExactly(Shapes.cube().corners());
            assertThat(model.notes()).isEmpty();
        }

        @Test
        void everyItemIsRead() throws Unreadable {
            String moved = "<item objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 5 6 7\"/>";
            assertThat(points(threeMf(model("", OBJECT, ITEM + moved))))
                    .containsExactly(0, 0, 0, 1, 0, 0, 0, 2, 0, 5, 6, 7, 6, 6, 7, 5, 8, 7);
        }

        @Test
        void objectsThatNoItemPlacesAreNotRead() throws Unreadable {
            String second = OBJECT.replace("id=\"1\"", "id=\"2\"");
            assertThat(read(threeMf(model("", OBJECT + second, ITEM))).mesh().triangles())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"model", "solidsupport", "support", "surface", "other"})
        void objectsOfEveryTypeAreRead(String type) throws Unreadable {
            String object = OBJECT.replace("<object", "<object type=\"" + type + "\"");
            assertThat(read(threeMf(model("", object, ITEM))).mesh().triangles())
                    .isEqualTo(1);
        }

        @Test
        void itemsThatASlicerMarksAsNotPrintableAreRead() throws Unreadable {
            String item = "<item objectid=\"1\" printable=\"0\"/>";
            assertThat(read(threeMf(model("", OBJECT, item))).mesh().triangles())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({
            "micron,0.001,micron",
            "millimeter,1,mm",
            "centimeter,10,cm",
            "inch,25.4,in",
            "foot,304.8,ft",
            "meter,1000,m"
        })
        void unitsBecomeMillimetresShiftsToo(String unit, double factor, String word) throws Unreadable {
            String item = "<item objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 3 0 0\"/>";
            Model model = read(threeMf(model("unit=\"" + unit + "\"", OBJECT, item)));
            assertThat(model.unit()).isEqualTo(word);
            float three = (float) (3 * factor);
            assertThat(model.mesh().xyz())
                    .containsExactly(three, 0, 0, (float) (4 * factor), 0, 0, three, (float) (2 * factor), 0);
        }

        @Test
        void aRowOfTheTransformSaysWhereAnAxisGoes() throws Unreadable {
            String item = "<item objectid=\"1\" transform=\"0 2 0 0 0 3 4 0 0 10 20 30\"/>";
            assertThat(points(threeMf(model("", OBJECT, item)))).containsExactly(10, 20, 30, 10, 22, 30, 10, 20, 36);
        }

        @Test
        void aMirroredObjectKeepsItsOutsideOutside() throws Unreadable {
            String item = "<item objectid=\"1\" transform=\"-1 0 0 0 1 0 0 0 1 0 0 0\"/>";
            assertThat(points(threeMf(model("", OBJECT, item)))).containsExactly(0, 0, 0, 0, 2, 0, -1, 0, 0);
        }

        @Test
        void componentsAreNestedInnermostTransformFirst() throws Unreadable {
            String inner = "<object id=\"2\"><components>"
                    + "<component objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 1 0 0\"/></components></object>";
            String outer = "<object id=\"3\"><components>"
                    + "<component objectid=\"2\" transform=\"2 0 0 0 2 0 0 0 2 0 0 0\"/>"
                    + "<component objectid=\"1\"/></components></object>";
            String item = "<item objectid=\"3\" transform=\"1 0 0 0 1 0 0 0 1 0 0 5\"/>";
            assertThat(points(threeMf(model("", OBJECT + inner + outer, item))))
                    .containsExactly(2, 0, 5, 4, 0, 5, 2, 4, 5, 0, 0, 5, 1, 0, 5, 0, 2, 5);
        }

        @Test
        void partsOfTheProductionExtensionAreRead() throws Unreadable {
            String root = model(
                    PRODUCTION,
                    "<object id=\"9\"><components><component p:path=\"/3D/Objects/a.model\" objectid=\"1\"/>"
                            + "</components></object>",
                    "<item objectid=\"9\"/><item objectid=\"1\" p:path=\"/3D/Objects/A.model\""
                            + " transform=\"1 0 0 0 1 0 0 0 1 0 0 9\"/>");
            byte[] file = new Zip()
                    .add("_rels/.rels", rels("/3D/3dmodel.model"))
                    .add("3D/Objects/a.model", model("unit=\"inch\"", OBJECT, ""))
                    .add("3D/3dmodel.model", root)
                    .bytes();
            assertThat(points(file))
                    .containsExactly(0, 0, 0, 25.4f, 0, 0, 0, 50.8f, 0, 0, 0, 9, 25.4f, 0, 9, 0, 50.8f, 9);
        }

        @Test
        void aSecondModelPartWithABuildOfItsOwnIsRead() throws Unreadable {
            byte[] file = new Zip()
                    .add("_rels/.rels", rels("/3D/3dmodel.model"))
                    .add("3D/3dmodel.model", Written.model(TRIANGLE))
                    .add("3D/hidden.model", Written.model(Shapes.cube()))
                    .bytes();
            assertThat(read(file).mesh().triangles()).isEqualTo(13);
        }

        @Test
        void alternativesAreReadBesideWhatTheyReplace() throws Unreadable {
            String root = model(
                    "xmlns:a=\"http://schemas.microsoft.com/3dmanufacturing/production/alternatives/2021/04\"",
                    OBJECT.replace(
                            "</object>",
                            "<a:alternatives><a:alternative objectid=\"1\" path=\"/3D/b.model\"/></a:alternatives>"
                                    + "</object>"),
                    ITEM);
            byte[] file = new Zip()
                    .add("_rels/.rels", rels("/3D/a.model"))
                    .add("3D/a.model", root)
                    .add("3D/b.model", model("", "<object id=\"1\">" + mesh(Shapes.cube()) + "</object>", ""))
                    .bytes();
            assertThat(read(file).mesh().triangles()).isEqualTo(13);
        }

        @Test
        void theRootMayHaveAnyName() throws Unreadable {
            byte[] file = new Zip()
                    .add("_rels/.rels", rels("thing.xml"))
                    .add("thing.xml", Written.model(TRIANGLE))
                    .bytes();
            assertThat(read(file).mesh().triangles()).isEqualTo(1);
        }

        @Test
        void nothingPlacedHasNoSurface() {
            assertThat(fault(threeMf(model("", OBJECT, ""))).code()).isEqualTo("no-surface");
            assertThat(fault(threeMf(model("", "<object id=\"1\"/>", ITEM))).code())
                    .isEqualTo("no-surface");
        }
    }

    @Nested
    class BadModels {

        private String told(String model) {
            return Reading.told(fault(threeMf(model)));
        }

        @Test
        void coordinatesThatAreNoneAreABadNumber() {
            for (String word : new String[] {"nan", "1,5", "", "inf", "1e39", "0x1"}) {
                assertThat(told(model("", OBJECT.replace("x=\"1.0\"", "x=\"" + word + "\""), ITEM)))
                        .isEqualTo("bad-number at entry 3D/3dmodel.model");
            }
        }

        @Test
        void coordinatesThatATransformMovesOutOfRangeAreABadNumber() {
            assertThat(told(model("unit=\"meter\"", OBJECT.replace("2.0", "1001"), ITEM)))
                    .isEqualTo("bad-number at entry 3D/3dmodel.model");
            String item = "<item objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 1e7 0 0\"/>";
            assertThat(told(model("", OBJECT, item))).isEqualTo("bad-number at entry 3D/3dmodel.model");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1 0 0",
                    "1 0 0 0 1 0 0 0 1 0 0 x",
                    "1 0 0 0 1 0 0 0 1 0 0 nan",
                    "1 0 0 0 1 0 0 0 1 0 0 0 0"
                })
        void transformsThatAreNoneAreABadNumber(String transform) {
            assertThat(told(model("", OBJECT, "<item objectid=\"1\" transform=\"" + transform + "\"/>")))
                    .isEqualTo("bad-number at entry 3D/3dmodel.model");
        }

        @Test
        void verticesAndObjectsThatAreNotThereAreABadIndex() {
            String place = "bad-index at entry 3D/3dmodel.model";
            assertThat(told(model("", OBJECT.replace("v3=\"2\"", "v3=\"3\""), ITEM)))
                    .isEqualTo(place);
            assertThat(told(model("", OBJECT.replace("v3=\"2\"", "v3=\"-1\""), ITEM)))
                    .isEqualTo(place);
            assertThat(told(model("", OBJECT.replace("v3=\"2\"", "v4=\"2\""), ITEM)))
                    .isEqualTo(place);
            assertThat(told(model("", OBJECT, "<item objectid=\"2\"/>"))).isEqualTo(place);
            assertThat(told(model("", OBJECT, "<item/>"))).isEqualTo(place);
            assertThat(told(model("", OBJECT + OBJECT, ITEM))).isEqualTo(place);
        }

        @Test
        void componentsThatHoldThemselvesAreABadArchive() {
            String one = "<object id=\"1\"><components><component objectid=\"2\"/></components></object>";
            String two = "<object id=\"2\"><components><component objectid=\"1\"/></components></object>";
            assertThat(told(model("", one + two, ITEM))).isEqualTo("bad-archive at entry 3D/3dmodel.model");
        }

        @Test
        void componentsNestedBeyondTheLimitAreTooLarge() {
            StringBuilder objects = new StringBuilder(OBJECT);
            for (int i = 2; i <= 40; i++) {
                objects.append("<object id=\"" + i + "\"><components><component objectid=\"" + (i - 1)
                        + "\"/></components></object>");
            }
            assertThat(told(model("", objects.toString(), "<item objectid=\"40\"/>")))
                    .isEqualTo("too-large at entry 3D/3dmodel.model");
            assertThat(told(model("", objects.toString(), "<item objectid=\"5\"/><item objectid=\"40\"/>")))
                    .isEqualTo("too-large at entry 3D/3dmodel.model");
        }

        @Test
        void componentsThatMultiplyBeyondTheLimitAreTooLargeBeforeMemoryIsAskedFor() {
            StringBuilder objects = new StringBuilder(OBJECT);
            for (int i = 2; i <= 30; i++) {
                String component = "<component objectid=\"" + (i - 1) + "\"/>";
                objects.append(
                        "<object id=\"" + i + "\"><components>" + component.repeat(10) + "</components></object>");
            }
            assertThat(told(model("", objects.toString(), "<item objectid=\"30\"/>")))
                    .isEqualTo("too-large");
        }

        @Test
        void emptyComponentsThatMultiplyTakeNoTime() {
            StringBuilder objects = new StringBuilder("<object id=\"1\"/>");
            for (int i = 2; i <= 30; i++) {
                String component = "<component objectid=\"" + (i - 1) + "\"/>";
                objects.append(
                        "<object id=\"" + i + "\"><components>" + component.repeat(10) + "</components></object>");
            }
            assertThat(told(model("", objects.toString(), "<item objectid=\"30\"/>")))
                    .isEqualTo("no-surface");
        }

        @Test
        void unknownUnitsAreBadXml() {
            assertThat(told(model("unit=\"furlong\"", OBJECT, ITEM))).isEqualTo("bad-xml at entry 3D/3dmodel.model");
        }
    }

    @Nested
    class Extensions {

        @ParameterizedTest
        @CsvSource({
            "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02,beamlattice",
            "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07,slice",
            "http://schemas.3mf.io/3dmanufacturing/booleanoperations/2023/07,booleanoperations",
            "http://example.org/made-up,made-up"
        })
        void thatAreRequiredAndNotEvaluatedAreUnsupportedByName(String namespace, String name) {
            String attributes = "xmlns:b=\"" + namespace + "\" requiredextensions=\"b\"";
            Unreadable fault = fault(threeMf(model(attributes, OBJECT, ITEM)));
            assertThat(told(fault)).isEqualTo("unsupported at entry 3D/3dmodel.model");
            assertThat(fault).hasMessageContaining("\"" + name + "\"");
        }

        @Test
        void thatAreRequiredWithoutBeingDeclaredAreUnsupportedByTheirPrefix() {
            assertThat(fault(threeMf(model("requiredextensions=\"zz\"", OBJECT, ITEM))))
                    .hasMessageContaining("\"zz\"");
        }

        @Test
        void thatAreNotRequiredAreIgnoredWithANote() throws Unreadable {
            String lattice = "xmlns:b=\"http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02\"";
            String beams = "<b:beamlattice><b:beams><b:vertex x=\"?\"/></b:beams></b:beamlattice></mesh>";
            String object = OBJECT.replace("</mesh>", beams);
            Model model = read(threeMf(model(lattice, object, ITEM)));
            assertThat(model.mesh().triangles()).isEqualTo(1);
            assertThat(model.notes()).singleElement().asString().contains("beamlattice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"material/2015/02", "production/2015/06", "trianglesets/2021/07"})
        void thatChangeNoShapeMayBeRequired(String extension) throws Unreadable {
            String attributes = "xmlns:e=\"http://schemas.microsoft.com/3dmanufacturing/" + extension
                    + "\" requiredextensions=\"e\"";
            assertThat(read(threeMf(model(attributes, OBJECT, ITEM))).notes()).isEmpty();
        }
    }

    @Nested
    class BadXml {

        private static final String PLACE = " at entry 3D/3dmodel.model";

        private String told(String model) {
            return Reading.told(fault(threeMf(model)));
        }

        @Test
        void documentTypesAreRefused() {
            String dtd = "<!DOCTYPE model [<!ENTITY a \"1\">]><model";
            assertThat(told(Written.model(TRIANGLE).replace("<model", dtd))).isEqualTo("bad-xml" + PLACE);
            String external = "<!DOCTYPE model SYSTEM \"file:///dev/zero\"><model";
            assertThat(told(Written.model(TRIANGLE).replace("<model", external)))
                    .isEqualTo("bad-xml" + PLACE);
        }

        @Test
        void entitiesAreRefused() {
            assertThat(told(Written.model(TRIANGLE).replace("x=\"1.0\"", "x=\"&one;\"")))
                    .isEqualTo("bad-xml" + PLACE);
            assertThat(told(Written.model(TRIANGLE).replace("<build>", "<build>&lol;")))
                    .isEqualTo("bad-xml" + PLACE);
        }

        @Test
        void textThatIsNotWellFormedIsRefused() {
            String model = Written.model(TRIANGLE);
            assertThat(told(model.substring(0, model.length() - 3))).isEqualTo("bad-xml" + PLACE);
            assertThat(told(model + "<model/>")).isEqualTo("bad-xml" + PLACE);
            assertThat(told("")).isEqualTo("bad-xml" + PLACE);
            assertThat(told("hello")).isEqualTo("bad-xml" + PLACE);
            assertThat(told("<other/>")).isEqualTo("bad-xml" + PLACE);
        }

        @Test
        void otherEncodingsAreRefused() {
            assertThat(told(Written.model(TRIANGLE).replace("UTF-8", "ISO-8859-1")))
                    .isEqualTo("bad-xml" + PLACE);
        }

        @Test
        void utf16IsRead() throws Unreadable {
            byte[] utf16 = Written.model(TRIANGLE).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
            byte[] file = new Zip().add("3D/3dmodel.model", utf16).bytes();
            assertThat(read(file).mesh().triangles()).isEqualTo(1);
        }

        @Test
        void elementsDeeperThanTheLimitAreTooLarge() {
            String deep = "<metadata>".repeat(70) + "</metadata>".repeat(70);
            assertThat(told(Written.model(TRIANGLE).replace("<resources>", deep + "<resources>")))
                    .isEqualTo("too-large" + PLACE);
        }

        @Test
        void endlessTagsAreTooLarge() {
            String tag = "<metadata name=\"" + "x7".repeat(3 << 20) + "\"/>";
            Limits limits = new Limits(1 << 30, 1000, 1 << 16, 1 << 30, 2000, 100, 32, 64);
            byte[] file = threeMf(Written.model(TRIANGLE).replace("<resources>", tag + "<resources>"));
            assertThat(Reading.told(fault(file, limits))).isEqualTo("too-large" + PLACE);
        }

        @Test
        void tooManyNamesAreTooLarge() {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                names.append("<a" + i + "/>");
            }
            assertThat(told(Written.model(TRIANGLE).replace("<resources>", names + "<resources>")))
                    .isEqualTo("too-large" + PLACE);
        }

        @Test
        void bareNamespaceTricksDoNotHideAMesh() throws Unreadable {
            String hidden = Written.model(TRIANGLE).replace("<mesh>", "<mesh xmlns=\"urn:other\">");
            assertThat(read(threeMf(hidden)).mesh().triangles()).isEqualTo(1);
            String prefixed =
                    Written.model(TRIANGLE).replace("xmlns=", "xmlns:c=").replaceAll("<(/?)(\\w)", "<$1c:$2");
            assertThat(read(threeMf(prefixed)).mesh().triangles()).isEqualTo(1);
        }
    }
}

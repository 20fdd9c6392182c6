package org.handbell.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handbell.analysis.CorpusPosts;
import org.handbell.analysis.Invented;
import org.handbell.analysis.register.Register;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.NameVariants;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedKind;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.junit.jupiter.api.Test;

class HashedDetectorTest {

    private static final Set<String> ORDINARY = Set.of("rose", "marsh", "will", "am", "is", "to");

    private final HashedDetector detector = new HashedDetector(Invented.HASH, ORDINARY);
    private final List<RegisterEvent> entries = new ArrayList<>(Invented.register());

    @Test
    void shortHashesFindWhatTheLongOnesFind() {
        var quick = Register.of(entries);
        var slow = Register.of(entries.stream().map(entry -> older(entry, true)).toList());
        var mixed = Register.of(entries.stream().map(entry -> older(entry, odd(entry))).toList());
        var found = 0;
        for (var text : texts()) {
            var hits = hits(text, quick);
            assertThat(new HashSet<>(hits)).as(text).isEqualTo(new HashSet<>(hits(text, slow)));
            assertThat(new HashSet<>(hits)).as(text).isEqualTo(new HashSet<>(hits(text, mixed)));
            found += hits.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void aShortHashAloneProvesNothing() {
        var forged =
                new Hashed(
                        "p9",
                        HashedKind.PUPIL,
                        "ch",
                        null,
                        NameVariants.person(Invented.HASH, "Ottoline Quill").stream()
                                .map(w ->
                                        new HashedWindow(
                                                w.form(),
                                                w.tokens(),
                                                "0" + w.hash(),
                                                w.shortHash()))
                                .toList(),
                        Invented.AT);

        assertThat(hits("Ottoline Quill was there", Register.of(List.of(forged)))).isEmpty();
    }

    @Test
    void aYearOfManyPupilsIsToldByTwoAndTheAuthorsOwn() {
        for (var i = 0; i < 40; i++) {
            var own = i == 30 ? "teacher" : null;
            entries.add(pupil("many-" + i, "Yorick Zeal" + (char) ('a' + i % 26) + "x", own));
        }

        var hits = hits("Year 12 are off today", Register.of(entries));

        assertThat(hits).extracting(Hit::family).containsOnly("pupil.year", "own.year");
        assertThat(hits).filteredOn(hit -> hit.family().equals("pupil.year")).hasSize(2);
        assertThat(hits).filteredOn(hit -> hit.family().equals("own.year")).hasSize(1);
    }

    @Test
    void ofAllWhoShareAFirstNameThoseOfTheYearBesideItAreTold() {
        entries.add(pupil("one", "Yorick Zeal", null));
        entries.add(pupil("other", "Yorick Brand", null));
        entries.add(
                new Hashed(
                        "younger",
                        HashedKind.PUPIL,
                        "ch",
                        null,
                        NameVariants.pupil(Invented.HASH, "Yorick Teal", 7, null),
                        Invented.AT));

        var hits = hits("Yorick from Year 12 won", Register.of(entries));

        assertThat(hits)
                .filteredOn(hit -> hit.family().equals("pupil.identified"))
                .extracting(Hit::entry)
                .containsExactlyInAnyOrder("one", "one", "other", "other");
    }

    private static Hashed pupil(
            String id, String name, @org.jspecify.annotations.Nullable String of) {
        return new Hashed(
                id,
                HashedKind.PUPIL,
                "ch",
                of,
                NameVariants.pupil(Invented.HASH, name, 12, null),
                Invented.AT);
    }

    /// As a record was before there were short hashes.
    private static RegisterEvent older(RegisterEvent entry, boolean older) {
        if (!older || !(entry instanceof Hashed hashed)) {
            return entry;
        }
        return new Hashed(
                hashed.entryId(),
                hashed.kind(),
                hashed.academyId(),
                hashed.relativeOf(),
                hashed.windows().stream()
                        .map(w -> new HashedWindow(w.form(), w.tokens(), w.hash(), null))
                        .toList(),
                hashed.at());
    }

    private static boolean odd(RegisterEvent entry) {
        return entry.entryId().hashCode() % 2 != 0;
    }

    private List<Hit> hits(String text, Register register) {
        var post = Invented.post("personal", "1", text);
        return detector.over(
                PostText.of(post),
                new Circumstances(post, Invented.accounts().getFirst(), register));
    }

    /// Posts of the corpus, with names of this register between their words.
    private static List<String> texts() {
        var names =
                List.of(
                        "Tobias Wrenfield",
                        "@tob_ield07",
                        "t0bias wrenf1eld",
                        "8K",
                        "Rose Marsh",
                        "TW",
                        "Aoibheann",
                        "O'Rourke-Daly in year nine",
                        "Project Kestrel",
                        "#RoseMarsh",
                        "Tobias's class 8k",
                        "h a m z a siddiq",
                        "Milo W",
                        "rose marsh street");
        var texts = new ArrayList<String>();
        var at = 0;
        for (var text : CorpusPosts.texts()) {
            var middle = text.indexOf(' ', text.length() / 2);
            var name = names.get(at++ % names.size());
            texts.add(
                    middle < 0
                            ? text + " " + name
                            : text.substring(0, middle) + " " + name + text.substring(middle));
        }
        return texts;
    }
}

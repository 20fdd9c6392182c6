package org.handbell.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrailTest {

    private record Told(int begin, int end, int number) {}

    /// A word, and what may stand behind it.
    record Word(String written, String meant) {

        boolean differs() {
            return !written.equals(meant);
        }

        Token token() {
            return new Token(written, differs() ? meant : null, 0, 1, false, " ", 0);
        }
    }

    @Property(tries = 3000)
    void itTellsOfTheOtherLineWhatGoingThroughItWould(
            @ForAll("texts") Set<String> texts, @ForAll("words") List<Word> words) {
        var numbers = new HashMap<String, Integer>();
        texts.forEach(text -> numbers.put(text, numbers.size()));
        var automaton = new Automaton(numbers);
        var tokens = words.stream().map(Word::token).toList();
        var written = Line.written(tokens);
        var meant = Line.meant(tokens);

        var first = new ArrayList<Told>();
        var again = new ArrayList<Told>();
        var trail = new Trail(automaton, written, (b, e, n) -> first.add(new Told(b, e, n)));
        trail.run();
        trail.again(meant, differ(words), (b, e, n) -> again.add(new Told(b, e, n)));

        assertThat(first).isEqualTo(through(automaton, written));
        assertThat(again).isEqualTo(through(automaton, meant));
    }

    private static boolean[] differ(List<Word> words) {
        var differ = new boolean[words.size()];
        for (var at = 0; at < differ.length; at++) {
            differ[at] = words.get(at).differs();
        }
        return differ;
    }

    private static List<Told> through(Automaton automaton, Line line) {
        var told = new ArrayList<Told>();
        automaton.search(line.letters(), (b, e, n) -> told.add(new Told(b, e, n)));
        return told;
    }

    @Provide
    Arbitrary<Set<String>> texts() {
        return Arbitraries.strings()
                .withChars("ab ")
                .ofMinLength(1)
                .ofMaxLength(7)
                .set()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Word>> words() {
        var word = Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(4);
        var same = word.map(written -> new Word(written, written));
        var other = Combinators.combine(word, word).as(Word::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, same), net.jqwik.api.Tuple.of(1, other))
                .list()
                .ofMaxSize(12);
    }
}

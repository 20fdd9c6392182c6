package org.handbell.analysis.text;

import java.util.Arrays;

/// What an automaton told of a line, letter by letter, to be told again of a line that differs from
/// it in a few words. Most fields have a word that is read in two ways, if only a possessive; to go
/// through all the others twice would cost half as much again.
///
/// From a word that differs the automaton is run anew, until it is in the state in which it was at
/// the same letter of the first line: from there on it can say nothing else.
final class Trail implements Automaton.Listener {

    private static final int EACH = 3;

    private final Automaton automaton;
    private final Line line;
    private final Automaton.Listener listener;
    private final int[] states;
    private int[] told = new int[16 * EACH];
    private int size;

    /// @param listener is told what the trail is told
    Trail(Automaton automaton, Line line, Automaton.Listener listener) {
        this.automaton = automaton;
        this.line = line;
        this.listener = listener;
        this.states = new int[line.letters().length];
    }

    /// Goes through the first line.
    void run() {
        automaton.search(line.letters(), states, this);
    }

    @Override
    public void found(int begin, int end, int number) {
        if (size == told.length) {
            told = Arrays.copyOf(told, size * 2);
        }
        told[size++] = begin;
        told[size++] = end;
        told[size++] = number;
        listener.found(begin, end, number);
    }

    /// Tells of another line what going through it would, in the same order.
    ///
    /// @param other the same words, but for some
    /// @param differ which words of the two differ
    void again(Line other, boolean[] differ, Automaton.Listener listener) {
        new Again(other, differ, listener).run();
    }

    private final class Again {

        private final Line other;
        private final char[] letters;
        private final boolean[] differ;
        private final Automaton.Listener listener;

        /// How far the other line was told of, in letters of the first; and how much further the
        /// same letter stands in the other.
        private int done;

        private int shift;
        private int replayed;

        Again(Line other, boolean[] differ, Automaton.Listener listener) {
            this.other = other;
            this.letters = other.letters();
            this.differ = differ;
            this.listener = listener;
        }

        void run() {
            for (var word = 0; word < differ.length; word++) {
                if (differ[word] && line.start(word) >= done) {
                    replay(line.start(word));
                    word = anew(word);
                }
            }
            replay(states.length);
        }

        /// Tells what was told of the first line up to a letter, from where it was told of already.
        private void replay(int end) {
            for (; replayed < size && told[replayed + 1] <= end; replayed += EACH) {
                if (told[replayed + 1] > done) {
                    listener.found(
                            told[replayed] + shift, told[replayed + 1] + shift, told[replayed + 2]);
                }
            }
            done = Math.max(done, end);
        }

        /// Runs from a word that differs until both lines go on alike.
        ///
        /// @return the last word that differs on the way
        private int anew(int first) {
            var word = first;
            var state = states[line.start(word) - 1];
            var at = line.start(word) + shift;
            while (true) {
                for (; at < other.end(word); at++) {
                    state = automaton.step(state, letters[at], at + 1, listener);
                }
                shift = other.end(word) - line.end(word);
                var next = next(word);
                var limit = next < differ.length ? line.start(next) : states.length;
                for (done = line.end(word); done < limit; done++, at++) {
                    state = automaton.step(state, letters[at], at + 1, listener);
                    if (state == states[done]) {
                        done++;
                        return word;
                    }
                }
                if (next == differ.length) {
                    return word;
                }
                word = next;
            }
        }

        private int next(int word) {
            var next = word + 1;
            while (next < differ.length && !differ[next]) {
                next++;
            }
            return next;
        }
    }
}

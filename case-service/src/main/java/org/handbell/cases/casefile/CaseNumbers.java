package org.handbell.cases.casefile;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Draws references that tell nothing, not even how many cases there are.
class CaseNumbers {

    private static final int TRIES = 20;
    private static final int BEFORE_DASH = 4;
    private static final int AFTER_DASH = 2;

    private final RandomGenerator random;

    CaseNumbers(RandomGenerator random) {
        this.random = random;
    }

    /// @param taken whether a reference is in use
    CaseNumber next(Predicate<CaseNumber> taken) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var number = draw();
            if (!taken.test(number)) {
                return number;
            }
        }
        throw new IllegalStateException("no free case reference in " + TRIES + " draws");
    }

    private CaseNumber draw() {
        return new CaseNumber(
                draw(CaseNumber.ALPHABET, BEFORE_DASH)
                        + "-"
                        + draw(CaseNumber.LETTERS, AFTER_DASH));
    }

    private String draw(String alphabet, int length) {
        var drawn = new StringBuilder();
        for (var i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }
}

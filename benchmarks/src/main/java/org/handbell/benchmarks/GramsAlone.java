package org.handbell.benchmarks;

import java.util.List;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.meaning.Reader;
import org.handbell.analysis.meaning.Script;

/// Weighs every post by its n-grams and never asks the encoder: all that is cheap.
final class GramsAlone implements Meanings {

    private final Reader reader;
    private volatile double last;

    GramsAlone(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Meaning of(Script script) {
        last = reader.suspicion(script);
        return Meaning.UNREAD;
    }

    /// What the last post was taken for; keeps the compiler from leaving the work out.
    double last() {
        return last;
    }

    @Override
    public List<String> hashes() {
        return reader.hashes();
    }
}

package org.handbell.analysis.meaning;

import java.util.List;

/// The n-grams first, the encoder only where they leave a doubt.
final class Cascade implements Meanings, AutoCloseable {

    /// Logit of the n-grams below which a post is taken to be harmless; `docs/detection.md` says
    /// what it lets go.
    static final double HARMLESS = -1.0;

    private final Reader reader;

    Cascade(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Meaning of(Script script) {
        return reader.suspicion(script) < HARMLESS ? Meaning.UNREAD : reader.of(script);
    }

    @Override
    public List<String> hashes() {
        return reader.hashes();
    }

    @Override
    public void close() {
        reader.close();
    }
}

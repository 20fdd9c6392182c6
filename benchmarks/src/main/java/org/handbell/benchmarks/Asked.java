package org.handbell.benchmarks;

import java.util.List;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.meaning.Script;

/// Counts which posts the encoder reads. For one thread.
final class Asked implements Meanings {

    private final Meanings meanings;
    private int posts;
    private int read;

    Asked(Meanings meanings) {
        this.meanings = meanings;
    }

    @Override
    public Meaning of(Script script) {
        var meaning = meanings.of(script);
        posts++;
        read += meaning.read() ? 1 : 0;
        return meaning;
    }

    /// Share of the posts that the encoder read, 0 to 1.
    double share() {
        return posts == 0 ? 0 : (double) read / posts;
    }

    void forget() {
        posts = 0;
        read = 0;
    }

    @Override
    public List<String> hashes() {
        return meanings.hashes();
    }
}

package org.handbell.analysis.meaning;

import java.util.List;

/// Reads posts for their meaning.
public interface Meanings {

    /// Reads nothing: the lexicons and the register decide alone.
    Meanings NONE =
            new Meanings() {
                @Override
                public Meaning of(Script script) {
                    return Meaning.UNREAD;
                }

                @Override
                public List<String> hashes() {
                    return List.of();
                }
            };

    /// What a post means; [Meaning#UNREAD] where it was not worth reading.
    Meaning of(Script script);

    /// SHA-256 of the models that are asked, as hex.
    List<String> hashes();
}

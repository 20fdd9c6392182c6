package org.handbell.analysis.meaning;

/// Turns a text in ids into one vector for each id.
public interface Encoder extends AutoCloseable {

    /// Width of a vector.
    int WIDTH = 384;

    /// Longest text in ids that is read at once.
    int LONGEST = 256;

    /// The vectors, one after the other: `ids.length` times [#WIDTH] numbers.
    ///
    /// @param ids at most [#LONGEST]
    float[] encode(int[] ids);

    @Override
    void close();
}

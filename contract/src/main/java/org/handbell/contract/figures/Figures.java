package org.handbell.contract.figures;

/// Figures that cost a question to the broker or to a database.
public interface Figures {

    /// Asks, and shows the answer.
    ///
    /// @throws RuntimeException where there is no answer
    void refresh();

    /// There was no answer: what was shown is not known any more.
    void unknown();
}

package org.handbell.analysis.meaning;

/// A file of the model that must not be used.
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param file which file
    /// @param problem what is wrong with it
    public InvalidModelException(String file, String problem) {
        super(file + " " + problem);
    }
}

package org.handbell.cases.forms;

/// One of the things that a form lets choose.
public record Option(String value, String label) {

    /// Stands first where nothing needs to be chosen.
    public static Option none(String label) {
        return new Option("", label);
    }
}
